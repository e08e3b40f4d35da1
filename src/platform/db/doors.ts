import { AsyncLocalStorage } from 'node:async_hooks'
import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** An open transaction behind one of the doors. Queries and actions take it; nothing else reaches the data. */
export type Db = Kysely<Tables>

/** A door that is not open yet: `run` opens it for one transaction. */
export interface Door {
  readonly name: 'city' | 'public' | 'house'
  run<T>(work: (db: Db) => Promise<T>): Promise<T>
}

interface Opened {
  door: Door['name']
  cityId: number | null
  savepoints: number
  /** Run in order just before the commit; a rollback to a savepoint drops those that were added after it. */
  beforeCommit: ((db: Db) => Promise<void>)[]
  afterCommit: (() => void)[]
}

const opened = new WeakMap<object, Opened>()
const inside = new AsyncLocalStorage<Door['name']>()

const roles = { city: 'tomoni_app', public: 'tomoni_public', house: 'tomoni_house' } as const

/** The source of transactions: a pool, or in tests one transaction that is rolled back at the end of each. */
export interface Ground {
  begin<T>(opening: string, work: (db: Db) => Promise<T>): Promise<T>
}

/** A ground that begins and ends each transaction on a connection of the pool. */
export function poolGround(kysely: Kysely<Tables>): Ground {
  return {
    begin: (opening, work) =>
      kysely.connection().execute(async (db) => {
        try {
          await sql.raw(`begin;${opening}`).execute(db)
          const result = await work(db)
          await sql.raw('commit').execute(db)
          return result
        } catch (error) {
          // A lost connection cannot roll back, but the server does; the first error is the one to report.
          await sql
            .raw('rollback')
            .execute(db)
            .catch(() => {})
          throw error
        }
      }),
  }
}

/** Makes the three doors over one ground. */
export function openDoors(ground: Ground) {
  const door = (name: Door['name'], cityId: number | null): Door => ({
    name,
    run(work) {
      // The embedded database has one connection, so a door opened inside another would wait for ever.
      if (inside.getStore()) {
        throw new Error(`The ${name} door was opened inside the ${inside.getStore()} door. Close one before the other.`)
      }
      return inside.run(name, () =>
        enter(ground, { door: name, cityId, savepoints: 0, beforeCommit: [], afterCommit: [] }, work),
      )
    },
  })
  return {
    city: (cityId: number) => door('city', cityId),
    public: door('public', null),
    house: door('house', null),
  }
}

export type Doors = ReturnType<typeof openDoors>

async function enter<T>(ground: Ground, state: Opened, work: (db: Db) => Promise<T>): Promise<T> {
  const city = state.cityId === null ? '' : Number.isInteger(state.cityId) ? String(state.cityId) : fail()
  const opening = `set local role ${roles[state.door]};select set_config('app.city','${city}',true)`
  const result = await ground.begin(opening, async (db) => {
    opened.set(db, state)
    const done = await work(db)
    for (const last of state.beforeCommit) await last(db)
    return done
  })
  for (const after of state.afterCommit) after()
  return result
}

function fail(): never {
  throw new Error('A city is named by its whole number.')
}

/** Runs the work whole or not at all: in a transaction when given a door, in a savepoint when given an open transaction. */
export async function atomically<T>(db: Db | Door, work: (tx: Db) => Promise<T>): Promise<T> {
  if ('run' in db && 'name' in db) return (db as Door).run(work)
  const tx = db as Db
  const state = openedOf(tx)
  const name = `s${++state.savepoints}`
  const pending = state.beforeCommit.length
  const after = state.afterCommit.length
  await sql.raw(`savepoint ${name}`).execute(tx)
  try {
    const result = await work(tx)
    await sql.raw(`release savepoint ${name}`).execute(tx)
    return result
  } catch (error) {
    await sql.raw(`rollback to savepoint ${name};release savepoint ${name}`).execute(tx)
    state.beforeCommit.length = pending
    state.afterCommit.length = after
    throw error
  }
}

/** Runs the work as the last thing of the transaction: the place for a lock on a row that every writer needs. */
export function beforeCommit(db: Db, work: (db: Db) => Promise<void>): void {
  openedOf(db).beforeCommit.push(work)
}

/** Runs the work once the commit is acknowledged. A crash can skip it, so it never replaces an outbox row. */
export function afterCommit(db: Db, work: () => void): void {
  openedOf(db).afterCommit.push(work)
}

/** The id of the city whose door opened this transaction; throws outside a city's door. */
export function cityOf(db: Db): number {
  const { cityId } = openedOf(db)
  if (cityId === null) throw new Error('This transaction did not come through a city door.')
  return cityId
}

/** The name of the door that opened this transaction. */
export function doorOf(db: Db): Door['name'] {
  return openedOf(db).door
}

function openedOf(db: Db): Opened {
  const state = opened.get(db)
  if (!state) throw new Error('Not an open transaction. Pass on the `db` (or `tx`) that the door gave you.')
  return state
}
