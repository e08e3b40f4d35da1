import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Conflict } from '../../platform/refusals.ts'
import { type AgreementState, type AgreementVerb, lifecycle } from './lifecycle.ts'

const verbs = Object.keys(lifecycle.moves) as AgreementVerb[]
const states = Object.keys(lifecycle.states) as AgreementState[]

/** Where a sequence of verbs leads, refused ones left out. */
function walk(sequence: AgreementVerb[]): AgreementState[] {
  const way: AgreementState[] = ['draft']
  for (const verb of sequence) if (lifecycle.canMove(way.at(-1)!, verb)) way.push(lifecycle.move(way.at(-1)!, verb))
  return way
}

const anyWalk = fc.array(fc.constantFrom(...verbs), { maxLength: 30 })

test('nobody gets into force but through an offer that everybody signed', () => {
  fc.assert(
    fc.property(anyWalk, (sequence) => {
      const way = walk(sequence)
      const first = way.indexOf('in_force')
      expect(first === -1 || way[first - 1] === 'offered').toBe(true)
    }),
  )
})

test('what has ended or was given up never moves again, and nothing in force becomes a draft', () => {
  fc.assert(
    fc.property(anyWalk, (sequence) => {
      const way = walk(sequence)
      const end = way.findIndex((state) => state === 'ended' || state === 'terminated')
      expect(end === -1 || end === way.length - 1).toBe(true)
      const force = way.indexOf('in_force')
      expect(force === -1 || !way.slice(force).some((state) => state === 'draft' || state === 'offered')).toBe(true)
    }),
  )
})

test.each(states.flatMap((state) => verbs.map((verb) => [state, verb] as const)))(
  'at %s, %s either leads to a known state or is refused with a sentence',
  (state, verb) => {
    if (lifecycle.canMove(state, verb)) expect(states).toContain(lifecycle.move(state, verb))
    else expect(() => lifecycle.move(state, verb)).toThrow(Conflict)
  },
)
