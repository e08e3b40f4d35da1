import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { preparedData } from './server.ts'

/** Before any walk, the demonstration is filled; and for the length of the run a folder tells the processes what was looked at. */
export async function setup(): Promise<() => void> {
  await preparedData()
  const folder = mkdtempSync(join(tmpdir(), 'tomoni-looked-'))
  process.env.LOOKED = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
