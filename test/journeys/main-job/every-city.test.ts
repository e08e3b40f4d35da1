import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cities } from '../whole-way.ts'

test('every city that has a charter is walked through', () => {
  const walked = readdirSync(import.meta.dirname).map((name) => name.replace('.test.ts', ''))
  expect(walked.sort()).toEqual([...cities, 'every-city'].sort())
})
