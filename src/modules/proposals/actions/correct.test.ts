import { describe, expect, test } from 'vitest'
import { textOfPdf } from '../../../../test/pdf-text.ts'
import { aProposal, openFor, second } from '../../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import type { Db } from '../../../platform/db/index.ts'
import { findLetter, listLetters } from '../../../platform/letters/index.ts'
import { publicEntriesOf } from '../../../platform/record/index.ts'
import { Conflict, Forbidden, Invalid } from '../../../platform/refusals.ts'
import type { CorrectionInput } from '../proposal/typed.ts'
import { listDecisions } from '../queries/decisions.ts'
import { findProposalById } from '../queries/one.ts'
import { type Proposal, refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { leadOn } from '../writes/proposal.ts'
import { correctDecision } from './correct.ts'
import { declineProposal } from './decline.ts'

const w = useWorld()
const city = 'kawaguchi'
const inCity = (run: (c: CityWorld, db: Db) => Promise<void>) => () =>
  w.inCity(city, async (c) => {
    await openFor(c)
    await c.run((db) => run(c, db))
  })

/** A correction with a reason and no change. */
const asItIs: CorrectionInput = {
  reason: '審査会の記録と違っていたため。',
  decision: '',
  reasons: '',
  conditions: '',
  decided_on: null,
  released_on: null,
}
const at = (one: Pick<Proposal, 'id' | 'fiscal_year' | 'number'>) => ({ city, ref: refOf(one) })
const again = async (db: Db, { id }: { id: string }) => (await findProposalById(db, id))!
const correct = async (c: CityWorld, db: Db, one: Proposal, change: Partial<CorrectionInput>) => {
  await correctDecision.byTwo(await c.act(db, 'section'), await second(c, db), one, { ...asItIs, ...change })
  return again(db, one)
}
const lettersOf = async (db: Db, { id }: Proposal) => {
  const letters = await listLetters(db, { kind: 'proposal', id })
  return letters.filter(({ kind }) => kind === 'proposal.decision')
}

describe('who may not, and when no one may', () => {
  test(
    'nobody outside the section corrects a decision, and an undecided proposal has none to correct',
    inCity(async (c, db) => {
      const decided = await aProposal(c, db, 'decided')
      for (const person of ['secretary', 'officer', 'stranger'])
        await expect(correctDecision.prepare(await c.act(db, person), decided, asItIs), person).rejects.toThrow(
          Forbidden,
        )
      const open = await aProposal(c, db, 'under_review')
      await expect(correctDecision.prepare(await c.act(db, 'section'), open, asItIs)).rejects.toThrow(Conflict)
    }),
  )

  test(
    'one officer alone corrects nothing; a correction that changes nothing, or sets an impossible day, is refused',
    inCity(async (c, db) => {
      const one = await aProposal(c, db, 'decided')
      const section = await c.act(db, 'section')
      const change = { ...asItIs, reasons: '役割がはっきりしているため。' }
      await expect(correctDecision(section, one, change)).rejects.toThrow('起案')
      await expect(correctDecision.prepare(section, one, asItIs)).rejects.toThrow('いまの決定と同じです')
      for (const wrong of [
        { decided_on: '2026-11-26' },
        { decided_on: '2026-11-24' },
        { decision: 'conditionally_adopted' as const },
        { decision: 'deferred' as const },
        { released_on: '2026-11-24' },
      ])
        await expect(
          correctDecision.prepare(section, one, { ...asItIs, ...wrong }),
          JSON.stringify(wrong),
        ).rejects.toThrow(Invalid)
      expect(await lettersOf(db, one)).toHaveLength(1)
    }),
  )

  test(
    'once an agreement or a project began, the adoption stays; its words, conditions and days are corrected',
    inCity(async (c, db) => {
      const one = await aProposal(c, db, 'decided')
      const section = await c.act(db, 'section')
      await leadOn(db, section, one, { project: 'r8-project-0001' })
      const led = await again(db, one)
      await expect(correctDecision.prepare(section, led, { ...asItIs, decision: 'not_adopted' })).rejects.toThrow(
        '取りやめの手続き',
      )
      const after = await correct(c, db, led, { decision: 'conditionally_adopted', conditions: '水やりを分けること。' })
      expect([after.decision, after.conditions]).toEqual(['conditionally_adopted', '水やりを分けること。'])
    }),
  )

  test(
    'a declined adoption stays one, and its reasons are corrected',
    inCity(async (c, db) => {
      const one = await aProposal(c, db, 'decided')
      await declineProposal(await c.act(db, 'secretary'), one, { reason: '人手が足りないため。' })
      const declined = await again(db, one)
      const section = await c.act(db, 'section')
      await expect(correctDecision.prepare(section, declined, { ...asItIs, decision: 'not_adopted' })).rejects.toThrow(
        Conflict,
      )
      const after = await correct(c, db, declined, { reasons: '地域の課題に合うため。' })
      expect([after.state, after.reasons]).toEqual(['declined', '地域の課題に合うため。'])
    }),
  )

  test(
    'nothing begins from a proposal whose adoption was corrected at the same moment',
    inCity(async (c, db) => {
      const one = await aProposal(c, db, 'decided')
      await correct(c, db, one, { decision: 'not_adopted' })
      await expect(leadOn(db, await c.act(db, 'section'), one, { project: 'r8-project-0001' })).rejects.toThrow(
        Conflict,
      )
    }),
  )
})

describe('a correction', () => {
  test(
    'has its own letter, which quotes the first and says what was wrong and what is right; the first stays as it was',
    inCity(async (c, db) => {
      const one = await aProposal(c, db, 'decided')
      const [first] = await lettersOf(db, one)
      await correct(c, db, one, { decision: 'not_adopted', reasons: '市の計画と重なるため。' })
      const [letter, before] = await lettersOf(db, one)
      expect([before?.id, letter?.corrects]).toEqual([first?.id, first?.id])
      const found = await findLetter(db, { kind: 'proposal', id: one.id }, letter!.id)
      const text = JSON.stringify(found!.document)
      for (const part of [
        '訂正について',
        '令和8年11月25日付け',
        `${first!.number}で通知した`,
        '審査会の記録と違っていたため。',
        '["採択","不採択"]',
        '市の計画と重なるため。',
      ])
        expect(text).toContain(part)
      expect(letter!.number).not.toBe(first!.number)
      const history = await listDecisions(db, one.id)
      expect(history.map(({ decision, correction }) => [decision, correction])).toEqual([
        ['adopted', '審査会の記録と違っていたため。'],
        ['not_adopted', null],
      ])
    }),
  )

  test(
    'of a correction quotes the letter of that correction',
    inCity(async (c, db) => {
      const one = await aProposal(c, db, 'decided')
      const once = await correct(c, db, one, { reasons: '一度目に直した理由。' })
      await correct(c, db, once, { reasons: '二度目に直した理由。' })
      const [letter, middle, first] = await lettersOf(db, one)
      expect([letter?.corrects, middle?.corrects, first?.corrects]).toEqual([middle?.id, first?.id, null])
      const found = await findLetter(db, { kind: 'proposal', id: one.id }, letter!.id)
      expect(JSON.stringify(found!.document)).toContain(`${middle!.number}で通知した`)
    }),
  )
})

describe('wherever the decision was released', () => {
  const read = (c: CityWorld, one: Proposal) =>
    c.doors.public.run(async (db) => ({
      row: await db.selectFrom('published.proposals').selectAll().where('id', '=', one.id).executeTakeFirstOrThrow(),
      found: await db
        .selectFrom('published.search')
        .select(['facets', 'shown'])
        .where('id', '=', one.id)
        .executeTakeFirstOrThrow(),
      told: await publicEntriesOf(db, c.cityId, [{ kind: 'proposal', id: one.id }]),
    }))

  test('the corrected one appears at once, with the day and the reason of the correction', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const one = await c.run((db) => aProposal(c, db, 'decided', { released: true }))
      await c.run((db) => correct(c, db, one, { decision: 'not_adopted', reasons: '市の計画と重なるため。' }))
      const { row, found, told } = await read(c, one)
      expect(row).toMatchObject({
        decision: 'not_adopted',
        reasons: '市の計画と重なるため。',
        corrected_on: '2026-11-25',
        correction: '審査会の記録と違っていたため。',
      })
      expect(found.facets).toContain('state:not_adopted')
      expect(told.map(({ kind }) => kind)).toContain('proposal.corrected')
      const page = await c.as('nobody').get(urls.show(at(one)))
      for (const part of ['この決定は訂正されています', '令和8年11月25日', '審査会の記録と違っていたため。', '不採択'])
        expect(page.says).toContain(part)
      expect(page.says).not.toContain('地域の課題に合い')
      const list = await c.as('nobody').get(urls.list({ city }, { decision: 'not_adopted' }))
      expect(list.says).toContain('川沿いの花壇を三者で育てます。')
    }))

  test('a decision corrected before its release is released with the correction', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const one = await c.run((db) => aProposal(c, db, 'decided'))
      const after = await c.run((db) => correct(c, db, one, { reasons: '役割がはっきりしているため。' }))
      await c.as('section').fill(urls.release(at(after)), { summary: '花壇を育てます。' })
      await c.as('clerk').fill(`${urls.release(at(after))}/confirmation`)
      expect((await read(c, one)).row).toMatchObject({ correction: '審査会の記録と違っていたため。' })
    }))
})

