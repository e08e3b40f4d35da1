import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { modules } from '../modules.ts'
import { urls as files } from '../platform/files/index.ts'
import type { Module } from '../platform/module.ts'
import type { Page } from '../platform/web/index.ts'
import { root } from './installation.ts'

export interface Answered {
  pattern: string
  who: string
  doors: string
  form: boolean
  /** The path below the folder of its module. */
  file: string
}

/** The exported name of a rule, also where a page passes it only a part of its data. */
export function ruleName(who: Page['who']): string {
  if (typeof who === 'string') return who
  for (const { rules = {} } of modules) for (const [name, rule] of Object.entries(rules)) if (rule === who) return name
  // A bundler adds a digit to a name that two modules have.
  const named = /\bmay[A-Z][A-Za-z]+/.exec(String(who))?.[0]
  return named ?? (/^may[A-Z]/.test(who.name) ? who.name : 'its own rule')
}

export function answersOf(name: string, { routes = {}, documents = {} }: Omit<Module, 'name'>): Answered[] {
  const sources = filesOf(name)
  const pages = Object.entries(routes).map(([pattern, page]) => ({
    ...read(pattern, page, verbRule(name, page) ?? page.rule ?? page.who),
    form: Boolean(page.submit),
    file: fileOf(name, sources, pattern),
  }))
  const papers = Object.entries(documents).map(([pattern, document]) => ({
    ...read(pattern, document, document.rule ?? document.who),
    form: false,
    file: fileOf(name, sources, pattern),
  }))
  return [...pages, ...papers]
}

const verbRule = (name: string, page: Page) =>
  modules.find((one) => one.name === name)?.actions?.find(({ pages }) => Object.values(pages).includes(page))?.who

function read(pattern: string, page: Pick<Page, 'published' | 'load' | 'door'>, who: Page['who']) {
  const doors = [page.published && 'public', page.load && (page.door ?? 'city')].filter(Boolean).join(', ')
  return { pattern, who: ruleName(who), doors }
}

/** The one address of all files: the rule of each file's subject applies until it is published. */
export const fileAnswer: Answered = {
  pattern: files.file.pattern,
  who: 'its subject’s rule',
  doors: 'public, city',
  form: false,
  file: 'platform/files/serve.ts',
}

function filesOf(name: string): Map<string, string> {
  const folder = join(root, name === 'site' ? 'src/site' : `src/modules/${name}`)
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|page|client)\.tsx?$/.test(path))
    .sort()
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}

function fileOf(name: string, files: Map<string, string>, pattern: string): string {
  const verb = modules.find((one) => one.name === name)?.actions?.find(({ pages }) => pattern in pages)
  const inFiles = (text: string, folder = '') =>
    [...files].find(([path, source]) => path.startsWith(folder) && source.includes(text))?.[0]
  if (verb) return inFiles(`path: '${verb.name.split('.').at(-1)}'`, 'actions/') ?? ''
  const key = new RegExp(`(\\w+): url\\('${pattern.replaceAll(/[.*/:]/g, '\\$&')}'\\)`).exec(
    files.get('urls.ts') ?? '',
  )?.[1]
  const lists = [files.get('index.ts'), files.get('pages/index.ts')].join('\n')
  const page = new RegExp(`\\[urls\\.${key}\\.pattern\\]: (\\w+Page)\\b`).exec(lists)?.[1]
  if (page) return inFiles(`export const ${page} =`, 'pages/') ?? ''
  const places = ['routes/', 'routes.tsx', 'outputs', 'index.ts', '']
  const found = places.map((place) => key && inFiles(`urls.${key}.pattern`, place)).find((path) => path)
  return found || inFiles(`'${pattern}'`) || inSite(pattern)
}

/** The file of src/site that declares the addresses below every noun. */
function inSite(pattern: string): string {
  if (pattern.endsWith('/acts/:entry')) return 'site/acts.tsx'
  if (pattern.endsWith('/letters/:letter')) return 'site/letters.tsx'
  throw new Error(`No file declares ${pattern}: name it by its key in urls.ts, or its page in the door.`)
}
