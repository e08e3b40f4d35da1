import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beUpToDate, installedViews } from '../src/commands/installation.ts'
import { connect, type Database, migrate, openDatabase, readMigrations } from '../src/platform/db/index.ts'
import { readEnv } from '../src/platform/env.ts'

const superuser = process.env.TEST_SUPERUSER_URL
const name = `rights_${process.pid}`

/** The same server, with another login or database. */
function as(user: string, database = name): string {
  const url = new URL(superuser!)
  Object.assign(url, { username: user, pathname: `/${database}` })
  return url.href
}

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client(url)
  await client.connect()
  return client
    .query(text)
    .then((answer) => answer.rows)
    .finally(() => client.end())
}

describe.skipIf(!superuser)('with the rights that the guide asks the database administrator for', () => {
  let web: Database
  let ran: string[]

  beforeAll(async () => {
    await ask(
      superuser!,
      `create database ${name} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`,
    )
    await ask(as('administrator'), await readFile('db/roles.sql', 'utf8'))
    const owner = await connect({ url: as('tomoni_owner'), connections: 1 })
    ran = await migrate(owner, await readMigrations('db/migrations'), await installedViews())
    await owner.close()
    web = await openDatabase({ url: as('tomoni_web'), connections: 2 })
  })

  afterAll(async () => {
    await web?.close()
    await ask(superuser!, `drop database ${name} with (force)`)
  })

  it('the owner of the tables can run every migration', () => {
    expect(ran.length).toBeGreaterThan(5)
  })

  it('the web login serves only once the owner has migrated', async () => {
    await expect(beUpToDate(readEnv('command', { DATABASE_URL: as('tomoni_web') }), web)).resolves.toBeUndefined()
    await ask(as('administrator'), `update migrations set name = name || '?' where name like '%parties%'`)
    await expect(beUpToDate(readEnv('command', { DATABASE_URL: as('tomoni_web') }), web)).rejects.toThrow(
      /bin\/tomoni migrate/,
    )
    await ask(as('administrator'), `update migrations set name = rtrim(name, '?')`)
  })

  it('the script can be run again', async () => {
    await ask(as('administrator'), await readFile('db/roles.sql', 'utf8'))
  })

  it('the web login goes through each door', async () => {
    const one = (door: Database['house']) =>
      door.run((db) => db.selectNoFrom((eb) => eb.lit(1).as('one')).executeTakeFirst())
    for (const door of [web.house, web.city(1), web.public]) expect(await one(door)).toEqual({ one: 1 })
    expect(await web.house.run((db) => db.selectFrom('house.cities').selectAll().execute())).toEqual([])
  })

  it.each(['parties', 'house.accounts', 'published.parties', 'migrations'])(
    'and reads nothing of %s without one',
    async (table) => {
      await expect(ask(as('tomoni_web'), `select from ${table}`)).rejects.toThrow(/permission denied/)
    },
  )

  it('and cannot change a table', async () => {
    await expect(ask(as('tomoni_web'), 'drop table parties')).rejects.toThrow(/must be owner/)
    await expect(ask(as('tomoni_web'), 'create table mine (id int)')).rejects.toThrow(/permission denied/)
  })

  it('neither login is a superuser, makes roles, or passes by row-level security', async () => {
    const rows = await ask(
      superuser!,
      `select rolname from pg_roles where rolname like 'tomoni%' and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls)`,
    )
    expect(rows).toEqual([])
  })
})
