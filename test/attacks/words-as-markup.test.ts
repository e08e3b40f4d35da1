import { sql } from 'kysely'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { expect, test } from 'vitest'
import { modules } from '../../src/modules.ts'
import type { Db } from '../../src/platform/db/index.ts'
import { work } from '../../src/platform/jobs/index.ts'
import { letters } from '../../src/platform/letters/index.ts'
import { rebuildSearch } from '../../src/platform/search/index.ts'
import { readCsv, readWorkbook } from '../../src/platform/sheet/index.ts'
import { opened } from '../projects.ts'
import { type CityWorld, useWorld } from '../world.ts'
import { addressesIn, aFullCity, type Scene } from './scene.ts'

// Attack classes 1 to 4, 6, 7, 24 and 31: people's words stay plain text on every page and in every download. The words are
// written into every text column of every table.

const w = useWorld()
const city = 'kawaguchi'

/** Markup, templates, a formula, a reading and a direction mark, in one short sentence. */
const SLY = `=1+1"'><img src=x onerror=a()><script>a()</script>{{7*191}}\${7*191}<%=7*191%>{市|し}\u202e&amp;`

/** Columns that people do not write: keys, states, kinds, marks. */
const written =
  /^(name|kana|title|text|purpose|activity|summary|public_summary|return_note|reason|reasons|conditions|withdrawal|note|does|brings|role|indicator|unit|result|result_note|beneficiaries|place|by_name|written_by|stands_for|party_name|signer_name|talk_people|talk_agreed|closing_reason|release_note|decision_reasons|because|termination|made_by|subject|body|address|words|browser)$/

/** The same value with each Japanese sentence replaced by those words. */
function sly(value: unknown): unknown {
  if (typeof value === 'string') return /[ぁ-んァ-ヶ一-龠]/.test(value) ? SLY : value
  if (Array.isArray(value)) return value.map(sly)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sly(inner)]))
}

/** Writes the words into every text column, and into every sentence of the JSON ones. Returns the changed columns. */
async function writeEverywhere(c: CityWorld): Promise<string[]> {
  const { rows } = await c.run((db) =>
    sql<{ table: string; column: string; type: string }>`
      select table_name as table, column_name as column, data_type as type from information_schema.columns
      where table_schema = 'public' and data_type in ('text', 'jsonb')`.execute(db),
  )
  const took: string[] = []
  for (const { table, column, type } of rows) {
    if (type === 'text' && (!written.test(column) || column === 'unit' || `${table}.${column}` === 'memberships.role'))
      continue
    // In append-only tables like the record, the cast wrote the words from the beginning.
    const done = c.run((db) => (type === 'text' ? rewriteText(db, table, column) : rewriteJson(db, table, column)))
    if (await done.catch(() => 0)) took.push(`${table}.${column}`)
  }
  return took
}

async function rewriteText(db: Db, table: string, column: string): Promise<number> {
  const [to, of] = [sql.table(table), sql.ref(column)]
  return Number((await sql`update ${to} set ${of} = ${SLY} where ${of} <> ''`.execute(db)).numAffectedRows ?? 0)
}

async function rewriteJson(db: Db, table: string, column: string): Promise<number> {
  const [to, of] = [sql.table(table), sql.ref(column)]
  const { rows } = await sql<{ id: string; value: unknown }>`select id, ${of} as value from ${to}`.execute(db)
  const changed = rows.filter(({ value }) => JSON.stringify(sly(value)) !== JSON.stringify(value))
  for (const { id, value } of changed)
    await sql`update ${to} set ${of} = ${JSON.stringify(sly(value))}::jsonb where id = ${id}`.execute(db)
  return changed.length
}

async function aSlyCity(c: CityWorld): Promise<Scene> {
  const scene = await aFullCity(c, SLY)
  const { project } = await c.run((db) => opened(c, db))
  scene.refs.projects!.ref!.push(project.id)
  const took = await writeEverywhere(c)
  expect(took.length).toBeGreaterThan(30)
  expect(took).toEqual(expect.arrayContaining(['people.name', 'files.name', 'proposals.contents', 'parties.name']))
  await c.run((db) => rebuildSearch(db, modules))
  c.app.cache.forget()
  return scene
}

