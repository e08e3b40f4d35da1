import { sql } from 'kysely'
import { afterCommit, type Connection, type Db } from '../db/index.ts'

type Listener = (cityId: number) => void
const listeners = new Set<Listener>()
const channel = 'tomoni_changed'

/** Hears that something in a city has changed, after the commit: at once in this process, within a second in others. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Tells this process after the commit, and the others by NOTIFY, which PostgreSQL delivers with the commit. */
export async function tellChange(tx: Db, cityId: number): Promise<void> {
  afterCommit(tx, () => heard(cityId))
  await sql`select pg_notify(${channel}, ${String(cityId)})`.execute(tx)
}

function heard(cityId: number): void {
  for (const listener of listeners) listener(cityId)
}

/**
 * Listens for what other processes changed, on a connection of its own that is opened again when it is lost; after a gap
 * nothing is known, so everything counts as changed (city 0). Returns how to stop.
 */
export function listenForChanges(connection: Connection): () => Promise<void> {
  if (!connection.listener) return async () => {}
  let stopped = false
  let client = connection.listener()
  const open = async () => {
    client.on('notification', (message) => heard(Number(message.payload)))
    client.on('error', () => {})
    client.on('end', again)
    await client.connect()
    await client.query(`listen ${channel}`)
    heard(0)
  }
  const again = () => {
    if (stopped) return
    setTimeout(() => {
      client = connection.listener!()
      open().catch(again)
    }, 1000).unref()
  }
  open().catch(again)
  return async () => {
    stopped = true
    await client.end().catch(() => {})
  }
}
