import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Reads the SQL of the published views; no view is built on another, so any order works. */
export async function publishedViews(source = 'src'): Promise<string[]> {
  const texts: string[] = []
  for (const floor of ['platform', 'modules']) {
    const folders = await readdir(join(source, floor), { withFileTypes: true })
    for (const { name } of folders.filter((one) => one.isDirectory()).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const text = await readFile(join(source, floor, name, 'published.sql'), 'utf8').catch(() => undefined)
      if (text !== undefined) texts.push(text)
    }
  }
  return texts
}
