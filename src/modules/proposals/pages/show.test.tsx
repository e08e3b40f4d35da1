import { describe, expect, test } from 'vitest'
import { aProposal, openFor, second } from '../../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import type { Act, Actor } from '../../../platform/actor.ts'
import { listLetters } from '../../../platform/letters/index.ts'
import { urls as agreements } from '../../agreements/urls.ts'
import { urls as inbox } from '../../inbox/urls.ts'
import { urls as projects } from '../../projects/urls.ts'
import { annulDecision } from '../actions/annul.ts'
import { correctDecision } from '../actions/correct.ts'
import { decideProposal } from '../actions/decide.ts'
import { proposals } from '../index.ts'
import type { ProposalState } from '../lifecycle.ts'
import { findProposalById } from '../queries/one.ts'
import { type Proposal, refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { leadOn } from '../writes/proposal.ts'

const w = useWorld()
const city = 'kawaguchi'
const at = (row: Parameters<typeof refOf>[0]) => ({ city, ref: refOf(row) })
const make = (c: CityWorld, state: ProposalState, options = {}) => c.run((db) => aProposal(c, db, state, options))

const asItIs = {
  reason: '写しまちがえたため。',
  decision: '',
  reasons: '',
  conditions: '',
  decided_on: null,
  released_on: null,
} as const
type ByTwo<Input> = { byTwo(act: Act, other: Actor, thing: Proposal, input: Input): Promise<unknown> }
const byTwo = <Input,>(c: CityWorld, { id }: Proposal, verb: ByTwo<Input>, input: Input) =>
  c.run(async (db) =>
    verb.byTwo(await c.act(db, 'section'), await second(c, db), (await findProposalById(db, id))!, input),
  )
const lettersOf = async (c: CityWorld, { id }: Proposal, ...kinds: string[]) => {
  const letters = await c.run((db) => listLetters(db, { kind: 'proposal', id }))
  return letters.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
}
const addressOf = (row: Proposal, letter: { id: string }) => `${urls.show(at(row))}/letters/${letter.id}`
const dueOf = (c: CityWorld, row: Proposal) =>
  c.run(async (db) => {
    const rows = await proposals.inbox!(await c.act(db, 'section'), city)
    return rows.find(({ href }) => href === urls.release(at(row)))!.due
  })

describe('a page that is opened at the wrong moment', () => {
  test('says what is the case and what can be done, and leads back to the proposal', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const row = await make(c, 'decided')
      const late = await c.as('secretary').get(urls.withdrawal(at(row)))
      expect([late.status, late.heading]).toEqual([409, 'この協働の提案は、もう「採択」と決まっています'])
      expect(late.says).toContain('決定のあとにやめるときは、「辞退する」の手続きになります。')
      expect(late.says).not.toContain('読み込み直して')
      expect(late.links).toContainEqual({ text: '提案のページへ戻る', href: urls.show(at(row)) })
      const twice = await c.as('section').get(urls.acceptance(at(row)))
      expect([twice.status, twice.heading]).toEqual([409, late.heading])
      expect(twice.says).toContain('「受理する」ができるのは、「提出済み」のときです。')
    }))

  test('a refusal leads back as well', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const row = await make(c, 'submitted')
      const release = await c.as('section').get(urls.release(at(row)))
      expect([release.status, release.links.map(({ href }) => href).includes(urls.show(at(row)))]).toEqual([409, true])
      const edit = await c.as('secretary').get(urls.edit(at(row)))
      expect([edit.status, edit.heading]).toEqual([409, 'この協働の提案は、いま「提出済み」です'])
    }))
})

