import type { Child } from 'hono/jsx'
import type { Frame } from './web/index.ts'

/**
 * What a thing keeps of the modules that it came from and of those that look back on it, so that everyone reads the same as
 * those inside: each module adds its part by declaration merging, as it adds its tables to `Tables`.
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
  /** The reader's frame, with the charter that the thing was made under. */
  frame: Frame
  /** The thing's own part of its address. */
  ref: string
  kept: Kept
  /** Whether the reader takes part in it or is on the city's staff. */
  inside: boolean
  /** What else this reader can open, by what it is: the part of its address. */
  open: { proposal?: string; agreement?: string }
}

/** A point in a timeline, drawn by the module that knows of it. */
export interface Moment {
  on: string
  /** The entry of the record that tells of the same; where there is one, its day holds. */
  key?: string
  what: Child
  who?: string
  milestone?: boolean
  /** It was a talk: each of them is among what principles are judged by. */
  talk?: true
  children?: Child
}
