import type { Child } from 'hono/jsx'
import type { Frame } from './web/index.ts'

/**
 * The facts from other modules that a thing keeps; each module adds its own by declaration merging.
 * @public
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Kept {}

/**
 * The data of a page for the sections that later modules add to it; each page's module adds its own by declaration merging.
 * @public
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Displayed {}

/** A thing with data from several modules, as far as one reader may see it. */
export interface Traced {
  /** Has the charter that the thing was made under. */
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
