import { expect, test } from 'vitest'
import { aProposal, openFor } from '../../../../test/proposals.ts'
import { useWorld } from '../../../../test/world.ts'
import { sheetIn } from '../proposal/proposal.ts'
import { namedIn, releasable } from '../proposal/searchable.ts'

const w = useWorld()

test('a person who proposes is named neither by the summary nor by a released answer; a group may be', () =>
  w.inCity('kawaguchi', async (c) => {
    await openFor(c)
    const decided = await c.run((db) => aProposal(c, db, 'decided'))
    const keys = releasable(sheetIn(decided), decided.contents).map(({ key }) => key)
    const named = { summary: '花壇さんが、川沿いに植えます。', keys }
    expect(namedIn({ ...decided, party_name: '花壇 育子' }, named)).toEqual({})
    const person = { ...decided, party_unit: 'person', party_name: '花壇 育子' } as const
    expect(namedIn(person, named)).toEqual({
      summary: expect.stringContaining('お名前を除いて'),
      keys: expect.stringMatching(/^「.+」に、提案した方のお名前が入っています/),
    })
    expect(namedIn(person, { summary: '川沿いに植えます。', keys: [] })).toEqual({})
  }))
