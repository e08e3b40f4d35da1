import { choice } from './choice.tsx'
import { choices } from './choices.tsx'
import { date } from './date.tsx'
import { files } from './files.tsx'
import type { Kind, KindName } from './kind.ts'
import { long } from './long.tsx'
import { number } from './number.tsx'
import { scale } from './scale.tsx'
import { tables } from './tables.ts'
import { text } from './text.tsx'
import { words } from './words.tsx'
import { yen } from './yen.tsx'

/** Every kind of question, a file for each. */
export const kinds: Record<KindName, Kind> = {
  text,
  long,
  number,
  yen,
  date,
  choice,
  choices,
  ...tables,
  files,
  scale,
  words,
}
