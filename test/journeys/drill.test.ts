// What may befall a server, on a real PostgreSQL with two real processes in production; the figures go to the standard output.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prepareMachine } from '../../bin/machine.ts'
import { type Cluster, startCluster } from '../../bin/postgres.ts'
import { read } from '../html.ts'
import { long } from '../length.ts'

const program = join(import.meta.dirname, '../../dist/main.js')
const OUTAGE = long ? 20_000 : 4_000
const CONNECTIONS = 6
/** Each process has its pool and one connection that listens. */
const LIMIT = 2 * (CONNECTIONS + 1)
/** Longer than any page waits for its database. */
const HANGS = 60_000
const KEPT = '/kawaguchi'
const FORM = '/sign-in/link'

let folder: string
let cluster: Cluster
let servers: Server[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tomoni-drill-'))
  cluster = await startCluster(prepareMachine().postgres)
  command('migrate')
  command('charter', 'apply', 'charters/kawaguchi')
  servers = [await start(), await start()]
})

afterAll(async () => {
  for (const server of servers) await server.end('SIGKILL')
  cluster?.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('two processes over one PostgreSQL', () => {
  test('go on by themselves after it was restarted under load', async () => {
    const load = drive()
    await cluster.halt()
    await cluster.resume()
    const back = await backAgain()
    await load.end()
    say('restart', { 'back after ms': back, ...load.seen })
    everyAnswerHadItsSentence(load)
  })

  test(`hold few connections during an outage of ${OUTAGE / 1000} seconds under load, and come back by themselves`, async () => {
    const load = drive()
    await cluster.halt()
    await pause(OUTAGE)
    await cluster.resume()
    const most = watchConnections()
    const back = await backAgain()
    await load.end()
    const connections = await most.end()
    say('outage', { 'back after ms': back, connections, ...load.seen })
    expect(connections).toBeLessThanOrEqual(LIMIT)
    everyAnswerHadItsSentence(load)
  })

  test('hang on no page while it is frozen: kept pages are served, the others say so, and give back what was typed', async () => {
    const [server] = servers
    await ask(server!, KEPT)
    const { cookie, values } = await formOf(server!)
    const frozen = cluster.processes()
    for (const pid of frozen) process.kill(pid, 'SIGSTOP')
    try {
      const began = Date.now()
      const [kept, other, sent] = await Promise.all([
        ask(server!, KEPT),
        ask(server!, '/kawaguchi/projects?q=%E5%B7%9D'),
        ask(server!, FORM, { cookie, values: { ...values, email: 'hanako@example.jp' } }),
      ])
      say('frozen', {
        'longest answer ms': Date.now() - began,
        kept: kept.status,
        other: other.status,
        sent: sent.status,
      })
      expect(kept.status).toBe(200)
      for (const one of [other, sent]) {
        expect([one.status, one.retry]).toEqual([503, '60'])
        expect(one.text).toContain('<html lang="ja"')
      }
      expect(sent.text).toContain('hanako@example.jp')
    } finally {
      for (const pid of frozen.toReversed()) process.kill(pid, 'SIGCONT')
    }
    say('thawed', { 'back after ms': await backAgain() })
  })

  test('lose nobody who asks the other one while one is killed, and take it back', async () => {
    const [first, second] = servers
    await first!.end('SIGKILL')
    expect((await ask(second!, KEPT)).status).toBe(200)
    servers[0] = await start(first!.port)
    expect((await ask(servers[0], KEPT)).status).toBe(200)
  })
})

interface Answer {
  status: number
  retry: string | null
  text: string
  cookie: string
}

interface Server {
  port: number
  process: ChildProcess
  end(signal: NodeJS.Signals): Promise<void>
}

const settings = () => ({
  PATH: process.env.PATH,
  NODE_ENV: 'production',
  DATABASE_URL: cluster.url,
  DATABASE_CONNECTIONS: String(CONNECTIONS),
  DATA_DIR: folder,
  PUBLIC_URL: 'https://tomoni.example.lg.jp',
  SECRET: 'a secret of the drill that nobody else has ever seen',
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'Tomoni <tomoni@example.lg.jp>',
  LOG_LEVEL: 'error',
})

function command(...args: string[]): void {
  const done = spawnSync(process.execPath, [program, ...args], { env: settings(), encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${args.join(' ')}: ${done.stdout}${done.stderr}`)
}

async function start(port = 0): Promise<Server> {
  const child = spawn(process.execPath, [program, 'serve'], {
    env: { ...settings(), PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (said += bytes))
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return child.exitCode === null && child.signalCode === null ? gone : Promise.resolve()
  }
  for (;;) {
    const [, found] = /動いています: http:\/\/[^\s:]+:(\d+)/.exec(said) ?? []
    if (found) return { port: Number(found), process: child, end }
    if (child.exitCode !== null) throw new Error(`The server did not start:\n${said}`)
    await pause(20)
  }
}

async function ask(
  server: Server,
  path: string,
  form?: { cookie: string; values: Record<string, string> },
): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
    redirect: 'manual',
    signal: AbortSignal.timeout(HANGS),
    headers: {
      origin: `http://127.0.0.1:${server.port}`,
      'accept-language': 'ja',
      ...(form && { cookie: form.cookie }),
    },
    ...(form && { method: 'POST', body: new URLSearchParams(form.values) }),
  })
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return { status: response.status, retry: response.headers.get('retry-after'), text: await response.text(), cookie }
}

async function formOf(server: Server) {
  const page = await ask(server, FORM)
  const { formValues } = read(page.text)
  return { cookie: page.cookie, values: formValues as Record<string, string> }
}

/** Asks both processes for a page that is not kept, again and again, until it is ended. */
function drive() {
  const seen: Record<string, number> = {}
  const without: string[] = []
  let going = true
  const clients = Array.from({ length: 8 }, async (_, number) => {
    for (let round = 0; going; round++) {
      const { status, retry } = await ask(servers[number % 2]!, `/kawaguchi/projects?q=${number}-${round}`)
      seen[status] = (seen[status] ?? 0) + 1
      if (status >= 500 && !(status === 503 && retry)) without.push(String(status))
      await pause(20)
    }
  })
  const end = async () => {
    going = false
    await Promise.all(clients)
  }
  return { seen, without, end }
}

function everyAnswerHadItsSentence({ without }: ReturnType<typeof drive>): void {
  expect(without).toEqual([])
  expect(servers.map((one) => one.process.exitCode)).toEqual([null, null])
}

/** Returns after how many milliseconds both processes answer again. */
async function backAgain(): Promise<number> {
  const began = Date.now()
  for (const server of servers)
    for (;;) {
      const { status, text } = await ask(server, `/kawaguchi/projects?q=${Math.random()}`)
      if (status === 200) break
      if (status !== 503) throw new Error(`${status} ${text.slice(0, 300)}`)
      await pause(50)
    }
  return Date.now() - began
}

/** Counts the connections of the program until it is ended; returns the most there were at once. */
function watchConnections() {
  let most = 0
  let going = true
  const watching = (async () => {
    const client = new pg.Client(cluster.superuserUrl)
    await client.connect()
    const count = "select count(*) from pg_stat_activity where application_name like 'tomoni%'"
    while (going) {
      const { rows } = await client.query(count)
      most = Math.max(most, Number(rows[0].count))
      await pause(20)
    }
    await client.end()
  })()
  const end = async () => {
    going = false
    await watching
    return most
  }
  return { end }
}

const say = (what: string, figures: object) => process.stdout.write(`drill: ${what} ${JSON.stringify(figures)}\n`)
