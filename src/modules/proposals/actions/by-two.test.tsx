import { describe, expect, test } from 'vitest'
import { aProposal, openFor, second } from '../../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { type Db, onStatement } from '../../../platform/db/index.ts'
import { listLetters } from '../../../platform/letters/index.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { Conflict, Forbidden } from '../../../platform/refusals.ts'
import { proposals } from '../index.ts'
import { findProposalById } from '../queries/one.ts'
import { type Proposal, refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { assignProposal } from './assign.ts'
import { decideProposal } from './decide.ts'
import { releaseProposal } from './release.ts'

const w = useWorld()
const city = 'kawaguchi'
const inCity = (run: (c: CityWorld) => Promise<void>) => () =>
  w.inCity(city, async (c) => {
    await openFor(c)
    await run(c)
  })

const decision = {
  decision: 'conditionally_adopted' as const,
  reasons: '地域の課題に合うため。',
  conditions: '冬の水やりの分担を決めること。',
  decided_on: '2026-11-25',
  released_on: '2026-12-01',
}
const at = (one: Pick<Proposal, 'id' | 'fiscal_year' | 'number'>) => ({ city, ref: refOf(one) })
const confirmation = (page: string) => `${page}/confirmation`
const again = async (db: Db, { id }: { id: string }) => (await findProposalById(db, id))!
const openOf = (db: Db, one: Proposal) =>
  db.selectFrom('prepared_acts').selectAll().where('subject_id', '=', one.id).executeTakeFirstOrThrow()

describe('a decision under four eyes', () => {
  test(
    'is not made by one officer alone, nor confirmed by the one who prepared it, nor by anyone outside the section',
    inCity(async (c) => {
      await c.run(async (db) => {
        const row = await aProposal(c, db, 'under_review')
        const section = await c.act(db, 'section')
        await expect(decideProposal(section, row, decision)).rejects.toThrow(Conflict)
        await decideProposal.prepare(section, row, decision)
        const open = await openOf(db, row)
        await expect(decideProposal.confirmPrepared(section, row, open)).rejects.toThrow(Forbidden)
        for (const person of ['officer', 'secretary', 'stranger'])
          await expect(decideProposal.confirmPrepared(await c.act(db, person), row, open), person).rejects.toThrow(
            Forbidden,
          )
        expect((await again(db, row)).state).toBe('under_review')
        expect((await listLetters(db, { kind: 'proposal', id: row.id })).map(({ kind }) => kind)).toEqual([
          'proposal.receipt',
        ])
      })
    }),
  )

  test(
    'is void when the proposal has changed since it was prepared',
    inCity(async (c) => {
      await c.run(async (db) => {
        const row = await aProposal(c, db, 'under_review')
        const section = await c.act(db, 'section')
        await decideProposal.prepare(section, row, decision)
        const department_id = c.parties['section-office']!.id
        await assignProposal(section, row, { department_id })
        const changed = await again(db, row)
        const act = { ...section, actor: await second(c, db) }
        await expect(decideProposal.confirmPrepared(act, changed, await openOf(db, row))).rejects.toThrow(
          'もう一度起案してください',
        )
      })
    }),
  )

  test(
    'is made, and released, by one officer in a city whose charter does not ask for four eyes',
    inCity(async (c) => {
      await c.run(async (db) => {
        const charter = { ...c.charter, fourEyes: [] }
        const section = await c.act(db, 'section')
        const row = { ...(await aProposal(c, db, 'under_review')), charter }
        await decideProposal(section, row, { ...decision, released_on: null })
        const decided = { ...(await again(db, row)), charter }
        await releaseProposal(section, decided, { summary: '花壇を育てます。', keys: [] })
        expect((await again(db, row)).published_at).toBeTruthy()
      })
    }),
  )

  test(
    'is read whole by the officer who confirms it: decision, reasons, conditions, days, and the letter without its number',
    inCity(async (c) => {
      const row = await c.run((db) => aProposal(c, db, 'under_review'))
      const typed = { ...decision, decided_on: '令和8年11月25日', released_on: '令和8年12月1日' }
      const first = c.as('section')
      const sent = await first.fill(urls.decision(at(row)), typed)
      const own = await first.follow(sent)
      expect([own.buttons.includes('起案を取り下げる'), own.says]).toEqual([
        true,
        expect.stringContaining('別の方が確認した時点で行われます'),
      ])
      const page = await c.as('clerk').get(confirmation(urls.decision(at(row))))
      for (const part of [
        c.people.section!.name,
        '条件付採択',
        decision.reasons,
        decision.conditions,
        '令和8年11月25日',
        '令和8年12月1日',
        '案（番号は、決裁のあとに付きます）',
      ])
        expect(page.says).toContain(part)
      expect(page.buttons).toContain('確認した。この内容で決定する')
    }),
  )

  test(
    'is in the record with both officers, and the group never sees the preparation',
    inCity(async (c) => {
      const row = await c.run((db) => aProposal(c, db, 'decided'))
      const entries = await c.run((db) => entriesOf(db, [{ kind: 'proposal', id: row.id }]))
      const decided = entries.find(({ kind }) => kind === 'proposal.decided')
      expect([decided?.names?.actor, decided?.act?.prepared?.name]).toEqual([
        c.people.clerk!.name,
        c.people.section!.name,
      ])
      const prepared = '「決定する」を起案しました'
      expect((await c.as('section').get(urls.show(at(row)))).says).toContain(prepared)
      expect((await c.as('secretary').get(urls.show(at(row)))).says).not.toContain(prepared)
    }),
  )

  test(
    'waits in the inbox of the other officers, and of nobody else',
    inCity(async (c) => {
      await c.run(async (db) => {
        const row = await aProposal(c, db, 'under_review')
        await decideProposal.prepare(await c.act(db, 'section'), row, decision)
        const kindsFor = async (person: string) =>
          (await proposals.inbox!(await c.act(db, person), city)).map(({ kind }) => kind)
        expect(await kindsFor('clerk')).toContain('「決定する」を確認する')
        for (const person of ['section', 'officer', 'secretary', 'stranger'])
          expect(await kindsFor(person), person).not.toContain('「決定する」を確認する')
      })
    }),
  )
})

describe('the page of a proposal', () => {
  const linksFor = async (c: CityWorld, person: string, row: Proposal) =>
    (await c.as(person).get(urls.show(at(row)))).links.map(({ href }) => href)

  test(
    'has the preparation in place of the button while one waits, whichever act it is, and the button again afterwards',
    inCity(async (c) => {
      const under = await c.run((db) => aProposal(c, db, 'under_review'))
      const decided = await c.run((db) => aProposal(c, db, 'decided'))
      const typed = { ...decision, decided_on: '令和8年11月25日', released_on: '' }
      for (const [row, verb, values] of [
        [under, urls.decision(at(under)), typed],
        [decided, urls.correction(at(decided)), { reason: '写しまちがえたため。', reasons: '別の理由のため。' }],
        [decided, urls.annulment(at(decided)), { reason: '審査をやり直すため。' }],
        [decided, urls.release(at(decided)), { summary: '花壇を育てます。' }],
      ] as const) {
        expect(await linksFor(c, 'section', row)).toContain(verb)
        await c.as('section').fill(verb, values)
        for (const person of ['section', 'clerk']) {
          const links = await linksFor(c, person, row)
          expect([links.includes(verb), links.includes(confirmation(verb))], `${person} ${verb}`).toEqual([false, true])
        }
        for (const person of ['secretary', 'officer'])
          expect(await linksFor(c, person, row), person).not.toContain(confirmation(verb))
        await c.as('clerk').fill(confirmation(verb), { reason: 'もう一度確かめてください。' }, 'dismiss')
        expect(await linksFor(c, 'clerk', row)).toContain(verb)
      }
    }),
  )

  test(
    'is read in as many statements however much waits, and by its group in none more',
    inCity(async (c) => {
      const row = await c.run((db) => aProposal(c, db, 'decided'))
      const countFor = async (person: string) => {
        const browser = c.as(person)
        await browser.get(urls.show(at(row)))
        let statements = 0
        const stop = onStatement(() => statements++)
        await browser.get(urls.show(at(row)))
        stop()
        return statements
      }
      const before = await countFor('secretary')
      await c.as('section').fill(urls.annulment(at(row)), { reason: '審査をやり直すため。' })
      const [one, group] = [await countFor('section'), await countFor('secretary')]
      await c.as('section').fill(urls.release(at(row)), { summary: '花壇を育てます。' })
      expect([await countFor('section'), group]).toEqual([one, before])
    }),
  )
})

describe('a release under four eyes', () => {
  test(
    'shows the officer who confirms it what becomes public, in words, and not what was left out',
    inCity(async (c) => {
      const row = await c.run((db) => aProposal(c, db, 'decided'))
      const sent = await c
        .as('section')
        .fill(urls.release(at(row)), { summary: '川沿いの花壇を三者で育てます。', keys: 'idea_issue' })
      expect(sent.status).toBe(303)
      expect((await c.as('nobody').get(urls.show(at(row)))).status).toBe(404)
      const page = await c.as('clerk').get(confirmation(urls.release(at(row))))
      for (const part of ['川沿いの花壇を三者で育てます。', '解決したいこと', '誰が、いつ、どこで'])
        expect(page.says).toContain(part)
      expect(page.says).not.toContain('東高校')
      expect((await c.as('clerk').fill(confirmation(urls.release(at(row))))).status).toBe(303)
      expect((await c.as('nobody').get(urls.show(at(row)))).status).toBe(200)
    }),
  )
})
