// bin/bench: seeds ten thousand projects in one city on PostgreSQL and prints how each page compares with bare Node.
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { prepareMachine } from '../bin/machine.ts'
import { startCluster } from '../bin/postgres.ts'
import { settings } from '../demo/cast.ts'
import { raiseInstallation } from '../demo/raise.ts'
import { makeApp } from '../src/app.tsx'
import { installedViews } from '../src/commands/installation.ts'
import {
  connect,
  migrate,
  onStatement,
  openDatabase,
  openDoors,
  poolGround,
  readMigrations,
} from '../src/platform/db/index.ts'
import { seedProjects } from './seed.ts'

const COUNT = Number(process.env.PROJECTS ?? 10_000)
const SECONDS = Number(process.env.SECONDS ?? 4)
const slug = settings[2]!.slug

interface Case {
  name: string
  path: string
  /** With a cookie the page is made anew each time. */
  cookie?: string
  aim: string
}

const cluster = await startCluster(prepareMachine().postgres, { durable: true })
const children: ChildProcess[] = []
const folder = mkdtempSync(join(tmpdir(), 'tomoni-bench-'))
try {
  await measure()
} finally {
  for (const child of children) child.kill()
  cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)

async function measure(): Promise<void> {
  const ref = await prepare()
  const { port, started, pid } = await startTomoni()
  const bare = await startBare()
  const cases: Case[] = [
    {
      name: 'list of 20, filtered, made anew',
      path: `/${slug}/projects?state=active`,
      cookie: 'uncached=1',
      aim: '≥ 0.5 of statements',
    },
    { name: 'list of 20, filtered, kept', path: `/${slug}/projects?state=active`, aim: '≥ 0.5 of bytes' },
    {
      name: 'search for two characters, made anew',
      path: `/${slug}/projects?q=${encodeURIComponent('防災')}`,
      cookie: 'uncached=1',
      aim: '≥ 0.5 of statements',
    },
    { name: 'project page, made anew', path: `/${slug}/projects/${ref}`, cookie: 'uncached=1', aim: '' },
    { name: 'project page, kept', path: `/${slug}/projects/${ref}`, aim: '≥ 0.5 of bytes' },
    { name: 'charter page, kept', path: `/${slug}/charter`, aim: '≥ 0.5 of bytes' },
    { name: 'sign-in page, made anew', path: '/sign-in', cookie: 'uncached=1', aim: '' },
  ]
  console.log(`\n${COUNT} projects in one city, 10 connections, ${SECONDS} s each, best of two interleaved runs`)
  console.log(`start on an existing database: ${started} ms\n`)
  console.log(
    '| page | req/s | p50 ms | p99 ms | of the same bytes (a) | of its own statements (b) | statements | aim |',
  )
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |')
  for (const one of cases) console.log(await row(one, port, bare))
  console.log(`\nmemory of web and worker together: ${memoryOf(pid)} MB`)
}

async function row(one: Case, port: number, bare: number): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${one.path}`, {
    headers: one.cookie ? { cookie: one.cookie } : {},
  })
  if (response.status !== 200) throw new Error(`${one.path} answered ${response.status}`)
  const bytes = await response.text()
  const statements = await statementsOf(one)
  await fetch(`http://127.0.0.1:${bare}/${encodeURIComponent(one.name)}`, {
    method: 'PUT',
    body: JSON.stringify({ bytes, type: 'text/html; charset=UTF-8', statements }),
  })
  const name = encodeURIComponent(one.name)
  const urls = [
    `http://127.0.0.1:${port}${one.path}`,
    `http://127.0.0.1:${bare}/bytes/${name}`,
    `http://127.0.0.1:${bare}/statements/${name}`,
  ]
  const best = [
    { rate: 0, p50: 0, p99: 0 },
    { rate: 0, p50: 0, p99: 0 },
    { rate: 0, p50: 0, p99: 0 },
  ]
  for (let round = 0; round < 2; round += 1) {
    for (const [at, url] of urls.entries()) {
      const result = await autocannon({
        url,
        connections: 10,
        duration: SECONDS,
        headers: at === 0 && one.cookie ? { cookie: one.cookie } : {},
      })
      if (result.requests.average > best[at]!.rate)
        best[at] = { rate: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 }
    }
  }
  const [own, same, driver] = best as [(typeof best)[0], (typeof best)[0], (typeof best)[0]]
  const count = statements.flat().length
  return `| ${one.name} | ${own.rate.toFixed(0)} | ${own.p50} | ${own.p99} | ${(own.rate / same.rate).toFixed(2)} | ${count ? (own.rate / driver.rate).toFixed(2) : '–'} | ${count} | ${one.aim} |`
}

