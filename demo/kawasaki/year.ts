import type { Story } from '../story.ts'
import { stranded, streets } from './pacts.ts'
import { flags, nightClass, signs, supper } from './proposals.ts'
import { satoyama, valley, valleyAgain } from './satoyama.ts'
import { benches, slopes, voicesMap } from './wards.ts'

/** 川崎市: a year and a half of it, invented. */
export const kawasakiYear: Story[] = [
  satoyama,
  valley,
  valleyAgain,
  streets,
  stranded,
  voicesMap,
  benches,
  slopes,
  supper,
  signs,
  flags,
  nightClass,
]
