import { join } from 'node:path'
import { z } from 'zod'
import { readFolder } from '../documents/folder.ts'
import { describeProblems } from '../documents/problem.ts'
import { Capability, Key, Label } from '../schema/base.ts'
import type { Charter } from '../schema/charter.ts'
import { nameAt } from './places.ts'
import { readCharter } from './read.ts'

const reasons = ['history-told', 'contact', 'outlook', 'picture', 'belongs-to-another'] as const

/** charters/coverage.yaml: the items of the documents, and the reasons for those that no entry carries. */
export const CoveragePlan = z.strictObject({
  items: z.array(z.strictObject({ prefix: z.string(), count: z.int().min(1), city: Key.optional() })).min(1),
  notData: z.array(z.strictObject({ item: z.string(), because: z.enum(reasons), note: Label })).default([]),
  capabilities: z.record(z.string(), z.array(Capability).min(1)).default({}),
})

export type CoveragePlan = z.infer<typeof CoveragePlan>

type Place = { city: string; path: string; rank: number }
type Row = { item: string; places: Place[]; because?: string; capabilities: number[]; tests: string[] }

/** The titles of a file of tests; a title names the items that it shows to run: `IR-10: what is not evaluated ends`. */
export interface Titles {
  file: string
  titles: readonly string[]
}

/** Returns the text of `charters/coverage.md`; throws with what to correct. */
export function coverageOf(folder: string, tests: readonly Titles[]): string {
  const plan = readFolder(folder, CoveragePlan)
  if ('problems' in plan) throw new Error(describeProblems(plan.problems))
  const cities = plan.value.items.flatMap(({ city }) => city ?? [])
  const charters = cities.map((city) => {
    const read = readCharter(join(folder, city))
    if ('problems' in read) throw new Error(describeProblems(read.problems))
    return read.charter
  })
  return coverage(charters, plan.value, tests)
}

/**
 * Returns a table of the documents' items: which run, by the tests that name them; which are shown on a page, by their
 * places in a charter; and which are not built.
 */
export function coverage(charters: readonly Charter[], plan: CoveragePlan, tests: readonly Titles[]): string {
  const rows = coverageRows(charters, plan, tests)
  const missing = rows.filter(({ places, because }) => places.length === 0 && !because)
  const count = (wanted: string) => rows.filter((row) => standingOf(row) === wanted).length
  return [
    `runs: ${count('runs')}, shown: ${count('shown')}, not built: ${count('not built')}`,
    '',
    '# 五つの市の資料と指針データの対応 / Where each item of the five documents stands',
    '',
    '各市の指針データの `source` と、項目の名を題に書いたテストから作られる。手で書きかえない。 Generated from `source` in the charters and from the titles of tests; do not edit.',
    '',
    '働く（runs）: テストが働きを確かめている。読める（shown）: 指針のページで読めるだけで、働きはない。ない（not built）: どちらもない。',
    '',
    `項目 ${rows.length}、指針データにあるもの ${rows.filter(({ places }) => places.length > 0).length}、理由のあるもの ${rows.filter(({ because }) => because).length}、どちらもないもの ${missing.length}。`,
    '',
    '| 項目 | いま | 指針データの場所 | 受け持つ機能 |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => {
      const { item, places, because, capabilities, tests } = row
      const now = [standingOf(row), ...tests.map((file) => `[${file.split('/').at(-1)}](../${file})`)].join('<br>')
      const shown = places.slice(0, placesShown).map(({ city, path }) => `\`${city}: ${path}\``)
      const more = places.length > placesShown ? [`ほか${places.length - placesShown}か所`] : []
      const where = [...shown, ...more].join('<br>')
      return `| ${item} | ${now} | ${where || because || '—'} | ${capabilities.join(', ')} |`
    }),
    '',
  ].join('\n')
}

function standingOf({ tests, places }: Row): 'runs' | 'shown' | 'not built' {
  if (tests.length > 0) return 'runs'
  return places.length > 0 ? 'shown' : 'not built'
}

export function coverageGaps(
  charters: readonly Charter[],
  plan: CoveragePlan,
): { missing: string[]; unknown: string[] } {
  const rows = coverageRows(charters, plan, [])
  const known = new Set(rows.map(({ item }) => item))
  const prefixes = plan.items.map(({ prefix }) => `${prefix}-`)
  const named = charters.flatMap((charter) => sourcesOf(charter).map(({ item }) => item))
  const planned = [...plan.notData.map(({ item }) => item), ...Object.keys(plan.capabilities)]
  return {
    missing: rows.filter(({ places, because }) => places.length === 0 && !because).map(({ item }) => item),
    unknown: [
      ...new Set([...named.filter((item) => prefixes.some((prefix) => item.startsWith(prefix))), ...planned]),
    ].filter((item) => !known.has(item)),
  }
}

const placesShown = 5

function coverageRows(charters: readonly Charter[], plan: CoveragePlan, tests: readonly Titles[]): Row[] {
  const found = charters.flatMap((charter) =>
    sourcesOf(charter).map((source) => ({ ...source, city: charter.city.slug })),
  )
  return plan.items.flatMap(({ prefix, count, city }) =>
    Array.from({ length: count }, (_, at): Row => {
      const item = `${prefix}-${at + 1}`
      const here = found.filter((source) => source.item === item && (city === undefined || source.city === city))
      const told = plan.notData.find((one) => one.item === item)
      const capabilities = new Set([...here.flatMap(({ servedBy }) => servedBy), ...(plan.capabilities[item] ?? [])])
      return {
        item,
        places: city === undefined ? onePerCity(mostFirst(here)) : mostFirst(here),
        because: told && `${told.because}: ${told.note.ja}`,
        capabilities: [...capabilities].sort((a, b) => a - b),
        tests: filesNaming(item, tests),
      }
    }),
  )
}

function filesNaming(item: string, tests: readonly Titles[]): string[] {
  const named = new RegExp(`\\b${item}\\b`)
  return tests.filter(({ titles }) => titles.some((title) => named.test(title))).map(({ file }) => file)
}

// An entry is about the item it names first; one that names it later only draws on it.
function mostFirst<P extends Place>(places: P[]): P[] {
  return [...places].sort((a, b) => a.rank - b.rank)
}

function onePerCity<P extends Place>(places: P[]): P[] {
  return places.filter(({ city }, at) => places.findIndex((other) => other.city === city) === at)
}

type Sourced = { item: string; path: string; rank: number; servedBy: number[] }

function sourcesOf(value: unknown, path: string[] = []): Sourced[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => sourcesOf(item, [...path, nameAt(item, at)]))
  if (!value || typeof value !== 'object') return []
  const { source, servedBy } = value as { source?: unknown; servedBy?: number[] }
  const own = Array.isArray(source)
    ? (source as string[]).map((item, rank) => ({ item, path: path.join('.'), rank, servedBy: servedBy ?? [] }))
    : []
  return [
    ...own,
    ...Object.entries(value).flatMap(([name, item]) => (name === 'source' ? [] : sourcesOf(item, [...path, name]))),
  ]
}
