import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nounIn, past, withAction, withEvent, writeAction } from '../bin/new-action.ts'
import { moduleFiles, withModule, writeModule } from '../bin/new-module.ts'
import { withRoute, withUrl, writePage } from '../bin/new-page.ts'
import { code } from './house/code.ts'
import { direction } from './house/direction.ts'
import { places } from './house/places.ts'
import { imagine, readHouse } from './house/source.ts'
import { tables } from './house/tables.ts'
import { words } from './house/words.ts'

const root = join(import.meta.dirname, '..')
const offers = { things: 'offers', thing: 'offer', japanese: 'もちより' }
const files = moduleFiles(offers, new Date('2026-12-01T09:30:00Z'))
const text = (name: string) => files[`src/modules/offers/${name}`]!
const rules = [...places, ...direction, ...code, ...words, ...tables]

describe('a new module', () => {
  it('has the files a module starts with, tests beside them, and its migration', () => {
    const names = Object.keys(files)
    const parts =
      'urls.ts tables.ts may.ts may.test.ts events.ts queries.ts subject.tsx index.ts actions/index.ts actions/add.ts actions/add.test.ts pages/list.tsx pages/show.tsx pages/show.test.ts'
    for (const part of parts.split(' ')) expect(names).toContain(`src/modules/offers/${part}`)
    expect(names).toContain('db/migrations/20261201T0930_offers_create.sql')
  })

  it('leaves no blank unfilled', () => {
    for (const [path, written] of Object.entries(files)) expect(written, path).not.toMatch(/__\w+__|__もの__/)
  })

  it('keeps the rules of the house', () => {
    const sources = Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith('src/')))
    const house = { ...imagine(sources), modules: ['cities', 'charters', 'parties', 'offers'] }
    for (const rule of rules) expect(rule.check(house), rule.name).toEqual([])
  })

  it('stands last in the list of modules', () => {
    const list = withModule(readFileSync(join(root, 'src/modules.ts'), 'utf8'), 'offers')
    expect(list).toContain(`import { offers } from './modules/offers/index.ts'`)
    expect(list.trimEnd()).toMatch(/, offers,?\s*\]$/)
  })
})

describe('a new page', () => {
  const page = { page: 'history', japanese: '経過', who: 'maySeeOffers' }

  it('has an address, and stands before the address of one thing', () => {
    expect(withUrl(text('urls.ts'), 'offers', page)).toContain(`history: url('/:city/offers/history'),\n}`)
    const door = withRoute(text('index.ts'), page)
    expect(door).toMatch(/routes: \{\n {4}\[urls\.history\.pattern\]: historyPage,/)
    expect(door).toContain(`import { historyPage } from './pages/history.tsx'`)
  })

  it('finds its place in the door of every module that has pages', () => {
    for (const module of readdirSync(join(root, 'src/modules'))) {
      const door = readFileSync(join(root, 'src/modules', module, 'index.ts'), 'utf8')
      if (/\broutes\b/.test(door))
        expect(withRoute(door, page), module).toContain('[urls.history.pattern]: historyPage')
    }
  })
})

describe('a new verb', () => {
  const verb = { verb: 'lend', path: 'loan', japanese: '貸す' }
  const noun = { name: 'offer', kind: 'offer' }

  it('is declared on the noun of its module', () => {
    expect(nounIn(text('subject.tsx'))).toEqual(noun)
    expect(['postpone', 'lend', 'carry'].map(past)).toEqual(['postponed', 'lended', 'carried'])
  })

  it('stands last among the buttons, and its event last among the events', () => {
    expect(withAction(text('actions/index.ts'), verb, noun)).toMatch(/actions = \[lendOffer\]/)
    expect(withEvent(text('events.ts'), verb, noun)).toMatch(/events = \[added, lended\]/)
  })
})

describe('what is written', () => {
  const copy = mkdtempSync(join(tmpdir(), 'house-'))
  const lend = { verb: 'lend', path: 'loan', japanese: '貸す' }
  const run = (tool: string, ...args: string[]) =>
    execFileSync(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd: copy, encoding: 'utf8' })

  beforeAll(() => {
    for (const name of [
      'src',
      'test',
      'demo',
      'db',
      'bin',
      'bench',
      'charters',
      'docs',
      'package.json',
      'tsconfig.json',
    ])
      cpSync(join(root, name), join(copy, name), { recursive: true })
    for (const name of ['vitest.config.ts', 'GLOSSARY.md', 'biome.json']) cpSync(join(root, name), join(copy, name))
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    writeModule(copy, offers, new Date('2026-12-01T09:30:00Z'))
    writeAction(copy, 'offers', lend)
    writePage(copy, 'offers', { page: 'history', japanese: '経過', who: 'maySeeOffers' })
    writeAction(copy, 'agreements', { verb: 'postpone', path: 'postponement', japanese: '延期する' })
    writePage(copy, 'agreements', { page: 'calendar', japanese: '暦', who: 'anyone' })
    writePage(copy, 'programmes', { page: 'summary', japanese: 'まとめ', who: 'signed-in' })
  })
  afterAll(() => rmSync(copy, { recursive: true }))

  it('has its types right', () => {
    expect(run('ts7/bin/tsc', '--noEmit', '-p', '.')).toBe('')
  }, 300_000)

  it('keeps the rules of the house beside all others', () => {
    const house = readHouse(copy)
    for (const rule of rules) expect(rule.check(house), rule.name).toEqual([])
  })

  it('is served, and passes the tests that were written with it', () => {
    const told = run(
      'vitest/vitest.mjs',
      'run',
      'src/modules/offers',
      'src/modules/agreements/actions/postpone.test.ts',
      'test/laws.test.ts',
    )
    expect(told).toMatch(/Tests.*passed/)
    expect(told).not.toMatch(/failed/)
  }, 300_000)
})
