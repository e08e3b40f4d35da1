import type { Child } from 'hono/jsx'
import type { Frame } from './web/index.ts'

/**
 * The data that a thing keeps of the modules it came from and of those that look back on it; each module adds its part by
 * declaration merging.
 * @public
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Kept {}

/**
 * What the page of a thing hands to the sections that later modules have on it, by the thing's kind: each module whose page has
 * room for them adds its own by declaration merging.
 * @public
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Displayed {}

/** A thing of which several modules tell, as one reader may know it. */
export interface Traced {
  /** With the charter that the thing was made under. */
  frame: Frame
  ref: string
  kept: Kept
  /** Whether the reader takes part in it or is on the city's staff. */
  inside: boolean
  /** The address parts of the other things that this reader can open. */
  open: { proposal?: string; agreement?: string }
}

/** A point in a timeline, drawn by its module. */
export interface Moment {
  on: string
  /** The key of the record entry of the same event; where there is one, the entry's date is shown. */
  key?: string
  what: Child
  who?: string
  milestone?: boolean
  /** A talk: principles count these. */
  talk?: true
  children?: Child
}
