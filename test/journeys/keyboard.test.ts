import { test } from 'vitest'
import { evaluate } from './evaluation.ts'
import { atTheirScreens } from './groups-part.ts'
import { agree, carryOut, decide, propose, type Walk } from './main-job.ts'
import { useTown } from './town.ts'

const town = useTown()

test('the whole main job is walked with the keyboard alone', async () => {
  const given = { width: 1280, script: true, keyboard: true } as const
  const walk: Walk = { town, city: 'kawagoe', given, group: atTheirScreens }
  const title = '蔵の通りの花壇'
  const ref = await propose(walk, title)
  await decide(walk, ref, title)
  await agree(walk, title)
  await evaluate(walk, await carryOut(walk, title), title)
}, 600_000)
