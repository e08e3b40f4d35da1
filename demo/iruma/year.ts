import type { Story } from '../story.ts'
import { lantern } from './lantern.ts'
import { path } from './path.ts'
import { camera, listening, notice, orchard, river } from './proposals.ts'
import { rides, ridesAgain } from './rides.ts'
import { voices } from './voices.ts'
import { leaves, woods } from './woods.ts'

/** 入間市: a year and a half of it, invented. */
export const irumaYear: Story[] = [
  rides,
  ridesAgain,
  woods,
  leaves,
  lantern,
  voices,
  path,
  orchard,
  listening,
  notice,
  river,
  camera,
]
