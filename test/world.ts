import { afterAll, beforeAll } from 'vitest'
import { settings } from '../demo/cast.ts'
import { raiseInstallation } from '../demo/raise.ts'
import type { CitySetting, Raised } from '../demo/setting.ts'
import { makeApp } from '../src/app.tsx'
import { readCharter } from '../src/modules/charters/index.ts'
import { actorFor } from '../src/modules/parties/index.ts'
import type { Actor } from '../src/platform/actor.ts'
import type { Connection, Db, Door, Doors } from '../src/platform/db/index.ts'
import { openDoors, poolGround } from '../src/platform/db/index.ts'
import type { FileStore } from '../src/platform/files/index.ts'
import { inTransaction, testDatabase } from './database.ts'
import { type Browser, browse } from './http.ts'
import { type MadeUp, refuseUnknown } from './known.ts'

/** The default moment of tests: a Wednesday morning in the middle of a fiscal year. */
export const NOW = new Date('2026-11-25T01:00:00Z')

/** One test's world: the cast in their cities, and an application over it; discarded when the test ends. */
export interface World {
  doors: Doors
  app: ReturnType<typeof makeApp>
  now: Date
  /** Moves the test's clock. */
  at(now: Date): void
  /** Lets every door of the application fail with this error, from now on or after so many openings; undefined mends it. */
  lose(error: Error | undefined, after?: number): void
}

/** The same for one city. */
export interface CityWorld extends World, Raised {
  /** A browser in which this person is signed in; `nobody` is a guest. */
  as(person: string): Browser
  /** Runs the work behind the city's door. */
  run<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** The input of an action as this person: `act(db, 'secretary')`. */
  act(db: Db, person: string): Promise<{ db: Db; actor: Actor; now: Date }>
}

interface Opened {
  connection: Connection
  raised: Record<string, Raised>
}

export interface WorldSetting {
  /** Cities beside those of the cast. */
  extra?: CitySetting[]
  /** Uses a database of this file alone, where tests may commit. */
  alone?: boolean
  /** The tests' own events and jobs, which they may write too. */
  madeUp?: MadeUp
}

let opening: Promise<Opened> | undefined

/** The world of this process, which all its files share. */
function sharedWorld(): Promise<Opened> {
  opening ??= openWorld(settings)
  return opening
}

/** Call once in a test file: opens the database of this process, filled with the cast, or with `alone` one of its own. */
export function useWorld({ extra = [], alone = extra.length > 0, madeUp }: WorldSetting = {}) {
  let opened: Opened
  beforeAll(async () => {
    opened = await (alone ? openWorld([...settings, ...extra]) : sharedWorld())
  })
  afterAll(() => (alone ? opened?.connection.close() : undefined))

  const run = <T>(test: (world: World) => Promise<T>): Promise<T> =>
    inTransaction(opened.connection, (doors) => test(makeWorld(doors)))

  const inCities = <T, Cities extends CityWorld[]>(
    slugs: string[],
    test: (...cities: Cities) => Promise<T>,
  ): Promise<T> =>
    run(async (world) => {
      const cities = slugs.map((slug) => cityWorld(world, opened.raised[slug]!))
      const result = await test(...(cities as Cities))
      for (const city of cities) await city.run((db) => refuseUnknown(db, madeUp))
      return result
    })

  return {
    run,
    inCity: <T>(slug: string, test: (city: CityWorld) => Promise<T>): Promise<T> => inCities([slug], test),
    /** Several cities in one test, for people who try to cross from one into another. */
    inCities,
    connection: () => opened.connection,
    /** For races: real connections, nothing rolled back; only on a server, and in a database of this file alone. */
    onRealConnections: <T>(slug: string, test: (city: CityWorld) => Promise<T>): Promise<T> => {
      if (!alone) throw new Error('What is committed would be seen by other files: call useWorld({ alone: true }).')
      return test(cityWorld(makeWorld(openDoors(poolGround(opened.connection.kysely))), opened.raised[slug]!))
    },
  }
}

