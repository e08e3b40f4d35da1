import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { code } from './house/code.ts'
import { direction } from './house/direction.ts'
import { places } from './house/places.ts'
import { imagine, type Rule, readHouse } from './house/source.ts'
import { tables } from './house/tables.ts'
import { words } from './house/words.ts'

const root = join(import.meta.dirname, '..')
const house = readHouse(root)

it('the house is not empty', () => {
  expect(house.sources.length).toBeGreaterThan(100)
  expect(house.modules.length).toBeGreaterThan(2)
})

function hold(rules: Rule[]) {
  describe.each(rules)('$name', ({ check, breaks, keeps }) => {
    it('holds', () => expect(check(house)).toEqual([]))
    it.each(breaks.map((files) => [Object.keys(files).at(-1)!, files]))('and would be seen broken in %s', (_, files) =>
      expect(check(imagine(files))).not.toEqual([]),
    )
    it('and lets pass what is allowed', () => expect(check(imagine(keeps))).toEqual([]))
  })
}

describe('places and names', () => hold(places))
describe('direction', () => hold(direction))
describe('code', () => hold(code))
describe('words', () => hold(words))
describe('tables', () => hold(tables))

describe('migrations', () => {
  const owners = [
    ...['modules', 'platform'].flatMap((place) => readdirSync(join(root, 'src', place))),
    'platform',
    'house',
    // Old folders: a migration keeps its name for good.
    'auth',
  ]
  const bad = (name: string) => {
    const [, owner] = /^\d{8}T\d{4}_([a-z]+)_[a-z0-9_]+\.sql$/.exec(name) ?? []
    return !owner || !owners.includes(owner)
  }

  it('are named by their moment, their owner and what they do', () => {
    expect(readdirSync(join(root, 'db/migrations')).filter(bad)).toEqual([])
  })

  it.each(['create_proposals.sql', '20261201T0930_nobody_create.sql', '20261201T0930_proposals.sql'])(
    '%s would be seen',
    (name) => {
      expect(bad(name)).toBe(true)
    },
  )
})
