import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../docs/guide')

/** The pages of the operator's guide. */
const readGuide = (page: string) => readFileSync(join(folder, `${page}.md`), 'utf8')

/** The code blocks of a page, in their order, without the indentation of the list they are in. */
export function blocksOf(page: string): string[] {
  return [...readGuide(page).matchAll(/^( *)```\n([\s\S]*?)^ *```$/gm)].map(([, indent, block]) =>
    block!.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  )
}

/** The one block of a page in which these words stand. */
export function blockWith(page: string, words: string): string {
  const found = blocksOf(page).filter((block) => block.includes(words))
  if (found.length !== 1) throw new Error(`${found.length} blocks of ${page} say ${words}.`)
  return found[0]!
}

/** The variables of the file of settings that the guide writes. */
export function settingsOfGuide(): Record<string, string> {
  const lines = blockWith('install', 'SMTP_URL=').trim().split('\n')
  return Object.fromEntries(lines.map((line) => /^(\w+)="?(.*?)"?$/.exec(line)!.slice(1, 3) as [string, string]))
}
