import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Titles } from '../modules/charters/index.ts'

/** It only reads what the charters' pages say, so what its titles name does not run by it. */
const READS_ONLY = 'test/facts.test.ts'

const title = /\b(?:test|it|describe)(?:\.[a-z]+(?:\([^;]*?\]\))?)?\(\s*(['"`])((?:(?!\1).)+)\1/g

/** Returns the titles of all tests of a checkout, by file. */
export async function testTitles(root: string): Promise<Titles[]> {
  const files: string[] = []
  for await (const file of glob('{src,test,demo}/**/*.test.{ts,tsx}', { cwd: root })) files.push(file)
  const read = files.sort().filter((file) => file !== READS_ONLY)
  return Promise.all(read.map(async (file) => ({ file, titles: titlesIn(await readFile(join(root, file), 'utf8')) })))
}

export const titlesIn = (source: string): string[] => [...source.matchAll(title)].flatMap(([, , words]) => words ?? [])
