import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { modules } from '../modules.ts'
import { urls as files } from '../platform/files/index.ts'
import type { Module } from '../platform/module.ts'
import type { Documents, Page } from '../platform/web/index.ts'
import { root } from './installation.ts'

type What = 'page' | 'form' | 'verb' | 'confirmation' | 'document' | 'redirect' | 'former address'

export interface Answered {
  pattern: string
  what: What
  who: string
  doors: string
  /** From the root of the repository. */
  file: string
  /** In the same module: the page of a verb that has one of its own, or the verb whose page it replaces. */
  beside?: string
}

type Verb = NonNullable<Module['actions']>[number]

/** The exported name of a rule, also where a page passes it only a part of its data. */
export function ruleName(who: Page['who']): string {
  if (typeof who === 'string') return who
  for (const { rules = {} } of modules) for (const [name, rule] of Object.entries(rules)) if (rule === who) return name
  // A bundler adds a digit to a name that two modules have.
  const named = /\bmay[A-Z][A-Za-z]+/.exec(String(who))?.[0]
  return named ?? (/^may[A-Z]/.test(who.name) ? who.name : 'its own rule')
}

export function answersOf(module: Module): Answered[] {
  const { name, routes = {}, documents = {}, actions = [] } = module
  const sources = filesOf(name)
  const pages = Object.entries(routes).map(([pattern, page]) => {
    const verb = actions.find((one) => Object.values(one.pages).includes(page))
    return {
      ...read(pattern, page, verb?.who ?? page.rule ?? page.who),
      what: whatIs(pattern, page, verb),
      ...(verb ? filesOfVerb(sources, verb) : filesOfPage(sources, pattern, actions)),
    }
  })
  const papers = Object.entries(documents).map(([pattern, document]) => ({
    ...read(pattern, document, document.rule ?? document.who),
    what: kindOf(sources, pattern, document),
    file: fileOf(sources, pattern),
  }))
  return [...pages, ...papers]
}

function whatIs(pattern: string, page: Page, verb: Verb | undefined): What {
  if (verb) return pattern === verb.pattern ? 'verb' : 'confirmation'
  return page.submit ? 'form' : 'page'
}

function kindOf(sources: Sources, pattern: string, { redirects }: Documents[string]): What {
  if (keyIn(sources, pattern)?.startsWith('former')) return 'former address'
  return redirects ? 'redirect' : 'document'
}

function read(pattern: string, page: Pick<Page, 'published' | 'load' | 'door'>, who: Page['who']) {
  const doors = [page.published && 'public', page.load && (page.door ?? 'city')].filter(Boolean).join(', ')
  return { pattern, who: ruleName(who), doors }
}

/** The one address of all files: the rule of each file's subject applies until it is published. */
export const fileAnswer: Answered = {
  pattern: files.file.pattern,
  what: 'document',
  who: 'its subject’s rule',
  doors: 'public, city',
  file: 'src/platform/files/serve.ts',
}

/** The text of a module's files by their paths in it. */
interface Sources {
  folder: string
  texts: Map<string, string>
}

function filesOf(name: string): Sources {
  const folder = name === 'site' ? 'src/site' : `src/modules/${name}`
  const paths = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|page|client)\.tsx?$/.test(path))
    .sort()
  return { folder, texts: new Map(paths.map((path) => [path, readFileSync(join(root, folder, path), 'utf8')])) }
}

const inFiles = ({ texts }: Sources, text: string, place = '') =>
  [...texts].find(([path, source]) => path.startsWith(place) && source.includes(text))?.[0]

/** The file that declares the verb; of several with the same path, as 「end」 of two nouns, the one with its rule. */
function verbIn({ texts }: Sources, { name, who }: Verb): string {
  const declared = `path: '${name.split('.').at(-1)}'`
  const files = [...texts].filter(([path, source]) => path.startsWith('actions/') && source.includes(declared))
  const own = files.length > 1 ? files.filter(([, source]) => source.includes(`who: ${ruleName(who)},`)) : files
  const [path] = own.map(([path]) => path)
  if (!path || own.length > 1)
    throw new Error(
      `${own.length} files in actions/ declare ${name}: write its path as a string, and another for each verb.`,
    )
  return path
}

function filesOfVerb(sources: Sources, verb: Verb): Pick<Answered, 'file' | 'beside'> {
  const path = verbIn(sources, verb)
  const page = /from '\.\/(\S+\.page\.tsx)'/.exec(sources.texts.get(path) ?? '')?.[1]
  return { file: `${sources.folder}/${path}`, beside: page && `actions/${page}` }
}

function filesOfPage(sources: Sources, pattern: string, actions: readonly Verb[]): Pick<Answered, 'file' | 'beside'> {
  const replaced = actions.find(({ pages }) => pattern in pages)
  return { file: fileOf(sources, pattern), beside: replaced && verbIn(sources, replaced) }
}

const keyIn = ({ texts }: Sources, pattern: string) =>
  new RegExp(`(\\w+): url\\('${pattern.replaceAll(/[.*/:]/g, '\\$&')}'\\)`).exec(texts.get('urls.ts') ?? '')?.[1]

function fileOf(sources: Sources, pattern: string): string {
  const found = declaring(sources, pattern)
  return found ? `${sources.folder}/${found}` : inSite(pattern)
}

function declaring(sources: Sources, pattern: string): string | undefined {
  const key = keyIn(sources, pattern)
  const lists = [sources.texts.get('index.ts'), sources.texts.get('pages/index.ts')].join('\n')
  const page = new RegExp(`\\[urls\\.${key}\\.pattern\\]: (\\w+Page)\\b`).exec(lists)?.[1]
  if (page) return inFiles(sources, `export const ${page} =`, 'pages/')
  const places = ['routes/', 'routes.tsx', 'outputs', 'index.ts', '']
  const found = places.map((place) => key && inFiles(sources, `urls.${key}.pattern`, place)).find((path) => path)
  return found || inFiles(sources, `'${pattern}'`)
}

/** The file of src/site that declares the addresses below every noun. */
function inSite(pattern: string): string {
  if (pattern.endsWith('/acts/:entry')) return 'src/site/acts.tsx'
  if (pattern.endsWith('/letters/:letter')) return 'src/site/letters.tsx'
  throw new Error(`No file declares ${pattern}: name it by its key in urls.ts, or its page in the door.`)
}
