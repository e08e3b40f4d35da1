import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { modules } from '../src/modules.ts'
import { letters } from '../src/platform/letters/index.ts'
import type { Module } from '../src/platform/module.ts'
import type { EventSpec } from '../src/platform/record/event.ts'

/** The exports of a module's file; none where the file does not exist. */
async function exportsOf({ name }: Module, file: string): Promise<unknown[]> {
  const path = join(import.meta.dirname, '../src/modules', name, file)
  return existsSync(path) ? Object.values(await import(path)) : []
}

const has = (one: unknown, ...keys: string[]) =>
  (typeof one === 'object' || typeof one === 'function') && one !== null && keys.every((key) => key in one)

const repeated = (names: string[]) => names.filter((one, at) => names.indexOf(one) !== at)

describe.each(modules)('the manifest of $name', (module) => {
  test('lists every event that the module declares, so that whoever reads the record has its words', async () => {
    const declared = (await exportsOf(module, 'events.ts')).filter((one) => has(one, 'kind', 'says')) as EventSpec[]
    const listed = (module.events ?? []).map(({ kind }) => kind)
    expect(declared.map(({ kind }) => kind).filter((kind) => !listed.includes(kind))).toEqual([])
  })

  test('lists every job that the module declares, so that somebody does what was put off', async () => {
    const declared = (await exportsOf(module, 'jobs.ts')).filter((one) => has(one, 'name', 'where', 'does'))
    expect(declared.filter((one) => !module.jobs?.some((listed) => listed === one))).toEqual([])
  })
})

describe.each([...modules, letters])(
  'what the entries of $name attest',
  ({ name, events = [], attests = [] }: Module) => {
    test('is listed, so that it is compared with the rows', () => {
      expect(events.flatMap((one) => one.attests ?? []).filter((one) => !attests.includes(one))).toEqual([])
    })

    test('is attested by an event, and has a name of its own', () => {
      for (const one of attests)
        expect(
          events.some((event) => event.attests?.includes(one)),
          one.name,
        ).toBe(true)
      expect(repeated(attests.map((one) => one.name)), name).toEqual([])
    })
  },
)

test('every event can be told when its words were erased', () => {
  for (const { kind, says } of modules.flatMap(({ events = [] }) => events))
    expect(says({}), kind).not.toMatch(/undefined|null|NaN|「」|（理由　）|担当がに/)
})

test('a table takes every state of its lifecycle and no other: if not, a migration is missing', () => {
  const taken = [...readFileSync('db/schema.sql', 'utf8').matchAll(/CHECK \(\(state = ANY \(ARRAY\[(.*)\]/g)]
  const lists = taken.map(([, list = '']) => [...list.matchAll(/'(\w+)'/g)].map(([, state]) => state))
  const lifecycles = modules.flatMap((module) => module.lifecycles ?? [])
  expect(lifecycles.length).toBeGreaterThan(3)
  for (const { name, states } of lifecycles) {
    const same = (list: unknown[]) => [...list].sort().join() === Object.keys(states).sort().join()
    expect(lists.some(same), name).toBe(true)
  }
})

test('no two manifests list the same event, or the same job: rows and entries are found again by their names', () => {
  expect(repeated(modules.flatMap(({ events = [] }) => events.map(({ kind }) => kind)))).toEqual([])
  expect(repeated(modules.flatMap(({ jobs = [] }) => jobs.map(({ name, where }) => `${where} ${name}`)))).toEqual([])
})

test('whatever a manifest reacts to is an event that a module above lists, or its own', () => {
  for (const [at, { name, on = [] }] of modules.entries()) {
    const known = modules.slice(0, at + 1).flatMap(({ events = [] }) => events.map(({ kind }) => kind))
    for (const { kind } of on) expect(known, `${name}: ${kind}`).toContain(kind)
  }
})