type Node = DefaultTreeAdapterTypes.Node

/** Elements and attributes that only those words could have made. */
function foreign(node: Node): string[] {
  const here: string[] = []
  if ('tagName' in node) {
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
    const { src, href = '', action = '', style } = attributes
    if (node.tagName === 'script' && !src) here.push('a script of its own')
    if (src && !src.startsWith('/')) here.push(`${node.tagName} from ${src}`)
    if (style !== undefined || Object.keys(attributes).some((name) => name.startsWith('on')))
      here.push(`${node.tagName} that acts`)
    if (/^\s*(javascript|data|vbscript):|^\/\//i.test(href + action)) here.push(`a link to ${href}${action}`)
  }
  return [...here, ...('childNodes' in node ? node.childNodes : []).flatMap((child) => foreign(child as Node))]
}

test.each([
  ['nobody', ''],
  ['nobody', '?lang=easy'],
  ['section', ''],
  ['administrator', '?lang=easy'],
  ['secretary', '?lang=en'],
])('on no page that %s reads%s do people’s words become markup', (person, lang) =>
  w.inCity(city, async (c) => {
    const scene = await aSlyCity(c)
    const browser = c.as(person)
    const made: string[] = []
    let shown = 0
    for (const address of ['/', '/projects', '/me', '/me/sessions', ...addressesIn(c, scene)]) {
      if (/\.(pdf|csv|xlsx|json|atom)$/.test(address)) continue
      const { text, says, status } = await browser.get(address + lang)
      if (says.includes('<img src=x') || text.includes('&lt;img src=x')) shown += 1
      for (const one of foreign(parse(text))) made.push(`${address}: ${one}`)
      if (status >= 500 || says.includes('1337')) made.push(`${status} ${address}: worked out`)
    }
    expect(made).toEqual([])
    expect(shown).toBeGreaterThan(person === 'nobody' ? 8 : 30)
  }),
)

test('in downloads and the feed they are the same words, and no cell begins with what a spreadsheet would work out', () =>
  w.inCity(city, async (c) => {
    await aSlyCity(c)
    const get = (path: string) => c.as('nobody').get(`/${city}/${path}`)
    const rows = JSON.parse((await get('projects.json')).text) as { title: string; summary: string }[]
    expect(rows.every(({ title, summary }) => title === SLY && summary === SLY)).toBe(true)
    const csv = await get('projects.csv')
    expect(/(^|[,\n])"?\s*[=＝+＋@＠]/m.test(csv.text)).toBe(false)
    for (const sheet of [readCsv(csv.bytes), ...(await readWorkbook((await get('projects.xlsx')).bytes))])
      expect(JSON.stringify(sheet)).toContain('<img src=x')
    const feed = (await get('feed.atom')).text
    expect([feed.includes('<img'), feed.includes('<script'), feed.includes('&lt;img src=x')]).toEqual([
      false,
      false,
      true,
    ])
  }))

test('in mails they are words: no header begins, and nothing is worked out', () =>
  w.inCity(city, async (c) => {
    await aFullCity(c, SLY)
    await c.run((db) => rewriteText(db, 'projects', 'title'))
    await c.run((db) => rewriteText(db, 'people', 'name'))
    const sent: { to: string; subject: string; body: string }[] = []
    const report = (_: string, error: unknown) => Promise.reject(error)
    await work({
      ...c.app.parts,
      modules: [...modules, letters],
      sendMail: async (one) => void sent.push(one),
      now: () => c.now,
      report,
    })
    expect(sent.some(({ subject, body }) => (subject + body).includes('<img src=x'))).toBe(true)
    for (const { subject, body, to } of sent) {
      expect(subject + to).not.toMatch(/[\r\n]/)
      expect(subject + body).not.toContain('1337')
    }
  }))
