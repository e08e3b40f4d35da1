// Adds a page to a module: `bin/new-page proposals history 経過 maySeeProposals`.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { capital, importing } from './sources.ts'

/** The words of the new page: its key in `urls`, its heading, and who may (a rule's name, 'signed-in' or 'anyone'). */
export interface PageWords {
  page: string
  japanese: string
  who: string
}

/** The address, last in the list. */
export function withUrl(urls: string, module: string, { page }: PageWords): string {
  return urls.replace(/\n}\s*$/, `\n  ${page}: url('/:city/${module}/${page}'),\n}\n`)
}

/** The page: who, what it loads, how it looks. */
export function pageFile({ page, japanese, who }: PageWords, rules: string): string {
  const isRule = who !== 'anyone' && who !== 'signed-in'
  return `import { definePage, type Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
${isRule ? `import { ${who} } from '../${rules}'\n` : ''}
/** ${japanese}. */
function ${capital(page)}View({ frame }: Views<undefined, null>) {
  return (
    <CityPage frame={frame} title="${japanese}">
      <p>${japanese}</p>
    </CityPage>
  )
}

export const ${page}Page = definePage({
  who: ${isRule ? who : `'${who}'`},
  load: async () => null,
  view: ${capital(page)}View,
})
`
}

/** The door with the page before all others, so that no address of one thing takes its name for a number. */
export function withRoute(door: string, { page }: PageWords): string {
  const route = `[urls.${page}.pattern]: ${page}Page`
  const listed = /\n {2}routes: \{/.test(door)
    ? door.replace(/\n {2}routes: \{/, `\n  routes: {\n    ${route},`)
    : door.replace(/([\n ])routes,/, `$1routes: { ${route}, ...routes },`)
  return importing(importing(listed, `./pages/${page}.tsx`, `${page}Page`), './urls.ts', 'urls')
}

/** Writes the page into the module under `root`, and says which files. */
export function writePage(root: string, module: string, words: PageWords): string[] {
  const folder = join(root, 'src/modules', module)
  const change = (name: string, edit: (text: string) => string) =>
    writeFileSync(join(folder, name), edit(readFileSync(join(folder, name), 'utf8')))
  mkdirSync(join(folder, 'pages'), { recursive: true })
  const rules = existsSync(join(folder, 'may.ts')) ? 'may.ts' : 'rules.ts'
  writeFileSync(join(folder, 'pages', `${words.page}.tsx`), pageFile(words, rules))
  change('urls.ts', (text) => withUrl(text, module, words))
  change('index.ts', (text) => withRoute(text, words))
  return [`pages/${words.page}.tsx`, 'urls.ts', 'index.ts'].map((name) => `src/modules/${module}/${name}`)
}

function main([module = '', page = '', japanese = '', who = 'anyone']: string[]): void {
  const root = join(import.meta.dirname, '..')
  const folder = join(root, 'src/modules', module)
  if (!module || !/^[a-z][a-z0-9]*$/.test(page) || !japanese || !existsSync(join(folder, 'urls.ts'))) {
    console.error(
      '使い方: bin/new-page <モジュール> <ページ> <見出し> <だれが: 規則の名前 か anyone>　例: bin/new-page proposals history 経過 anyone',
    )
    process.exit(2)
  }
  for (const path of writePage(root, module, { page, japanese, who })) console.log(path)
  console.log('\n次に: npx biome check --write src/modules で整えます。')
}

if (process.argv[1] === import.meta.filename) main(process.argv.slice(2))
