// What is measured: a city with its charter and people, ten thousand projects, a list open to proposals, and drafts to hand in.
import { sql } from 'kysely'
import { settings } from '../demo/cast.ts'
import { raiseInstallation } from '../demo/raise.ts'
import { installedViews } from '../src/commands/installation.ts'
import { createAccount, startSession } from '../src/modules/accounts/index.ts'
import { hashPassword } from '../src/modules/accounts/password.ts'
import { actorFor } from '../src/modules/parties/index.ts'
import {
  type Connection,
  connect,
  type Db,
  migrate,
  newId,
  openDoors,
  poolGround,
  readMigrations,
} from '../src/platform/db/index.ts'
import { sessionCookie } from '../src/platform/web/session-cookie.ts'
import { aDraft, openFor } from '../test/proposals.ts'
import type { CityWorld } from '../test/world.ts'
import { seedProjects } from './seed.ts'

export const PASSWORD = 'five words nobody would guess'
export const setting = settings[2]!

/** What the cases need to know of it. */
export interface Prepared {
  /** In addresses, the newest first. */
  projects: string[]
  /** Ids of drafts of the first group, each whole and not yet handed in. */
  drafts: string[]
  /** Signs the group's secretary in. */
  cookie: string
  /** Addresses of people who sign in with `PASSWORD`. */
  emails: string[]
  stored: string
}

/** Fills an empty database. */
export async function prepare(url: string, count: number, drafts: number): Promise<Prepared> {
  const owner = await connect({ url, connections: 4 })
  await migrate(owner, await readMigrations('db/migrations'), await installedViews())
  const doors = openDoors(poolGround(owner.kysely))
  const now = new Date()
  const [raised] = await raiseInstallation(doors, [setting], now)
  const { charter, cityId, charter_id: charterId, parties, people } = raised!
  const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key)
  const zones = keys(charter.zones.filter((one) => one.collaboration))
  const partyIds = [parties.first!.id, parties.city!.id]
  const begun = performance.now()
  await seedProjects(
    owner.kysely,
    { cityId, charterId, forms: keys(charter.forms), fields: keys(charter.fields), zones, partyIds },
    count,
  )
  console.log(`seeded ${count} projects in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
  const run = <T>(work: (db: Db) => Promise<T>) => doors.city(cityId).run(work)
  const act = async (db: Db, person: string) => {
    return { db, actor: await actorFor(db, people[person]!.account_id!, now), now }
  }
  const city = { ...raised!, slug: setting.slug, now, run, act } as unknown as CityWorld
  await openFor(city)
  const draft = await run((db) => aDraft(city, db))
  const stored = await hashPassword(PASSWORD)
  const prepared = {
    projects: await listProjects(owner),
    drafts: await copies(owner, draft.id, drafts),
    cookie: await doors.house.run(async (db) => {
      const account = { id: people.secretary!.account_id!, must_have_second_factor: false }
      const token = await startSession(db, account, { second_factor: true }, now)
      return sessionCookie('http://localhost').write(token).split(';')[0]!
    }),
    emails: await doors.house.run((db) => makeAccounts(db, stored, now)),
    stored,
  }
  await sql.raw('vacuum analyze').execute(owner.kysely)
  await owner.close()
  return prepared
}

async function listProjects({ kysely }: Connection): Promise<string[]> {
  const rows = await kysely
    .selectFrom('published.search')
    .select('ref')
    .where('kind', '=', 'project')
    .orderBy('at', 'desc')
    .limit(2500)
    .execute()
  return rows.map(({ ref }) => ref)
}

async function makeAccounts(db: Db, password_hash: string, now: Date): Promise<string[]> {
  const emails = Array.from({ length: 20 }, (_, n) => `person-${n}@example.jp`)
  for (const email of emails) {
    const { id } = await createAccount(db, { email, name: '計測 花子' }, now)
    await db.updateTable('house.accounts').set({ password_hash }).where('id', '=', id).execute()
  }
  return emails
}

/** The draft again and again with what is attached to it, as the owner of the tables. */
async function copies({ kysely }: Connection, id: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId())
  const { rows: files } = await sql<{ id: string }>`select id from files where subject_id = ${id}`.execute(kysely)
  await sql`
    insert into proposals select (jsonb_populate_record(p, jsonb_build_object('id', made))).*
      from proposals p, unnest(${ids}::uuid[]) as made where p.id = ${id}`.execute(kysely)
  for (const file of files) {
    const copied = ids.map(() => newId())
    await sql`
      insert into files select (jsonb_populate_record(f, jsonb_build_object('id', made, 'subject_id', subject))).*
        from files f, unnest(${copied}::uuid[], ${ids}::uuid[]) as pair (made, subject) where f.id = ${file.id}`.execute(
      kysely,
    )
  }
  return ids
}
