import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { settings } from '../../demo/cast.ts'
import { kindFor } from '../../demo/setting.ts'
import { readCharter } from '../../src/modules/charters/index.ts'
import { questionsOf } from '../../src/modules/questionnaires/index.ts'
import { type Db, openDatabase } from '../../src/platform/db/index.ts'
import { diskStore } from '../../src/platform/files/index.ts'
import { verifyCity } from '../../src/platform/record/index.ts'
import { flatten } from '../../src/platform/web/index.ts'
import { long } from '../length.ts'
import { answersTo, wayOf } from '../proposals.ts'
import { Client, type Fields } from './client.ts'
import { preparedData, type Server, startServer } from './server.ts'

const city = 'kawaguchi'
const KILLS = long ? 20 : 6
const CLIENTS = 10
/** Only what hangs is ended: filling a database alone takes minutes on a busy machine. */
const LONGEST = 3_600_000

interface Acknowledged {
  ref: string
  title: string
  sha256: string
}

test(
  `${KILLS} kills lose nothing that was acknowledged in the embedded database`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tomoni-kill-'))
    try {
      cpSync(await preparedData(), folder, { recursive: true })
      await survive(folder, {})
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  LONGEST,
)

test.runIf(process.env.TEST_DATABASE_URL)(
  'nor do they on a PostgreSQL server',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tomoni-kill-'))
    const { url, drop } = await freshDatabase()
    try {
      await survive(folder, { DATABASE_URL: url })
    } finally {
      rmSync(folder, { recursive: true, force: true })
      await drop()
    }
  },
  LONGEST,
)

async function survive(folder: string, more: Record<string, string>): Promise<void> {
  let server = await startServer(folder, more)
  const { address } = server
  try {
    await openProgramme(address)
    const acknowledged: Acknowledged[] = []
    const ending = new AbortController()
    const clients = Array.from({ length: CLIENTS }, (_, number) => goOn(address, number, acknowledged, ending.signal))
    const all = Promise.all(clients)
    const kills = killAgainAndAgain(server, folder, more, acknowledged, ending.signal)
    try {
      await Promise.race([kills, all.then(() => Promise.reject(new Error('Every client ended before the kills did.')))])
    } finally {
      // After any failure, no server may start over a folder that is about to be removed.
      ending.abort()
      server = await kills.catch(() => server)
    }
    await all
    await settled(new Client(() => address))
    await server.stop()
    expect(acknowledged.length).toBeGreaterThan(KILLS)
    await examine(folder, more.DATABASE_URL, acknowledged)
  } finally {
    await server.kill()
  }
}

async function killAgainAndAgain(
  first: Server,
  folder: string,
  more: object,
  acknowledged: Acknowledged[],
  ending: AbortSignal,
) {
  let server = first
  const { port } = new URL(server.address)
  for (let kill = 0; kill < KILLS && !ending.aborted; kill++) {
    // On a busy machine a request takes longer than any pause: each start lasts until something was acknowledged after it.
    await another(acknowledged, ending)
    await pause(Math.random() * 900)
    // Half of the kills hit the middle of a commit: the moment after another was acknowledged.
    if (kill % 2) await another(acknowledged, ending)
    await server.kill()
    server = await startServer(folder, { ...more, PORT: port })
  }
  return server
}

/** Waits until another submission is acknowledged; a client that is never answered ends the waiting. */
async function another(acknowledged: Acknowledged[], ending: AbortSignal): Promise<void> {
  const before = acknowledged.length
  while (!ending.aborted && acknowledged.length === before) await pause(2)
}

/** Waits until the worker has ended its earlier jobs, so that nothing changes during the check. */
async function settled(client: Client): Promise<void> {
  expect((await client.get(`/${city}`)).status).toBe(200)
  await pause(3000)
}

async function openProgramme(address: string): Promise<void> {
  const { programme } = wayHere()
  const section = await signedIn(address, 'section')
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const values = { track: '', opens_on: day(-20), closes_on: day(20) }
  const sent = await section.send(`/${city}/programmes/${programme}/calls/new`, values)
  // The demonstration's story may have opened it already.
  expect([303, 409, 422]).toContain(sent.status)
}

async function signedIn(address: string, person: string): Promise<Client> {
  const client = new Client(() => address)
  const sent = await client.get('/sign-in')
  const email = `${person}@${city}.example.jp`
  const answer = await client.post('/sign-in/as', { ...csrfOf(sent.formValues), email })
  expect(answer.status).toBe(303)
  return client
}

const csrfOf = ({ _csrf }: Record<string, unknown>): Fields => ({ _csrf: String(_csrf) })

function wayHere() {
  const read = readCharter(`charters/${city}`, 'charters/common')
  if ('problems' in read) throw new Error('The charter does not read.')
  const group = settings.find((one) => one.slug === city)!.groups.find((one) => one.key === 'first')!
  const first = { kind: kindFor(read.charter, group.standard) }
  return wayOf({ slug: city, charter: read.charter, parties: { first } })
}

