import { readdirSync } from 'node:fs'
import { describe, test } from 'vitest'
import { evaluate } from './evaluation.ts'
import { atTheirScreens } from './groups-part.ts'
import { agree, carryOut, decide, propose, type Walk } from './main-job.ts'
import { useTown } from './town.ts'
import { crossings } from './visitor.ts'

const MINUTES = 400_000

/** Every city with a charter; each has its own file in `main-job/`, so that they run in parallel. */
export const cities = readdirSync('charters')
  .filter((name) => !/\.|common/.test(name))
  .sort()

async function walkThrough(walk: Walk): Promise<void> {
  const title = `川べりの花壇${walk.given.width ?? ''}${walk.given.script === false ? '静' : ''}`
  const ref = await propose(walk, title)
  await decide(walk, ref, title)
  await agree(walk, title)
  await evaluate(walk, await carryOut(walk, title), title)
}

/** Call once in a city's file: the whole main job, with two kinds of visitors. */
export function walkTheWholeWay(city: string): void {
  const town = useTown()
  describe(`in ${city}`, () => {
    test.each(crossings[cities.indexOf(city) % 2]!)(
      'a group proposes, the city decides, both sign, carry it out and evaluate it, %s',
      (_, given) => walkThrough({ town, city, given, group: atTheirScreens }),
      MINUTES,
    )
  })
}