async function openWorld(all: CitySetting[]): Promise<Opened> {
  // The snapshot contains the charters, so a changed charter needs another snapshot.
  const read = all.map((one) => readCharter(one.charterFolder ?? `charters/${one.slug}`, 'charters/common'))
  const connection = await testDatabase(
    'cast',
    (fresh) => raiseInstallation(openDoors(poolGround(fresh.kysely)), all, NOW).then(() => {}),
    JSON.stringify([all, read]),
  )
  return { connection, raised: await readBack(connection, all) }
}

/** Returns the same few bytes for every file. */
const store = { read: async () => new Blob(['おためしのファイル']).stream() } as Partial<FileStore> as FileStore

export function makeWorld(doors: Doors): World {
  const losing = losable(doors)
  const { lose } = losing
  const world: World = { doors, now: NOW, at: (now) => Object.assign(world, { now }), lose, app: undefined as never }
  world.app = makeApp({
    doors: losing.doors,
    secret: 'a secret for tests alone, of no worth anywhere else',
    report: (_, path, error) => console.error(path, error),
    assets: { css: '/assets/ui.css', js: '/assets/ui.js' },
    demonstration: true,
    publicUrl: 'http://localhost:3000',
    stage: async (file) => ({ sha256: 'f'.repeat(64), name: file.name, type: file.type, bytes: file.size }),
    store,
    now: () => world.now,
  })
  return world
}

/** Doors that a test can let fail, as when the database is away. */
function losable(doors: Doors) {
  const lost: { error?: Error; after: number } = { after: 0 }
  const losing = (door: Door): Door => ({
    name: door.name,
    run: (work) => (lost.error && lost.after-- <= 0 ? Promise.reject(lost.error) : door.run(work)),
  })
  return {
    doors: { city: (id: number) => losing(doors.city(id)), public: losing(doors.public), house: losing(doors.house) },
    lose: (error: Error | undefined, after = 0) => void Object.assign(lost, { error, after }),
  }
}

function cityWorld(world: World, city: Raised): CityWorld {
  const accountOf = (person: string) => (person === 'nobody' ? null : city.people[person]!.account_id)
  return Object.assign(Object.create(world) as World, city, {
    as: (person: string) => browse(world, accountOf(person)),
    run: <T>(work: (db: Db) => Promise<T>) => world.doors.city(city.cityId).run(work),
    act: async (db: Db, person: string) => ({
      db,
      actor: await actorFor(db, accountOf(person)!, world.now),
      now: world.now,
    }),
  })
}

/** Reads the cast back from the snapshot, with its ids. */
const nameOf = ({ people }: CitySetting, key: string) => people.find((one) => one.key === key)!.name

async function readBack(connection: Connection, all: CitySetting[]): Promise<Record<string, Raised>> {
  const { charterInForce } = await import('../src/modules/charters/index.ts')
  const doors = openDoors(poolGround(connection.kysely))
  const cities = await doors.house.run((db) => db.selectFrom('house.cities').selectAll().execute())
  const found: Record<string, Raised> = {}
  for (const setting of all) {
    const cityId = cities.find((one) => one.slug === setting.slug)!.id
    found[setting.slug] = await doors.city(cityId).run(async (db) => {
      const parties = await db.selectFrom('parties').selectAll().execute()
      const people = await db.selectFrom('people').selectAll().execute()
      const { charter, id } = (await charterInForce(db, '2026-11-25'))!
      const byName = new Map([
        ['city', setting.cityName],
        ...setting.departments.map((one) => [one.key, one.name] as const),
        ...setting.groups.map((one) => [one.key, one.name] as const),
        ...(setting.persons ?? []).map((one) => [one.key, nameOf(setting, one.person)] as const),
      ])
      return {
        slug: setting.slug,
        cityId,
        charter,
        charter_id: id,
        parties: Object.fromEntries([...byName].map(([key, name]) => [key, parties.find((one) => one.name === name)!])),
        people: Object.fromEntries(
          setting.people.map((one) => [one.key, people.find((two) => two.name === one.name)!]),
        ),
      }
    })
  }
  return found
}
