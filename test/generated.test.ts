import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { generated } from '../src/commands/generated.ts'

test('every document that is made from the code is as fresh as the code: if not, run `bin/tomoni generate`', async () => {
  const stale: string[] = []
  for (const [file, text] of Object.entries(await generated())) {
    if ((await readFile(file, 'utf8').catch(() => '')) !== text) stale.push(file)
  }
  expect(stale).toEqual([])
})
