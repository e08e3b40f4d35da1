import type { Story } from '../story.ts'
import { callingMap } from './calling-map.ts'
import { stranded, streets } from './pacts.ts'
import { plainWords } from './plain-words.ts'
import { flags, nightClass, signs, supper } from './proposals.ts'
import { satoyama } from './satoyama.ts'
import { valley, valleyAgain } from './valley.ts'
import { benches, slopes } from './wards.ts'

/** 川崎市: a year and a half of it, invented. */
export const kawasakiYear: Story[] = [
  satoyama,
  valley,
  valleyAgain,
  streets,
  stranded,
  callingMap,
  benches,
  slopes,
  plainWords,
  supper,
  signs,
  flags,
  nightClass,
]
