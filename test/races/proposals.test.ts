import { beforeAll, describe, expect, test } from 'vitest'
import { signAgreement } from '../../src/modules/agreements/index.ts'
import { decideProposal, findProposalById, submitProposal } from '../../src/modules/proposals/index.ts'
import { urls } from '../../src/modules/proposals/urls.ts'
import { entriesOf, verifyCity } from '../../src/platform/record/index.ts'
import { Conflict } from '../../src/platform/refusals.ts'
import { today } from '../../src/platform/time/index.ts'
import { anAgreement } from '../agreements.ts'
import { aDraft, aProposal, openFor, second } from '../proposals.ts'
import { type CityWorld, useWorld } from '../world.ts'

const w = useWorld({ alone: true })
const city = 'kawaguchi'
const FIFTY = 50
const BOTH = 'ほかの方が保存した内容'

/** Runs the same work fifty times at once, each in a transaction on its own connection. */
async function fiftyAtOnce<T>(work: (turn: number) => Promise<T>) {
  const ended = await Promise.allSettled(Array.from({ length: FIFTY }, (_, turn) => work(turn)))
  const done = ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const refused = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []))
  return { done, refused }
}

/** All but one get a sentence about the conflict; nobody gets a bare error. */
function expectConflicts(refused: Error[]) {
  for (const reason of refused) {
    expect(reason).toBeInstanceOf(Conflict)
    expect(reason.message).toMatch(/。$/)
  }
}

const decisionOf = (c: CityWorld) => ({
  decision: 'adopted' as const,
  reasons: '地域の課題に合うため。',
  conditions: '',
  decided_on: today(c.now),
  released_on: null,
})

const wholeChain = (c: CityWorld) => c.run((db) => verifyCity(db))

const kindsOf = (c: CityWorld, kind: string, id: string) =>
  c.run(async (db) => (await entriesOf(db, [{ kind, id }])).map((one) => one.kind))