/** One client: writes draft after draft with a file and submits them; repeats a request without an answer. */
async function goOn(address: string, number: number, acknowledged: Acknowledged[], ending: AbortSignal) {
  const client = await signedIn(address, number % 2 ? 'representative' : 'secretary')
  const { to, sheet } = wayHere()
  const fileField = questionsOf(sheet).find(({ question }) => question.kind === 'files')!.key
  for (let round = 1; !ending.aborted; round++) {
    const title = `${number}番の${round}つ目の提案`
    const started = await client.send(`/${city}/proposals/new`, { to })
    expect([started.status, title]).toEqual([303, title])
    const text = `%PDF-1.4\n% ${title}\n%%EOF\n`
    const answers = flatten({ title, answers: answersTo(sheet, title), theme: sheet.themes[0]?.key ?? '' })
    const file = new File([text], '会則.pdf', { type: 'application/pdf' })
    const saved = await client.send(started.location, { ...(answers as Fields), [`files.${fileField}`]: file })
    expect([saved.status, saved.says.slice(0, 300)]).toEqual([303, ''])
    const submitted = await client.send(saved.location)
    expect([submitted.status, submitted.says.slice(0, 300)]).toEqual([303, ''])
    const sha256 = createHash('sha256').update(text).digest('hex')
    acknowledged.push({ ref: submitted.location.split('/')[3]!, title, sha256 })
  }
}

async function examine(folder: string, url: string | undefined, acknowledged: Acknowledged[]): Promise<void> {
  const database = await openDatabase(url ? { url, connections: 2 } : { folder })
  try {
    const { id } = await database.house.run((db) =>
      db.selectFrom('house.cities').select('id').where('slug', '=', city).executeTakeFirstOrThrow(),
    )
    const kept = await database.city(id).run(everythingKept)
    expect(kept.chain.doubts).toEqual([])
    for (const one of acknowledged) expect(await keptOf(one, kept, folder)).toEqual(whole(one))
    const numbered = kept.rows.filter(({ number }) => number !== null)
    nothingTwice(numbered.map(({ fiscal_year, number }) => `${fiscal_year} ${number}`))
    const theirs = new Set(kept.rows.map((row) => row.id))
    const mails = kept.mails.filter(({ about_id }) => theirs.has(about_id!))
    nothingTwice(mails.map(({ about_id, to_address, subject }) => `${about_id} ${to_address} ${subject}`))
  } finally {
    await database.close()
  }
}

type Kept = Awaited<ReturnType<typeof everythingKept>>

async function everythingKept(db: Db) {
  return {
    rows: await db
      .selectFrom('proposals')
      .select(['id', 'title', 'state', 'fiscal_year', 'number'])
      .where('channel', '=', 'web')
      .where('title', 'like', '%つ目の提案')
      .execute(),
    files: await db.selectFrom('files').select(['subject_id', 'sha256']).execute(),
    entries: await db
      .selectFrom('record_entries')
      .select(['id', 'subject_id'])
      .where('kind', '=', 'proposal.submitted')
      .execute(),
    outbox: await db.selectFrom('outbox').select('payload').where('job', 'like', 'on proposal.submitted%').execute(),
    mails: await db.selectFrom('mails').select(['to_address', 'subject', 'about_id']).execute(),
    chain: await verifyCity(db),
  }
}

/** Everything that an acknowledgement promised: the proposal with its number, its file byte for byte, its entry, its job. */
const whole = ({ ref, title, sha256 }: Acknowledged) => ({
  proposals: [[title, 'submitted', Number(ref.split('-').at(-1))]],
  files: [sha256],
  bytes: sha256,
  entries: 1,
  jobs: 1,
})

async function keptOf({ title, sha256 }: Acknowledged, kept: Kept, folder: string): Promise<ReturnType<typeof whole>> {
  const rows = kept.rows.filter((row) => row.title === title && row.number !== null)
  const ids = rows.map((row) => row.id)
  const entries = kept.entries.filter((one) => ids.includes(one.subject_id))
  const bytes = await new Response(await diskStore(join(folder, 'files')).read(sha256)).bytes()
  return {
    proposals: rows.map((row) => [title, row.state, row.number!]),
    files: kept.files.filter((one) => ids.includes(one.subject_id!)).map((one) => one.sha256),
    bytes: createHash('sha256').update(bytes).digest('hex'),
    entries: entries.length,
    jobs: kept.outbox.filter(({ payload }) => entries.some(({ id }) => id === (payload as { entry?: string }).entry))
      .length,
  }
}

const nothingTwice = (all: string[]) => expect(all.filter((one, at) => all.indexOf(one) !== at)).toEqual([])

async function freshDatabase() {
  const base = new URL(process.env.TEST_DATABASE_URL!)
  const name = `kill_${process.pid}`
  const run = async (statement: string) => {
    const client = new pg.Client(base.href)
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await run(`create database ${name}`)
  const url = new URL(base)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => run(`drop database if exists ${name} with (force)`) }
}