describe('after the adoption', () => {
  const begins = (
    page: { links: { text: string; href: string }[] },
    row: Parameters<typeof refOf>[0] & { id: string },
  ) => page.links.filter(({ href }) => href === agreements.new({ city }, { proposal: row.id })).map(({ text }) => text)

  test('its group, its department and the section get the link to the agreement, and nobody else does', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const row = await make(c, 'decided', { released: true })
      for (const person of ['secretary', 'representative', 'section', 'officer'])
        expect([person, begins(await c.as(person).get(urls.show(at(row))), row)]).toEqual([
          person,
          ['協定を書き始める'],
        ])
      for (const person of ['neighbour', 'stranger', 'nobody'])
        expect([person, begins(await c.as(person).get(urls.show(at(row))), row)]).toEqual([person, []])
      for (const person of ['secretary', 'section', 'officer'])
        expect([person, begins(await c.as(person).get(inbox.mine({ city })), row)]).toEqual([
          person,
          ['取り決めを書き始める'],
        ])
    }))

  test('where no agreement is needed, the city enters the project, and nobody is sent to write an agreement', () =>
    w.inCity('yoshikawa', async (c) => {
      await openFor(c)
      const row = await c.run(async (db) => {
        const found = await aProposal(c, db, 'decided')
        await db
          .updateTable('proposals')
          .set({ programme: 'name-use', track: 'name-use' })
          .where('id', '=', found.id)
          .execute()
        return found
      })
      const here = { city: 'yoshikawa', ref: refOf(row) }
      const hrefs = async (person: string, path: string) => (await c.as(person).get(path)).links.map(({ href }) => href)
      const agreement = agreements.new({ city: 'yoshikawa' }, { proposal: row.id })
      const project = projects.new({ city: 'yoshikawa' }, { proposal: row.id })
      for (const person of ['section', 'secretary']) {
        for (const path of [urls.show(here), inbox.mine({ city: 'yoshikawa' })])
          expect([person, path, (await hrefs(person, path)).includes(agreement)]).toEqual([person, path, false])
      }
      expect(await hrefs('section', urls.show(here))).toContain(project)
      expect(await hrefs('secretary', urls.show(here))).not.toContain(project)
      await c.run(async (db) => leadOn(db, await c.act(db, 'section'), row, { project: 'r8-project-0001' }))
      const after = await hrefs('section', urls.show(here))
      expect(after).toContain(projects.show({ city: 'yoshikawa', ref: 'r8-project-0001' }))
      expect(after).not.toContain(project)
    }))

  test('nothing begins where it was not adopted, and what has begun is linked', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const refused = await make(c, 'decided', { decision: 'not_adopted' })
      expect(begins(await c.as('section').get(urls.show(at(refused))), refused)).toEqual([])
      const row = await make(c, 'decided')
      const started = await c
        .as('section')
        .fill(agreements.new({ city }, { proposal: row.id }), { kind: c.charter.agreement.kinds[0]!.key })
      expect(started.status).toBe(303)
      const id = started.location!.split('/').at(-2)!
      for (const person of ['section', 'secretary']) {
        const page = await c.as(person).get(urls.show(at(row)))
        expect([person, begins(page, row)]).toEqual([person, []])
        expect(page.links.map(({ href }) => href)).toContain(agreements.show({ city, ref: id }))
      }
      expect(begins(await c.as('section').get(inbox.mine({ city })), row)).toEqual([])
    }))

  test('the letter of the decision is one press away, under it, with the one that was corrected or annulled', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const row = await make(c, 'decided')
      const [decided] = await lettersOf(c, row)
      const papersFor = async (person: string) => {
        const { links } = await c.as(person).get(urls.show(at(row)))
        return links.filter(({ text }) => /^(?!令和).*通知書（PDF）$/.test(text))
      }
      for (const person of ['secretary', 'section'])
        expect(await papersFor(person)).toEqual([{ text: '通知書（PDF）', href: addressOf(row, decided!) }])
      await byTwo(c, row, correctDecision, { ...asItIs, reasons: '役割がはっきりしているため。' })
      const [corrected] = await lettersOf(c, row)
      expect(await papersFor('secretary')).toEqual([
        { text: '訂正の通知書（PDF）', href: addressOf(row, corrected!) },
        { text: '訂正された通知書（PDF）', href: addressOf(row, decided!) },
      ])
      await byTwo(c, row, annulDecision, { reason: '審査をやり直すため。' })
      const [annulled] = await lettersOf(c, row)
      expect(await papersFor('secretary')).toEqual([
        { text: '取消しの通知書（PDF）', href: addressOf(row, annulled!) },
        { text: '取り消された決定の通知書（PDF）', href: addressOf(row, corrected!) },
      ])
      const { links } = await c.as('secretary').get(urls.show(at(row)))
      for (const { number, id } of [decided!, corrected!])
        expect(links).toContainEqual({ text: number, href: addressOf(row, { id }) })
    }))

  test('every letter that was kept is linked by its own address, wherever a page names it', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const [decided, returned] = [await make(c, 'decided'), await make(c, 'returned')]
      for (const row of [decided, returned])
        for (const page of [urls.show, urls.receipt]) {
          const { links } = await c.as('secretary').get(page(at(row)))
          const general = [urls.letter, urls.receiptLetter, urls.returnLetter].map((url) => url(at(row)))
          expect(links.filter(({ href }) => general.includes(href))).toEqual([])
        }
      const [receipt] = await lettersOf(c, decided, 'proposal.receipt')
      expect((await c.as('secretary').get(urls.receipt(at(decided)))).links).toContainEqual({
        text: '受付票のPDF',
        href: addressOf(decided, receipt!),
      })
    }))

  test('a day of release is told where one was given, and the day of the decision is none', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const plain = await make(c, 'decided')
      expect(plain.released_on).toBe(plain.decided_on)
      expect((await c.as('secretary').get(urls.show(at(plain)))).says).not.toContain('公表の予定')
      expect(await dueOf(c, plain)).toBeUndefined()
      const later = await make(c, 'under_review')
      const given = { decision: 'adopted', reasons: '役割がはっきりしているため。', conditions: '' } as const
      await byTwo(c, later, decideProposal, { ...given, decided_on: '2026-11-25', released_on: '2026-12-10' })
      expect((await c.as('secretary').get(urls.show(at(later)))).says).toContain('公表の予定令和8年12月10日')
      expect(await dueOf(c, later)).toBe('2026-12-10')
    }))
})
