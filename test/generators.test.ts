import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { moduleFiles, withModule } from '../bin/new-module.ts'
import { withRoute, withUrl, withView } from '../bin/new-page.ts'
import { direction } from './house/direction.ts'
import { places } from './house/places.ts'
import { imagine } from './house/source.ts'
import { tables } from './house/tables.ts'
import { words } from './house/words.ts'

const offers = { things: 'offers', thing: 'offer', japanese: 'もちより' }
const files = moduleFiles(offers, new Date('2026-12-01T09:30:00Z'))
const text = (name: string) => files[`src/modules/offers/${name}`]!

describe('a new module', () => {
  it('has the files a module starts with, a test beside them, and its migration', () => {
    const names = Object.keys(files)
    for (const part of 'urls.ts tables.ts rules.ts forms.ts queries.ts actions.ts views.tsx routes.tsx index.ts'.split(
      ' ',
    )) {
      expect(names).toContain(`src/modules/offers/${part}`)
    }
    expect(names).toContain('src/modules/offers/routes.test.tsx')
    expect(names).toContain('db/migrations/20261201T0930_offers_create.sql')
  })

  it('leaves no blank unfilled', () => {
    for (const [path, written] of Object.entries(files)) expect(written, path).not.toMatch(/__\w+__|__もの__/)
  })

  it('keeps the rules of the house', () => {
    const sources = Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith('src/')))
    const house = { ...imagine(sources), modules: ['cities', 'parties', 'offers'] }
    for (const rule of [...places, ...direction, ...words, ...tables]) expect(rule.check(house), rule.name).toEqual([])
  })

  it('stands last in the list of modules', () => {
    const list = withModule(readFileSync(new URL('../src/modules.ts', import.meta.url), 'utf8'), 'offers')
    expect(list).toContain(`import { offers } from './modules/offers/index.ts'`)
    expect(list.trimEnd()).toMatch(/, offers,?\s*\]$/)
  })
})

describe('a new page', () => {
  const page = { page: 'history', japanese: '経過', who: 'canSeeOffers' }

  it('has an address, a declaration that says who may, and a view', () => {
    expect(withUrl(text('urls.ts'), 'offers', page)).toContain(`history: url('/:city/offers/history'),\n}`)
    expect(withRoute(text('routes.tsx'), page)).toMatch(
      /\[urls\.history\.pattern\]: definePage\(\{\n {4}who: canSeeOffers,/,
    )
    expect(withView(text('views.tsx'), page)).toContain('export function HistoryPage(')
  })

  it('imports its view and its rule, each once', () => {
    const routes = withRoute(text('routes.tsx'), page)
    expect(routes).toMatch(/import \{[^}]*\bHistoryPage\b[^}]*\} from '\.\/views\.tsx'/)
    expect(routes.match(/import \{[^}]*\} from '\.\/rules\.ts'/)![0].match(/canSeeOffers/g)).toHaveLength(1)
  })

  it('for everyone says so', () => {
    expect(withRoute(text('routes.tsx'), { ...page, who: 'anyone' })).toContain(`who: 'anyone'`)
  })
})
