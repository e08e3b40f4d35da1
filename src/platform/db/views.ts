import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The published views of the platform and of every module, as SQL, in the order of their folders' names: no view stands on
 * another, so no other order is needed.
 */
export async function publishedViews(root = 'src/modules'): Promise<string[]> {
  const views: string[] = []
  for (const place of [join(root, '../platform'), root]) {
    const folders = (await readdir(place, { withFileTypes: true })).filter((one) => one.isDirectory())
    for (const name of folders.map((one) => one.name).sort()) {
      const view = await readFile(join(place, name, 'published.sql'), 'utf8').catch(() => undefined)
      if (view !== undefined) views.push(view)
    }
  }
  return views
}
