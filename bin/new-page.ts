// Adds a page to a module: `bin/new-page proposals history 経過 canSeeProposals`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The words of the new page: its key in `urls`, its heading, and who may (a rule's name, or 'anyone'). */
export interface PageWords {
  page: string
  japanese: string
  who: string
}

/** The address, last in the list. */
export function withUrl(urls: string, module: string, { page }: PageWords): string {
  return urls.replace(/\n}\s*$/, `\n  ${page}: url('/:city/${module}/${page}'),\n}\n`)
}

/** The declaration, last in the list, with what it needs imported. */
export function withRoute(routes: string, { page, who }: PageWords): string {
  const allowed = who === 'anyone' || who === 'signed-in' ? `'${who}'` : who
  const declaration = `  [urls.${page}.pattern]: definePage({\n    who: ${allowed},\n    load: async () => null,\n    view: ${component(page)},\n  }),\n`
  const withDeclaration = routes.replace(/\n}\)\s*$/, `\n${declaration}})\n`)
  const withView = imported(withDeclaration, './views.tsx', component(page))
  return who.startsWith('can') ? imported(withView, './rules.ts', who) : withView
}

/** The view, at the end. */
export function withView(views: string, { page, japanese }: PageWords): string {
  return `${views.trimEnd()}

/** ${japanese}. */
export function ${component(page)}({ frame }: Views<undefined, null>) {
  return (
    <CityPage frame={frame} title="${japanese}">
      <p>${japanese}</p>
    </CityPage>
  )
}
`
}

function component(page: string): string {
  return `${page[0]!.toUpperCase()}${page.slice(1)}Page`
}

/** Adds a name to an import that is there, unless it is in it. */
function imported(text: string, from: string, name: string): string {
  return text.replace(
    new RegExp(`import \\{([^}]*)\\} from '${from.replaceAll('.', '\\.')}'`),
    (whole, names: string) =>
      names.split(/[\s,]+/).includes(name)
        ? whole
        : `import { ${names.trim().replace(/,$/, '')}, ${name} } from '${from}'`,
  )
}

function main([module = '', page = '', japanese = '', who = 'anyone']: string[]): void {
  const folder = join(import.meta.dirname, '..', 'src/modules', module)
  if (!module || !/^[a-z][a-zA-Z]*$/.test(page) || !japanese || !existsSync(join(folder, 'views.tsx'))) {
    console.error(
      '使い方: bin/new-page <モジュール> <ページ> <見出し> <だれが: 規則の名前 か anyone>　例: bin/new-page proposals history 経過 anyone',
    )
    process.exit(2)
  }
  const words = { page, japanese, who }
  const change = (name: string, edit: (text: string) => string) => {
    const file = join(folder, name)
    writeFileSync(file, edit(readFileSync(file, 'utf8')))
    console.log(`src/modules/${module}/${name}`)
  }
  change('urls.ts', (text) => withUrl(text, module, words))
  change('routes.tsx', (text) => withRoute(text, words))
  change('views.tsx', (text) => withView(text, words))
}

if (process.argv[1] === import.meta.filename) main(process.argv.slice(2))
