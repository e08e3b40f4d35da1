import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { run } from './charter-check.ts'

test('a city keeps its folder outside the program, which an update replaces', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'charters-'))
  const said: unknown[] = []
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((words) => Boolean(said.push(words)))
  try {
    cpSync('test/sixth-city', join(folder, 'minatono'), { recursive: true })
    expect([await run([join(folder, 'minatono')]), said.join('')]).toEqual([
      0,
      expect.stringContaining('正しく読めました'),
    ])
  } finally {
    out.mockRestore()
    rmSync(folder, { recursive: true })
  }
})
