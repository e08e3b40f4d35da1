import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Conflict } from '../../platform/refusals.ts'
import { lifecycle, type ProjectState, type ProjectVerb } from './lifecycle.ts'

const states = Object.keys(lifecycle.states) as ProjectState[]
const verbs = Object.keys(lifecycle.moves) as ProjectVerb[]

test.each([
  ['planned', 'start', 'active'],
  ['active', 'finish', 'awaiting_evaluation'],
  ['awaiting_evaluation', 'evaluate', 'evaluated'],
  ['evaluated', 'decide', 'decided'],
  ['awaiting_evaluation', 'decide', 'decided'],
  ['planned', 'stop', 'decided'],
  ['active', 'stop', 'decided'],
] as const)('from %s, %s leads to %s', (from, verb, to) => {
  expect(lifecycle.move(from, verb)).toBe(to)
})

test('what is not possible is refused in a sentence that names where it stands', () => {
  expect(() => lifecycle.move('decided', 'start')).toThrow(Conflict)
  expect(() => lifecycle.move('planned', 'decide')).toThrow('準備中')
})

const afterDecision: ProjectVerb[] = ['correct', 'annul', 'annulUnevaluated']

test('a decision is corrected where it stands, or annulled to where it was made; nothing else leads out of it', () => {
  expect(verbs.filter((verb) => lifecycle.canMove('decided', verb))).toEqual(afterDecision)
  const before = lifecycle.moves.decide.from
  expect([lifecycle.move('decided', 'annulUnevaluated'), lifecycle.move('decided', 'annul')]).toEqual(before)
  expect(lifecycle.move('decided', 'correct')).toBe('decided')
})

test('whatever else is tried, it only ever goes forward and reaches an end', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...verbs.filter((verb) => !afterDecision.includes(verb))), { maxLength: 40 }),
      (tried) => {
        let state: ProjectState = 'planned'
        let moves = 0
        for (const verb of tried) {
          if (!lifecycle.canMove(state, verb)) continue
          const next = lifecycle.move(state, verb)
          expect(states.indexOf(next)).toBeGreaterThan(states.indexOf(state))
          state = next
          moves += 1
        }
        expect(moves).toBeLessThanOrEqual(states.length - 1)
      },
    ),
  ))
