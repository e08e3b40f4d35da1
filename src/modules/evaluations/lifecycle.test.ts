import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Conflict } from '../../platform/refusals.ts'
import { type EvaluationState, type EvaluationVerb, lifecycle } from './lifecycle.ts'

describe('the lifecycle of a year', () => {
  const states = Object.keys(lifecycle.states) as EvaluationState[]
  const verbs = Object.keys(lifecycle.moves) as EvaluationVerb[]

  test('what was opened is never closed again, whatever is tried', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...verbs), { maxLength: 40 }), (tried) => {
        let state: EvaluationState = 'answering'
        for (const verb of tried) {
          if (!lifecycle.canMove(state, verb)) continue
          const next = lifecycle.move(state, verb)
          if (verb.startsWith('annul')) expect(lifecycle.canMove(next, 'decide')).toBe(true)
          else expect(states.indexOf(next)).toBeGreaterThanOrEqual(states.indexOf(state))
          expect(state === 'answering' || next !== 'answering').toBe(true)
          state = next
        }
      }),
    ))

  test('a talk before the opening is refused in a sentence', () => {
    expect(() => lifecycle.move('answering', 'talk')).toThrow(Conflict)
  })
})
