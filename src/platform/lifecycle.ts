import { Conflict } from './refusals.ts'
import { sentences } from './words/sentences.ts'

export interface StateSpec {
  label: string
  easy: string
  en: string
  meaning: string
  tone: 'quiet' | 'waiting' | 'going' | 'done' | 'ended' | 'stopped'
}

export interface MoveSpec<S extends string> {
  from: readonly S[]
  to: S
  label: string
}

/** States and moves as data, from which guards, badges, buttons and the drawing in docs/generated are made. */
export interface Lifecycle<S extends string, V extends string> {
  name: string
  states: Record<S, StateSpec>
  moves: Record<V, MoveSpec<S>>
  /** Returns the state after the move; throws a `Conflict` where the move does not begin in `state`. */
  move(state: S, verb: V): S
  canMove(state: S, verb: V): boolean
  /** The heading and sentence of the page for a move that does not begin in `state`. */
  refused(state: S, verb: V): { heading: string; sentence: string }
  label(state: S): string
}

/** `defineLifecycle('提案', { draft: … }, { submit: { from: ['draft'], to: 'submitted', label: '提出する' } })` */
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
  // The permission table asks every verb in the states of every noun; a foreign state is refused like any other.
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
