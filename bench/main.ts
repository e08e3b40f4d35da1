// bin/bench: ten thousand projects in one city on PostgreSQL; prints how each page compares with bare Node.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { prepareMachine } from '../bin/machine.ts'
import { startCluster } from '../bin/postgres.ts'
import { makeApp } from '../src/app.tsx'
import { type Database, openDatabase } from '../src/platform/db/index.ts'
import type { Task } from './bare.ts'
import { type Case, casesFor, nextOf, type Visit } from './cases.ts'
import { type Prepared, prepare, setting } from './prepare.ts'
import { hear, planned, type Statement } from './recording.ts'
import { memoryOf, type Running, SECRET, startBare, startPostbox, startTomoni, stopServers, timeOf } from './servers.ts'

const COUNT = Number(process.env.PROJECTS ?? 10_000)
const SECONDS = Number(process.env.SECONDS ?? 4)
const HANDED_IN = 100 * SECONDS
const ROUNDS = 2
/** Only rows whose name holds this. */
const ONLY = process.env.ONLY ?? ''

const cluster = await startCluster(prepareMachine().postgres, { durable: true })
const folder = mkdtempSync(join(tmpdir(), 'tomoni-bench-'))
try {
  await measure()
} finally {
  await stopServers()
  cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)

async function measure(): Promise<void> {
  const prepared = await prepare(cluster.url, COUNT, 2 * ROUNDS * HANDED_IN + 10)
  const tomoni = await startTomoni(cluster.url, await startPostbox(), folder, `/${setting.slug}/charter`)
  const bare = await startBare(cluster.url)
  const database = await openDatabase({ url: cluster.url, connections: 1 })
  const { app } = inProcess(database)
  const ask = (visit: Visit) => app.request(`http://localhost:3000${visit.path}`, visit)
  const open = async (path: string, cookie = '') => {
    const answer = await fetch(`http://127.0.0.1:${tomoni.port}${path}`, { headers: { cookie } })
    return { text: await answer.text(), cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? cookie }
  }
  const cases = (await casesFor(prepared, open, HANDED_IN)).filter(({ name }) => name.includes(ONLY))
  console.log(`
${COUNT} projects in one city, 10 connections, ${SECONDS} s each, the better of ${ROUNDS} rounds taken in turn
start on an existing database: ${tomoni.started} ms (aim: under 2000)
memory of web and worker together, before: ${memoryOf(tomoni.pid).now} MB

(a) the same bytes from a bare node:http; (b) the same statements through the bare driver behind node:http

| page | req/s | p50 ms | p99 ms | CPU ms | of (a) | of (b) | statements | memory MB | aim |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |`)
  for (const one of cases) console.log(await row(one, tomoni, bare, ask, prepared))
  const { now, most } = memoryOf(tomoni.pid)
  console.log(`\nmemory of web and worker together, after: ${now} MB, at most ${most} MB (aim: under 250)`)
  await database.close()
}

function inProcess(doors: Database) {
  return makeApp({
    doors,
    secret: SECRET,
    assets: { css: '/a.css', js: '/a.js' },
    demonstration: false,
    publicUrl: 'http://localhost:3000',
    stage: async () => 'not here',
  })
}

interface Run {
  rate: number
  p50: number
  p99: number
  /** Processor time of our own process for one request, in milliseconds. */
  cpu: number
}

type Ask = (visit: Visit) => Response | Promise<Response>

async function row(one: Case, tomoni: Running, bare: number, ask: Ask, prepared: Prepared): Promise<string> {
  const transactions = await statementsOf(one, ask)
  const visit = nextOf(one)
  const at = (port: number) => `http://127.0.0.1:${port}`
  const name = encodeURIComponent(one.name)
  await fetch(`${at(bare)}/${name}`, {
    method: 'PUT',
    body: JSON.stringify(await taskOf(one, visit, at(tomoni.port), transactions, prepared)),
  })
  const same = { ...one, visit: { ...visit, path: `/bytes/${name}` } }
  const driver = { ...one, visit: { ...visit, path: `/statements/${name}` } }
  const best: Run[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const runs = [
      await fire(one, at(tomoni.port), tomoni.pid),
      await fire(same, at(bare)),
      await fire(driver, at(bare)),
    ]
    for (const [n, run] of runs.entries()) if (run.rate > (best[n]?.rate ?? 0)) best[n] = run
  }
  const [own, bytes, statements] = best as [Run, Run, Run]
  const count = transactions.flat().length
  const ratio = (other: Run) => (own.rate / other.rate).toFixed(2)
  const cells = [one.name, own.rate.toFixed(0), own.p50, own.p99, own.cpu.toFixed(2), ratio(bytes)]
  return `| ${[...cells, count ? ratio(statements) : '–', count || '–', memoryOf(tomoni.pid).now, one.aim].join(' | ')} |`
}

async function taskOf(
  one: Case,
  visit: Visit,
  base: string,
  transactions: Statement[][],
  prepared: Prepared,
): Promise<Task> {
  const answer = await fetch(base + visit.path, { ...visit, redirect: 'manual' })
  if (answer.status !== one.status) throw new Error(`${visit.path} answered ${answer.status}, not ${one.status}.`)
  const location = answer.headers.get('location')
  return {
    status: one.status,
    headers: location ? { location } : { 'content-type': answer.headers.get('content-type')! },
    text: await answer.text(),
    transactions,
    subjects: visit.subject ? prepared.drafts.splice(0, ROUNDS * HANDED_IN) : [],
    password: one.password,
  }
}

/** What the request asks of the database, heard from the application in this process. */
async function statementsOf(one: Case, ask: Ask): Promise<Statement[][]> {
  if (one.kept) return []
  const first = nextOf(one)
  const listen = (visit: Visit) =>
    hear(async () => {
      const { status } = await ask(visit)
      if (status !== one.status) throw new Error(`${visit.path} answered ${status} in this process.`)
    })
  await ask({ method: 'GET', path: '/', headers: {} }) // the directory of cities is read once, not with every page
  if (first.method === 'GET') return listen(first)
  const second = first.subject ? nextOf(one) : first
  return planned(await listen(first), await listen(second), second.subject)
}

async function fire(one: Case, url: string, pid?: number): Promise<Run> {
  const before = pid ? timeOf(pid) : 0
  const result = await autocannon({
    connections: 10,
    ...(one.amount ? { amount: one.amount } : { duration: SECONDS }),
    ...(typeof one.visit === 'function'
      ? { url, requests: [{ setupRequest: (request: object) => ({ ...request, ...nextOf(one) }) }] }
      : { ...one.visit, url: url + one.visit.path }),
  } as autocannon.Options)
  const total = result.requests.total
  const good = one.status === 303 ? result['3xx'] : result['2xx']
  if (good < total || result.errors) {
    const codes = JSON.stringify(result.statusCodeStats)
    throw new Error(`${one.name} at ${url}: ${total - good} of ${total} failed, ${result.errors} errors, ${codes}.`)
  }
  const cpu = pid ? (timeOf(pid) - before) / 1000 / total : 0
  return { rate: total / result.duration, p50: result.latency.p50, p99: result.latency.p99, cpu }
}
