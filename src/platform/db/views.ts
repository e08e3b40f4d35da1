import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The published views of every module, as SQL. Their order is the order of the module's names: no view stands on another,
 * so none is needed; where one must, its file says `-- after: module`.
 */
export async function publishedViews(root = 'src/modules'): Promise<string[]> {
  const modules = (await readdir(root, { withFileTypes: true })).filter((one) => one.isDirectory()).map((one) => one.name)
  const texts = await Promise.all(
    modules.sort().map((name) => readFile(join(root, name, 'published.sql'), 'utf8').catch(() => undefined)),
  )
  return texts.filter((text) => text !== undefined)
}
