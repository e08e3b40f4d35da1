import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The published views of every module (and of the platform's files), as SQL, in the order of their folders' names: no view
 * stands on another, so no other order is needed.
 */
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
