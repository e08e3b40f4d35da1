import { expect, test } from 'vitest'
import { aProposal, openFor } from '../../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { filesOf } from '../../../platform/files/index.ts'
import type { ProposalState } from '../lifecycle.ts'
import { findProposalById } from '../queries/one.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'

const w = useWorld()
const city = 'kawaguchi'
const scan = () => new File(['%PDF-1.4'], '団体の書面.pdf', { type: 'application/pdf' })

/** A proposal that came on paper, in this state. */
async function onPaper(c: CityWorld, state: ProposalState) {
  await openFor(c)
  const { id } = await c.run((db) => aProposal(c, db, state))
  await c.run((db) => db.updateTable('proposals').set({ channel: 'paper' }).where('id', '=', id).execute())
  return c.run(async (db) => (await findProposalById(db, id))!)
}

const again = (c: CityWorld, id: string) => c.run(async (db) => (await findProposalById(db, id))!)

test.each([
  ['revised in the talks', 'in_talks', urls.edit, { 'answers.idea_issue': '書面で改めた文章' }],
  ['submitted again after it was sent back', 'returned', urls.submission, {}],
  ['withdrawn', 'submitted', urls.withdrawal, { reason: '人手が集まらないため。' }],
  ['declined', 'decided', urls.decline, { reason: '人手が集まらないため。' }],
] as const)(
  'what a group has handed in is %s by the section only from the group’s own paper',
  (_, state, page, words) =>
    w.inCity(city, async (c) => {
      const one = await onPaper(c, state)
      const at = page({ city, ref: refOf(one) })
      const without = await c.as('section').fill(at, words)
      expect([without.status, Object.keys(without.errors)]).toEqual([422, ['scan']])
      expect(await again(c, one.id)).toMatchObject({ state, revision: one.revision })
      const sent = await c.as('section').fill(at, { ...words, scan: scan() })
      expect(sent.status, JSON.stringify(sent.errors)).toBe(303)
      const kept = await c.run((db) => filesOf(db, { kind: 'proposal', id: one.id }, 'scan'))
      expect(kept.map(({ name }) => name)).toEqual(['団体の書面.pdf'])
    }),
)

test('the group itself is asked for no paper', () =>
  w.inCity(city, async (c) => {
    const one = await onPaper(c, 'submitted')
    const page = await c.as('secretary').get(urls.withdrawal({ city, ref: refOf(one) }))
    expect(page.says).not.toContain('書面の写し')
    expect((await c.as('secretary').fill(urls.withdrawal({ city, ref: refOf(one) }))).status).toBe(303)
  }))
