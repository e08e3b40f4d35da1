import { listCities, listCitiesInRecord } from '../modules/cities/index.ts'
import { modules } from '../modules.ts'
import { type Anchor, listNoted, readAnchors, type Weighed, weigh } from '../platform/anchors/index.ts'
import type { Doors } from '../platform/db/index.ts'
import { readEnv } from '../platform/env.ts'
import { letters } from '../platform/letters/index.ts'
import type { Module } from '../platform/module.ts'
import type { Attested } from '../platform/record/attested.ts'
import { type Comparison, compareCity, type Verification, verifyCity, verifyHouse } from '../platform/record/index.ts'
import { openInstallation, refusal } from './installation.ts'
import { reportOf } from './record-report.ts'
import { sentenceOf } from './sentence.ts'

/** Exit codes: no doubt, a doubt, and not to be told, as when the database does not answer. */
const exits = { sound: 0, doubt: 1, unknown: 2 }

/**
 * Verifies the chain of every city and of the installation, also against the anchors, and the rows against the record.
 * Further files of anchors may be named: of backups, or saved mails.
 */
export async function run(files: string[]): Promise<number> {
  try {
    const env = readEnv('command')
    const given = await anchorsFrom(env.ANCHORS_FILE, files)
    const database = await openInstallation(env)
    const { sound, lines } = await verifyAll(database, given).finally(() => database.close())
    process.stdout.write(`${lines.join('\n')}\n`)
    return sound ? exits.sound : exits.doubt
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`)
    return exits.unknown
  }
}

export interface GivenAnchors {
  /** The installation's own file; undefined where none is set. */
  file?: string
  /** Its anchors; undefined where there is no such file. */
  own?: readonly Anchor[]
  /** Those of further files. */
  others: readonly Anchor[]
}

export async function anchorsFrom(file: string | undefined, files: readonly string[]): Promise<GivenAnchors> {
  const others: Anchor[] = []
  for (const one of files) {
    const found = await readAnchors(one)
    if (!found?.length) throw refusal(`${one} には、記録の見出しの控えがありません。ファイルの名前を確かめてください。`)
    others.push(...found)
  }
  return { file, own: file ? await readAnchors(file) : undefined, others }
}

/** Everything that was found, for the report. */
export interface Findings {
  chains: Chain[]
  /** Cities that were anchored or added once, and are not there any more. */
  lost: string[]
  /** Cities to which a charter was applied, and whose record is empty. */
  emptied: string[]
  given: GivenAnchors
  weighed: Weighed
  rows: { attested: Attested; cities: { name: string; found: Comparison }[] }[]
}

interface Chain {
  name: string
  /** As the anchors name it. */
  scope: string
  result: Verification
}

/** The manifests whose events attest something. */
const manifests: readonly Pick<Module, 'events' | 'attests'>[] = [...modules, letters]

export async function verifyAll(
  doors: Doors,
  given: GivenAnchors = { others: [] },
): Promise<{ sound: boolean; lines: string[] }> {
  const weighed = weigh(await doors.house.run(listNoted), given.own, given.others)
  const cities = await doors.house.run(listCities)
  const chains = await verifyChains(doors, cities, weighed)
  const recorded = await doors.house.run(listCitiesInRecord)
  return reportOf({
    chains,
    lost: lostOf(cities, recorded, weighed),
    emptied: chains.flatMap(({ name, result }) => (result.entries === 0 && recorded.begun.has(name) ? name : [])),
    given,
    weighed,
    rows: await compareRows(doors, cities),
  })
}

type Cities = Awaited<ReturnType<typeof listCities>>

async function verifyChains(doors: Doors, cities: Cities, { heads }: Weighed): Promise<Chain[]> {
  const house = await doors.house.run((db) => verifyHouse(db, heads.get('house')))
  const chains: Chain[] = [{ name: 'システム全体', scope: 'house', result: house }]
  for (const { id, slug } of cities) {
    const scope = `city:${id}`
    const result = await doors.city(id).run((db) => verifyCity(db, heads.get(scope)))
    chains.push({ name: slug, scope, result })
  }
  return chains
}

async function compareRows(doors: Doors, cities: Cities): Promise<Findings['rows']> {
  const rows = new Map<Attested, Findings['rows'][number]>()
  for (const { id, slug } of cities)
    for (const found of await doors.city(id).run((db) => compareCity(db, manifests))) {
      const row = rows.get(found.attested) ?? { attested: found.attested, cities: [] }
      rows.set(found.attested, row)
      row.cities.push({ name: slug, found })
    }
  return [...rows.values()]
}

function lostOf(
  cities: Cities,
  { added }: Awaited<ReturnType<typeof listCitiesInRecord>>,
  { heads, names }: Weighed,
): string[] {
  const there = new Set(cities.map(({ id }) => `city:${id}`))
  const known = new Map([...added].map(([id, slug]) => [`city:${id}`, slug]))
  for (const [scope, anchored] of heads)
    if (scope !== 'house' && anchored.some(({ settled }) => !settled)) known.set(scope, names.get(scope) ?? scope)
  return [...known].flatMap(([scope, name]) => (there.has(scope) ? [] : name))
}
