import { sql } from 'kysely'
import { afterCommit, type Connection, type Db } from '../db/index.ts'

type Listener = (cityId: number) => void
const listeners = new Set<Listener>()
const channel = 'tomoni_changed'

/** Calls the listener with a city's id after each commit that changed its record. Returns a function that stops it. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Informs this process after the commit, and the others by NOTIFY, which PostgreSQL delivers with the commit. */
export async function announceChange(tx: Db, cityId: number): Promise<void> {
  afterCommit(tx, () => heard(cityId))
  await sql`select pg_notify(${channel}, ${String(cityId)})`.execute(tx)
}

function heard(cityId: number): void {
  for (const listener of listeners) listener(cityId)
}

/** Listens for other processes' changes; after a gap everything counts as changed (city 0). Returns a stop function. */
export function listenForChanges({ listener }: Connection): () => Promise<void> {
  if (!listener) return async () => {}
  const listening: Listening = { stopped: false, interrupt: () => {} }
  const done = keepListening(listener, listening)
  return async () => {
    listening.stopped = true
    listening.interrupt()
    await done
  }
}

interface Listening {
  stopped: boolean
  interrupt(): void
}

type OpenListener = NonNullable<Connection['listener']>

/** One loop, so that no second attempt runs beside the first however often a connection reports its failure. */
async function keepListening(listener: OpenListener, listening: Listening): Promise<void> {
  let failures = 0
  while (!listening.stopped) {
    failures = (await listenOnce(listener, listening)) ? 0 : failures + 1
    await pause(pauseAfter(failures), listening)
  }
}

/** Opens one connection and waits until it is lost. Returns whether it ever listened. */
async function listenOnce(listener: OpenListener, listening: Listening): Promise<boolean> {
  const client = listener()
  let listened = false
  client.on('notification', (message) => heard(Number(message.payload)))
  const listen = async () => {
    await client.connect()
    await client.query(`listen ${channel}`)
    if (listening.stopped) return
    listened = true
    heard(0)
  }
  await wait(listening, (over) => {
    client.on('error', over)
    client.on('end', over)
    listen().catch(over)
  })
  const ended = client.end().catch(() => {}) // the connection is given up either way
  if (listened) await ended // one that never opened may take long to end, and nothing depends on it
  return listened
}

const SHORTEST_PAUSE = 250
const LONGEST_PAUSE = 4000

/** Doubles after each failure; a random part keeps processes from reconnecting at the same moment. */
function pauseAfter(failures: number): number {
  const longest = Math.min(LONGEST_PAUSE, SHORTEST_PAUSE * 2 ** Math.max(0, failures - 1))
  return longest * (1 - Math.random() / 2)
}

async function pause(milliseconds: number, listening: Listening): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  await wait(listening, (over) => {
    timer = setTimeout(over, milliseconds).unref()
  })
  clearTimeout(timer)
}

function wait(listening: Listening, begin: (over: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    if (listening.stopped) return resolve()
    listening.interrupt = resolve
    begin(resolve)
  })
}