describe('fifty at once', () => {
  beforeAll(() => w.onRealConnections(city, (c) => openFor(c)))

  test('the same draft is handed in once and has one number', () =>
    w.onRealConnections(city, async (c) => {
      const draft = await c.run((db) => aDraft(c, db))
      const { done, refused } = await fiftyAtOnce(() =>
        c.run(async (db) => submitProposal(await c.act(db, 'secretary'), draft, { received_on: null })),
      )
      expect([done.length, refused.length]).toEqual([1, FIFTY - 1])
      expectConflicts(refused)
      const after = await c.run((db) => findProposalById(db, draft.id))
      expect([after!.state, after!.number]).toEqual(['submitted', done[0]!.made.number])
      expect((await kindsOf(c, 'proposal', draft.id)).filter((kind) => kind === 'proposal.submitted')).toHaveLength(1)
      expect(await wholeChain(c)).toMatchObject({ doubts: [] })
    }))

  test('fifty drafts get fifty numbers, without a gap and none twice', () =>
    w.onRealConnections(city, async (c) => {
      const drafts: Awaited<ReturnType<typeof aDraft>>[] = []
      for (let turn = 0; turn < FIFTY; turn++)
        drafts.push(await c.run((db) => aDraft(c, db, { title: `${turn + 1}番目の提案` })))
      const { done, refused } = await fiftyAtOnce((turn) =>
        c.run(async (db) => submitProposal(await c.act(db, 'secretary'), drafts[turn]!, { received_on: null })),
      )
      expect(refused).toEqual([])
      const numbers = done.map(({ made }) => made.number!).sort((a, b) => a - b)
      expect(numbers).toEqual(Array.from({ length: FIFTY }, (_, at) => numbers[0]! + at))
      expect(await wholeChain(c)).toMatchObject({ doubts: [] })
    }))

  test('one signatory signs the same text once', () =>
    w.onRealConnections(city, async (c) => {
      const d = await c.run((db) => anAgreement(c, db, 'offered'))
      const input = { party_id: c.parties.first!.id, digest: d.offered!.digest, agree: 'yes' as const }
      const { done, refused } = await fiftyAtOnce(() =>
        c.run(async (db) => signAgreement(await c.act(db, 'secretary'), d, input)),
      )
      expect([done.length, refused.length]).toEqual([1, FIFTY - 1])
      for (const reason of refused) expect(reason.message).toMatch(/。$/)
      expect((await kindsOf(c, 'agreement', d.id)).filter((kind) => kind === 'agreement.signed')).toHaveLength(1)
      expect(await wholeChain(c)).toMatchObject({ doubts: [] })
    }))

  test('one decision falls on a proposal, whatever fifty officers press', () =>
    w.onRealConnections(city, async (c) => {
      const row = await c.run((db) => aProposal(c, db, 'under_review'))
      const { done, refused } = await fiftyAtOnce((turn) =>
        c.run(async (db) =>
          decideProposal.byTwo(await c.act(db, 'section'), await second(c, db), row, {
            ...decisionOf(c),
            decision: turn % 2 ? 'adopted' : 'not_adopted',
            reasons: `${turn}人目の理由`,
          }),
        ),
      )
      expect([done.length, refused.length]).toEqual([1, FIFTY - 1])
      expectConflicts(refused)
      const after = await c.run((db) => findProposalById(db, row.id))
      expect([after!.decision, after!.reasons]).toEqual([done[0]!.made.decision, done[0]!.made.reasons])
      expect((await kindsOf(c, 'proposal', row.id)).filter((kind) => kind === 'proposal.decided')).toHaveLength(1)
      expect(await wholeChain(c)).toMatchObject({ doubts: [] })
    }))

  test('a decision is prepared once and confirmed once, whatever fifty officers press', () =>
    w.onRealConnections(city, async (c) => {
      const row = await c.run((db) => aProposal(c, db, 'under_review'))
      const prepared = await fiftyAtOnce(() =>
        c.run(async (db) => decideProposal.prepare(await c.act(db, 'section'), row, decisionOf(c))),
      )
      expect([prepared.done.length, prepared.refused.length]).toEqual([1, FIFTY - 1])
      expectConflicts(prepared.refused)
      const open = await c.run((db) =>
        db.selectFrom('prepared_acts').selectAll().where('subject_id', '=', row.id).executeTakeFirstOrThrow(),
      )
      const { done, refused } = await fiftyAtOnce(() =>
        c.run(async (db) => decideProposal.confirmPrepared(await c.act(db, 'clerk'), row, open)),
      )
      expect([done.length, refused.length]).toEqual([1, FIFTY - 1])
      expectConflicts(refused)
      expect((await kindsOf(c, 'proposal', row.id)).filter((kind) => kind === 'proposal.decided')).toHaveLength(1)
      expect(await wholeChain(c)).toMatchObject({ doubts: [] })
    }))

  test('of fifty who save the same page, one is kept; the others keep what they wrote and overwrite nothing', () =>
    w.onRealConnections(city, async (c) => {
      const draft = await c.run((db) => aDraft(c, db))
      const url = urls.edit({ city, ref: draft.id })
      const browsers = Array.from({ length: FIFTY }, () => c.as('secretary'))
      const pages = await Promise.all(browsers.map((browser) => browser.get(url)))
      const title = Object.keys(pages[0]!.formValues).find((name) => /(^|[._])title$/.test(name))!
      const answers = await Promise.all(
        browsers.map((browser, turn) =>
          browser.post(url, { ...pages[turn]!.formValues, [title]: `${turn}人目の題名`, _act: 'save' }),
        ),
      )
      const kept = answers.filter(({ status }) => status === 303)
      expect(kept).toHaveLength(1)
      const after = await c.run((db) => findProposalById(db, draft.id))
      expect(after!.title).toBe(`${answers.indexOf(kept[0]!)}人目の題名`)
      for (const [turn, answer] of answers.entries()) {
        if (answer === kept[0]) continue
        expect(answer.status).toBe(409)
        expect([answer.formValues[title], /ほかの方が/.test(answer.says)]).toEqual([`${turn}人目の題名`, true])
        // A person who lost within the action gets both texts at the next sending, before anything is overwritten.
        const shown = answer.says.includes(BOTH)
        const again = shown ? answer : await browsers[turn]!.post(url, { ...answer.formValues, _act: 'save' })
        expect([again.status, again.says.includes(BOTH)]).toEqual([409, true])
      }
      expect((await c.run((db) => findProposalById(db, draft.id)))!.title).toBe(after!.title)
    }))
})
