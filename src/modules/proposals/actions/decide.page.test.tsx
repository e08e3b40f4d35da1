import { describe, expect, test } from 'vitest'
import { textOfPdf } from '../../../../test/pdf-text.ts'
import { aProposal, openFor, second } from '../../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { findLetter, listLetters } from '../../../platform/letters/index.ts'
import { findProposalById } from '../queries/one.ts'
import { type Proposal, refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { correctDecision } from './correct.ts'
import { decideProposal } from './decide.ts'

const w = useWorld()
const city = 'kawaguchi'
const inCity = (run: (c: CityWorld) => Promise<void>) => () =>
  w.inCity(city, async (c) => {
    await openFor(c)
    await run(c)
  })

const typed = { decision: 'adopted', reasons: '地域の課題に合うため。', decided_on: '令和8年11月25日' }
const at = (one: Pick<Proposal, 'id' | 'fiscal_year' | 'number'>) => ({ city, ref: refOf(one) })
const about = ({ id }: Proposal) => ({ kind: 'proposal', id })
const lettersOf = async (c: CityWorld, one: Proposal) => {
  const letters = await c.run((db) => listLetters(db, about(one)))
  return letters.filter(({ kind }) => kind === 'proposal.decision')
}

describe('the letter of a decision', () => {
  test(
    'is shown before anything is decided, prepared when the same words are sent again, and issued when another confirms',
    inCity(async (c) => {
      const one = await c.run((db) => aProposal(c, db, 'under_review'))
      const section = c.as('section')
      const page = await section.get(urls.decision(at(one)))
      const first = await section.post(urls.decision(at(one)), { ...page.formValues, ...typed })
      expect([first.status, first.errors]).toEqual([200, {}])
      expect(first.says).toContain('案（番号は、決裁のあとに付きます）')
      expect(first.says).toContain('地域の課題に合うため。')
      expect((await c.run((db) => findProposalById(db, one.id)))!.state).toBe('under_review')
      expect(await lettersOf(c, one)).toEqual([])
      const other = await section.post(urls.decision(at(one)), { ...first.formValues, reasons: '別の理由のため。' })
      expect([other.status, other.says.includes('別の理由のため。')]).toEqual([200, true])
      expect((await c.run((db) => findProposalById(db, one.id)))!.state).toBe('under_review')
      const second = await section.post(urls.decision(at(one)), { ...other.formValues })
      expect(second.status).toBe(303)
      expect(await lettersOf(c, one)).toEqual([])
      expect((await c.as('clerk').fill(`${urls.decision(at(one))}/confirmation`)).status).toBe(303)
      const [letter, ...more] = await lettersOf(c, one)
      expect(more).toEqual([])
      const found = await c.run((db) => findLetter(db, about(one), letter!.id))
      expect(JSON.stringify(found!.document)).toContain('別の理由のため。')
    }),
  )

  test(
    'stays byte for byte as it was issued when the group has another name later',
    inCity(async (c) => {
      const one = await c.run((db) => aProposal(c, db, 'decided'))
      const secretary = c.as('secretary')
      const first = await secretary.get(urls.letter(at(one)))
      await c.run((db) =>
        db.updateTable('parties').set({ name: 'あとから付けた名前' }).where('id', '=', one.party_id).execute(),
      )
      const later = await secretary.get(urls.letter(at(one)))
      expect(Buffer.compare(Buffer.from(first.bytes), Buffer.from(later.bytes))).toBe(0)
      expect(textOfPdf(later.bytes)).not.toContain('あとから付けた名前')
    }),
  )

  test(
    'bears the day of its issue and says on which day it was decided; its correction quotes that day',
    inCity(async (c) => {
      const one = await c.run(async (db) => {
        const under = await aProposal(c, db, 'under_review')
        const later = { ...(await c.act(db, 'section')), now: new Date('2026-12-01T03:00:00Z') }
        const days = { decided_on: '2026-11-25', released_on: null }
        const input = { decision: 'adopted' as const, reasons: '地域の課題に合うため。', conditions: '', ...days }
        await decideProposal.byTwo(later, await second(c, db), under, input)
        const decided = (await findProposalById(db, under.id))!
        const change = { decision: '' as const, conditions: '', decided_on: null, released_on: null }
        const words = { reason: '写しまちがえたため。', reasons: '役割がはっきりしているため。' }
        await correctDecision.byTwo(later, await second(c, db), decided, { ...change, ...words })
        return (await findProposalById(db, under.id))!
      })
      const [correction, first] = await lettersOf(c, one)
      const read = (id: string) => c.run((db) => findLetter(db, about(one), id))
      const document = (await read(first!.id))!.document
      expect([document.date, one.decided_on]).toEqual(['2026-12-01', '2026-11-25'])
      expect(JSON.stringify(document)).toContain('令和8年11月25日に決定しました')
      expect(JSON.stringify((await read(correction!.id))!.document)).toContain(
        `令和8年12月1日付け${first!.number}で通知した`,
      )
    }),
  )

  test(
    'the draft bears the day on which it is read',
    inCity(async (c) => {
      const one = await c.run((db) => aProposal(c, db, 'under_review'))
      await c.run((db) =>
        db.updateTable('proposals').set({ received_on: '2026-11-19' }).where('id', '=', one.id).execute(),
      )
      const section = c.as('section')
      const page = await section.get(urls.decision(at(one)))
      const sent = { ...page.formValues, ...typed, decided_on: '令和8年11月19日' }
      const shown = await section.post(urls.decision(at(one)), sent)
      expect(shown.says).toContain('令和8年11月19日に決定しました')
      expect(shown.says).toContain('令和8年11月25日')
    }),
  )
})

describe('the form of a decision', () => {
  test(
    'names every wrong field at once, also those that depend on another one',
    inCity(async (c) => {
      const one = await c.run((db) => aProposal(c, db, 'under_review'))
      const section = c.as('section')
      const page = await section.get(urls.decision(at(one)))
      const wrongIn = async (typed: Record<string, string>) => {
        const shown = await section.post(urls.decision(at(one)), { ...page.formValues, ...typed })
        return Object.keys(shown.errors).sort()
      }
      const unreadable = { decision: 'conditionally_adopted', reasons: '', decided_on: 'きのう' }
      expect(await wrongIn(unreadable)).toEqual(['conditions', 'decided_on', 'reasons'])
      const early = { decision: '', reasons: '地域の課題に合うため。', released_on: '令和8年11月24日' }
      expect(await wrongIn(early)).toEqual(['decision', 'released_on'])
    }),
  )
})
