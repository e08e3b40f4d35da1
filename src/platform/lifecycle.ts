import { Conflict } from './refusals.ts'
import { sentences } from './words/sentences.ts'

export interface StateSpec {
  label: string
  /** The label in plain Japanese and in English. */
  easy: string
  en: string
  /** What the state means for the people waiting, in one short sentence. */
  meaning: string
  /** How a badge looks: never colour alone, the word is always there. */
  tone: 'quiet' | 'waiting' | 'going' | 'done' | 'ended' | 'stopped'
}

export interface MoveSpec<S extends string> {
  from: readonly S[]
  to: S
  label: string
}

/** States and transitions as data: guard, badge, buttons and the drawing in docs/generated all come from here. */
export interface Lifecycle<S extends string, V extends string> {
  name: string
  states: Record<S, StateSpec>
  moves: Record<V, MoveSpec<S>>
  /** The state after the verb; `Conflict` with a sentence when the record is not where the verb begins. */
  move(state: S, verb: V): S
  canMove(state: S, verb: V): boolean
  /** What a person is told who comes with this verb in a state where it does not begin. */
  refused(state: S, verb: V): { heading: string; sentence: string }
  label(state: S): string
}

/**
 * `defineLifecycle('提案', { draft: … }, { submit: { from: ['draft'], to: 'submitted', label: '提出する' } })`
 * `name` is the thing's word as used in the sentence of a refused move.
 */
export function defineLifecycle<S extends string, V extends string>(
  name: string,
  states: Record<S, StateSpec>,
  moves: Record<V, MoveSpec<NoInfer<S>>>,
): Lifecycle<S, V> {
  sentences(
    Object.fromEntries(
      Object.entries<StateSpec>(states).map(([key, { label, easy, en }]) => [key, { ja: label, easy, en }]),
    ),
  )
  const canMove = (state: S, verb: V) => moves[verb].from.includes(state)
  // The table of permissions asks every verb in the states of every noun: a foreign one is refused like any other.
  const named = (state: S) => (Object.hasOwn(states, state) ? states[state].label : state)
  const refused = (state: S, verb: V) => ({
    heading: `この${name}は、いま「${named(state)}」です`,
    sentence: `この${name}はいま「${named(state)}」のため、「${moves[verb].label}」はできません。画面を読み込み直して、最新の状態をご確認ください。`,
  })
  return {
    name,
    states,
    moves,
    canMove,
    refused,
    label: named,
    move(state, verb) {
      if (canMove(state, verb)) return moves[verb].to
      const { heading, sentence } = refused(state, verb)
      throw new Conflict(sentence, undefined, { heading })
    },
  }
}
