import { expect, test } from 'vitest'
import { settings } from '../demo/cast.ts'
import { inviteAdministrator } from '../src/commands/administrator.ts'
import { useWorld } from './world.ts'

const world = useWorld()
const { slug } = settings[0]!
const hanako = { slug, email: 'hanako@example.lg.jp', name: '市川 花子' }

test('a city that is not there has no administrator, and it is said what to do first', () =>
  world.run(async ({ doors, now }) => {
    expect(await inviteAdministrator(doors, { ...hanako, slug: 'atlantis' }, now)).toContain('tomoni charter apply')
  }))

test('an address that is none is named', () =>
  world.run(async ({ doors, now }) => {
    expect(await inviteAdministrator(doors, { ...hanako, email: 'hanako' }, now)).toContain('メールアドレス')
  }))

test('the first administrator of a city is invited with a letter, and in that city alone', () =>
  world.inCity(slug, async (c) => {
    expect(await inviteAdministrator(c.doors, hanako, c.now)).toBeUndefined()
    const found = await c.run((db) =>
      db
        .selectFrom('posts as s')
        .innerJoin('people as p', (join) => join.onRef('p.city_id', '=', 's.city_id').onRef('p.id', '=', 's.person_id'))
        .select(['p.id', 's.role'])
        .where('p.email', '=', hanako.email)
        .execute(),
    )
    expect(found.map((one) => one.role)).toEqual(['administrator'])
    const waiting = await c.run((db) => db.selectFrom('outbox').select(['job', 'payload']).execute())
    expect(waiting).toContainEqual({ job: 'account.invite', payload: { person: found[0]!.id } })
  }))