/** What the page asks of the database, heard from the application in this process. */
async function statementsOf(one: Case): Promise<{ sql: string; parameters: unknown[] }[][]> {
  const database = await openDatabase({ url: cluster.url, connections: 1 })
  const { app } = makeApp({
    doors: database,
    secret: 'a secret for measuring alone, of no worth anywhere',
    assets: { css: '/a.css', js: '/a.js' },
    demonstration: false,
    publicUrl: 'http://localhost:3000',
    stage: async () => 'not here',
    store: undefined as never,
  } as Parameters<typeof makeApp>[0])
  const request = () =>
    app.request(`http://localhost:3000${one.path}`, { headers: one.cookie ? { cookie: one.cookie } : {} })
  await request() // the directory of cities is read once, not with every page
  const heard: { sql: string; parameters: unknown[] }[][] = []
  const stop = onStatement(({ sql, parameters }) => {
    if (/^begin/.test(sql)) heard.push([])
    heard.at(-1)?.push({ sql, parameters: [...parameters] })
  })
  await request()
  stop()
  await database.close()
  return one.cookie ? heard : []
}

async function prepare(): Promise<string> {
  const owner = await connect({ url: cluster.url, connections: 2 })
  await migrate(owner, await readMigrations('db/migrations'), await installedViews())
  const doors = openDoors(poolGround(owner.kysely))
  const [raised] = await raiseInstallation(doors, [settings[2]!], new Date())
  const { charter, cityId, charter_id, parties } = raised!
  const begun = performance.now()
  await seedProjects(
    owner.kysely,
    {
      cityId,
      charterId: charter_id,
      forms: charter.forms.map((one) => one.key),
      fields: charter.fields.map((one) => one.key),
      zones: charter.zones.filter((one) => one.collaboration).map((one) => one.key),
      partyIds: [parties.first!.id, parties.city!.id],
    },
    COUNT,
  )
  console.log(`seeded ${COUNT} projects in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
  const { ref } = await owner.kysely
    .selectFrom('published.search')
    .select('ref')
    .where('kind', '=', 'project')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  await owner.close()
  return ref
}

async function startTomoni(): Promise<{ port: number; started: number; pid: number }> {
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const env = {
    ...process.env,
    PORT: String(port),
    DATABASE_URL: cluster.url,
    DATA_DIR: folder,
    SECRET: 'only-for-measuring-0123456789-0123456789-0123',
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'Tomoni <bench@example.jp>',
    PUBLIC_URL: `http://localhost:${port}`,
  }
  const begun = performance.now()
  const child = spawn(process.execPath, ['dist/main.js', 'serve'], { env, stdio: ['ignore', 'inherit', 'inherit'] })
  children.push(child)
  while (true) {
    const up = await fetch(`http://127.0.0.1:${port}/${slug}/charter`).then(
      (answer) => answer.status,
      () => 0,
    )
    if (up === 200) return { port, started: Math.round(performance.now() - begun), pid: child.pid! }
    if (child.exitCode !== null) throw new Error('The server did not start.')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function startBare(): Promise<number> {
  const child = fork('bench/bare.ts', {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: cluster.url },
  })
  children.push(child)
  return new Promise((resolve) => child.once('message', (message) => resolve((message as { port: number }).port)))
}

function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024)
}
