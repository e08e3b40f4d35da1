import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Conflict } from '../../platform/refusals.ts'
import { lifecycle, type ProposalState, type ProposalVerb } from './lifecycle.ts'

const states = Object.keys(lifecycle.states) as ProposalState[]
const verbs = Object.keys(lifecycle.moves) as ProposalVerb[]

/** Every other move is refused. */
const table: Record<ProposalState, Partial<Record<ProposalVerb, ProposalState>>> = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { return: 'returned', accept: 'accepted', withdraw: 'withdrawn' },
  returned: { submit: 'submitted', withdraw: 'withdrawn' },
  accepted: { openTalks: 'in_talks', withdraw: 'withdrawn' },
  in_talks: { revise: 'in_talks', review: 'under_review', withdraw: 'withdrawn' },
  under_review: { decide: 'decided', withdraw: 'withdrawn' },
  decided: { annul: 'under_review', resume: 'under_review', decline: 'declined' },
  withdrawn: {},
  declined: {},
}

describe('the states of a proposal', () => {
  for (const state of states) {
    for (const verb of verbs) {
      const to = table[state][verb]
      const sentence = to
        ? `${verb} leads from ${state} to ${to}`
        : `${verb} is refused in ${state}, with a sentence that names both`
      test(sentence, () => {
        if (to) return expect(lifecycle.move(state, verb)).toBe(to)
        expect(() => lifecycle.move(state, verb)).toThrow(Conflict)
        expect(() => lifecycle.move(state, verb)).toThrow(lifecycle.label(state))
      })
    }
  }

  test('whatever is tried in whatever order, a proposal stays in a known state, and no move leaves a final one', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...verbs), { maxLength: 40 }), (tried) => {
        let state: ProposalState = 'draft'
        for (const verb of tried) {
          const ended: boolean = state === 'withdrawn' || state === 'declined'
          const expected: ProposalState | undefined = table[state][verb]
          if (lifecycle.canMove(state, verb)) state = lifecycle.move(state, verb)
          expect(states).toContain(state)
          if (ended) expect(expected).toBeUndefined()
          else if (expected) expect(state).toBe(expected)
        }
      }),
    )
  })

  test('a decided proposal can no longer be withdrawn, and one that is not decided cannot be declined', () => {
    expect(lifecycle.canMove('decided', 'withdraw')).toBe(false)
    for (const state of states.filter((one) => one !== 'decided'))
      expect(lifecycle.canMove(state, 'decline')).toBe(false)
  })
})