describe('the page', () => {
  test('shows the decision, then the letter, and to the second officer what was wrong and what is right', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const one = await c.run((db) => aProposal(c, db, 'decided'))
      const section = c.as('section')
      const page = await section.get(urls.correction(at(one)))
      expect(page.formValues).toMatchObject({ decision: 'adopted', decided_on: '令和8年11月25日' })
      const typed = { reason: '理由を写しまちがえたため。', reasons: '役割がはっきりしているため。' }
      const shown = await section.post(urls.correction(at(one)), { ...page.formValues, ...typed })
      expect([shown.status, shown.says.includes('案（番号は、決裁のあとに付きます）')]).toEqual([200, true])
      expect((await section.fill(urls.correction(at(one)), typed)).status).toBe(303)
      const confirmation = `${urls.correction(at(one))}/confirmation`
      const read = await c.as('clerk').get(confirmation)
      for (const part of ['理由（誤）', '地域の課題に合い', '理由（正）', '役割がはっきりしているため。'])
        expect(read.says).toContain(part)
      expect((await c.as('clerk').fill(confirmation)).status).toBe(303)
      const inside = await c.as('secretary').get(urls.show(at(one)))
      expect(inside.says).toContain('令和8年11月25日(水)に訂正（理由 理由を写しまちがえたため。）')
      const pdf = await c.as('secretary').get(urls.letter(at(one)))
      expect(textOfPdf(pdf.bytes).replace(/\s/g, '')).toContain('理由を写しまちがえたため。')
    }))

  test('says why a decision cannot be chosen, with a link to what has begun', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const one = await c.run((db) => aProposal(c, db, 'decided'))
      const before = await c.as('section').get(urls.correction(at(one)))
      expect(before.says).not.toContain('選べない決定があります')
      await c.run(async (db) => leadOn(db, await c.act(db, 'section'), one, { project: 'r8-project-0001' }))
      const why =
        'この提案から協定や事業が始まっているため、決定を取り消すことも、「不採択」に訂正することもできません。'
      const page = await c.as('section').get(urls.correction(at(one)))
      expect(page.says).toContain('選べない決定があります')
      expect(page.says).toContain(why)
      expect(page.links).toContainEqual({ text: '事業のページへ', href: `/${city}/projects/r8-project-0001` })
      expect((await c.as('section').get(urls.show(at(one)))).says).toContain(why)
      expect((await c.as('secretary').get(urls.show(at(one)))).says).not.toContain(why)
    }))

  test('leaves a day of release that was never given empty, and lets it follow the day of the decision', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const one = await c.run(async (db) => {
        const { id } = await aProposal(c, db, 'decided')
        const days = { received_on: '2026-11-19', decided_on: '2026-11-20', released_on: '2026-11-20' }
        await db.updateTable('proposals').set(days).where('id', '=', id).execute()
        return again(db, { id })
      })
      const section = c.as('section')
      const page = await section.get(urls.correction(at(one)))
      expect(page.formValues.released_on).toBe('')
      const typed = { reason: '日を写しまちがえたため。', decided_on: '令和8年11月24日' }
      const shown = await section.post(urls.correction(at(one)), { ...page.formValues, ...typed })
      expect([shown.errors, shown.says.includes('案（番号は、決裁のあとに付きます）')]).toEqual([{}, true])
      const after = await c.run((db) => correct(c, db, one, { decided_on: '2026-11-24' }))
      expect([after.decided_on, after.released_on]).toEqual(['2026-11-24', '2026-11-24'])
      const [letter] = await c.run((db) => lettersOf(db, after))
      const found = await c.run((db) => findLetter(db, { kind: 'proposal', id: one.id }, letter!.id))
      expect(JSON.stringify(found!.document)).not.toContain('公表する日')
    }))

  test('tells the group and the staff, before any release, that it was corrected, when and why', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const one = await c.run((db) => aProposal(c, db, 'decided'))
      await c.run((db) => correct(c, db, one, { reasons: '役割がはっきりしているため。' }))
      for (const person of ['secretary', 'section', 'officer']) {
        const { says } = await c.as(person).get(urls.show(at(one)))
        expect([person, says.includes('この決定は訂正されています')]).toEqual([person, true])
        expect(says).toContain('訂正の理由　審査会の記録と違っていたため。'.replace('　', ' '))
      }
    }))
})

test('says everything that is wrong in one answer, also what only the proposal itself can refuse', () =>
  w.inCity(city, async (c) => {
    await openFor(c)
    const one = await c.run((db) => aProposal(c, db, 'decided'))
    const typed = { reason: '', decision: 'conditionally_adopted', decided_on: '2026-12-24', released_on: '2026-11-01' }
    const answer = await c.as('section').fill(urls.correction(at(one)), typed)
    expect([answer.status, Object.keys(answer.errors).sort()]).toEqual([
      422,
      ['conditions', 'decided_on', 'reason', 'released_on'],
    ])
  }))
