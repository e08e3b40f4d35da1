import { z } from 'zod'

/** How long what is written of a project may be. */
export const limits = {
  title: 100,
  purpose: 600,
  summary: 400,
  words: 400,
  does: 300,
  brings: 200,
  /** As long as a row of a proposal may be, whose targets are taken over. */
  target: 300,
  unit: 20,
  report: 4000,
  parties: 100,
  /** New ones at a time; a report may be added to. */
  photos: 4,
  photoWords: 200,
}

/** For whom a person does something, where they speak for a party (rulings 12). */
export const acting_for = z.string().default('')
