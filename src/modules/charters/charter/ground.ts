import type { Ground } from '../../../platform/ruling.ts'
import type { Lang } from '../../../platform/words/lang.ts'
import type { Label } from '../schema/base.ts'
import type { Charter } from '../schema/charter.ts'
import type { WordKey } from '../schema/guide.ts'
import { say } from '../words/pages.ts'
import { placeWords } from '../words/terms.ts'
import { entryOf } from './entries.ts'
import { label, word } from './phrases.ts'
import { type Step, stepsTo } from './places.ts'

type Document = Charter['documents'][number]

interface Entry {
  label?: Label
  origin?: Document['origin']
  source?: string[]
  group?: string
  document?: string
}

/** Returns a ground as people read it: 「評価 › 期日　この仕組みの標準（市の文書には定めがありません）」; an unknown path as asked. */
export function groundLabel(charter: Charter, ground: Ground, lang: Lang = 'ja'): string {
  const steps = stepsTo(charter, ground)
  if (!steps) return ground
  const names = steps.map((step, at) => nameOf(charter, step, { next: steps[at + 1], lang })).filter(Boolean)
  const between = lang === 'en' ? ' – ' : '　'
  return [names.join(' › '), originsOf(charter, steps, lang)].filter(Boolean).join(between)
}

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value)

const ownWords: Partial<Record<string, WordKey>> = { zones: 'zone', forms: 'form' }

function nameOf(charter: Charter, { name, value }: Step, { next, lang }: { next?: Step; lang: Lang }): string {
  if (isEntry(value) && value.label) return label(value.label, lang)
  // Ideas, principles, rules and manners differ, so a principle is called by its group.
  if (name === 'principles' && isEntry(next?.value))
    return label(entryOf(charter.principleGroups, next.value.group)?.label, lang)
  const own = ownWords[name]
  return own ? word(charter, own, lang) : (placeWords[name]?.[lang] ?? '')
}

/** Returns what is cited first, then the origins that are no document. */
function originsOf(charter: Charter, steps: readonly Step[], lang: Lang): string {
  const around = steps.map(({ value }) => value).filter(isEntry)
  const last = steps.at(-1)?.value
  const inList = Array.isArray(last) ? last.filter(isEntry) : []
  const ways = inList.length > 0 ? inList.map((one) => [...around, one]) : [around]
  const origins = ways.flatMap((way) => originOf(charter, way, lang) ?? [])
  const between = lang === 'en' ? ', ' : '、'
  const cited = new Set(origins.flatMap(({ cites = [] }) => cites))
  const said = new Set(origins.flatMap(({ says }) => says ?? []))
  return [...(cited.size > 0 ? [say.source[lang]([...cited].join(between))] : []), ...said].join(between)
}

/** An entry without an origin has that of the entry around it. */
function originOf(charter: Charter, way: Entry[], lang: Lang): { cites?: string[]; says?: string } | undefined {
  const entry = way.findLast(({ origin, source }) => source?.length || (origin && origin !== 'document'))
  if (!entry) return undefined
  const { origin, source = [], document } = entry
  if (origin === 'product-default') return { says: say.productDefault[lang] }
  if (origin === 'reading') return { says: say.reading[lang] }
  const city = label(charter.city.name, lang)
  if (origin === 'city-site') return { cites: [say.siteOf[lang](city)] }
  const cites = source.flatMap((item) => citation(charter, item, lang) ?? [])
  if (cites.length > 0) return { cites }
  if (origin === 'law') return { cites: [say.law[lang]] }
  return { cites: [label(entryOf(charter.documents, document)?.label, lang) || say.papersOf[lang](city)] }
}

/** Returns a citation: its own words, or the one document (and article) about the same item. */
function citation({ documents }: Charter, item: string, lang: Lang): string | undefined {
  if (/[^\x20-\x7e]/.test(item)) return item
  const [document, ...others] = documents.filter((one) =>
    [one, ...one.articles].some(({ source }) => source.includes(item)),
  )
  if (!document || others.length > 0) return undefined
  const [article, ...more] = document.articles.filter(({ source }) => source.includes(item))
  const number = article && more.length === 0 ? say.articleNumber[lang](article.number) : ''
  return [label(document.label, lang), number].filter(Boolean).join(' ')
}
