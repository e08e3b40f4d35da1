import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { preparedData } from './server.ts'

/** Fills the demonstration before any journey, and gives the processes a folder in which they note the pages they checked. */
export async function setup(): Promise<() => void> {
  await preparedData()
  const folder = mkdtempSync(join(tmpdir(), 'tomoni-looked-'))
  process.env.LOOKED = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
