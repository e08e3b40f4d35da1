import { mayImport, roomOf } from './anatomy.ts'
import { type House, type Import, isTest, moduleOf, type Rule, rank, type Source } from './source.ts'

const imports = (source: Source) => (isTest(source.path) ? [] : source.imports)

/** A sentence for each import that the condition finds wrong. */
function wrong(house: House, why: string, is: (source: Source, one: Import) => boolean): string[] {
  return house.sources.flatMap((source) =>
    imports(source)
      .filter((one) => is(source, one))
      .map((one) => `${source.path} → ${one.to}: ${why}`),
  )
}

export const direction: Rule[] = [
  {
    name: 'a module is entered through its door, or linked to through its urls',
    check: (house) =>
      wrong(house, 'only index.ts and urls.ts of another module may be imported', (source, { to }) => {
        const target = moduleOf(to)
        if (!target || target === moduleOf(source.path)) return false
        return !/^src\/modules\/[^/]+\/(index|urls)\.ts$/.test(to)
      }),
    breaks: [
      { 'src/modules/projects/queries.ts': `import { findProposal } from '../proposals/queries.ts'` },
      { 'src/modules/projects/views/show.tsx': `import { Badge } from '../../proposals/views.tsx'` },
      { 'src/app.tsx': `import { routes } from './modules/proposals/routes.tsx'` },
    ],
    keeps: {
      'src/modules/projects/queries.ts': `import { findProposal } from '../proposals/index.ts'`,
      'src/modules/projects/views.tsx': `import { urls } from '../proposals/urls.ts'`,
    },
  },
  {
    name: 'a module imports only modules above it',
    check: (house) =>
      wrong(house, 'stands below; subscribe to its event instead', (source, { to }) => {
        const [mine, target] = [moduleOf(source.path), moduleOf(to)]
        if (!mine || !target || mine === target || to.endsWith('/urls.ts')) return false
        return rank(house, target) > rank(house, mine)
      }),
    breaks: [{ 'src/modules/proposals/actions.ts': `import { startProject } from '../projects/index.ts'` }],
    keeps: {
      'src/modules/projects/actions.ts': `import { findProposal } from '../proposals/index.ts'`,
      'src/modules/proposals/views.tsx': `import { urls } from '../projects/urls.ts'`,
    },
  },
  {
    name: 'every module stands in src/modules.ts',
    check: ({ sources, modules }) =>
      [...new Set(sources.map(({ path }) => moduleOf(path)).filter((name) => name !== undefined))]
        .filter(
          (name) => sources.some(({ path }) => path === `src/modules/${name}/index.ts`) && !modules.includes(name),
        )
        .map((name) => `${name}: not in the list of modules`),
    breaks: [{ 'src/modules/gossip/index.ts': '' }],
    keeps: { 'src/modules/proposals/index.ts': '' },
  },
  {
    name: 'inside a module, imports follow the order of the anatomy',
    check: (house) =>
      wrong(house, 'against the order of the anatomy', (source, { to, typeOnly }) => {
        const mine = moduleOf(source.path)
        if (!mine || moduleOf(to) !== mine || typeOnly || roomOf(source.path) === 'index') return false
        return !mayImport(source.path, to)
      }),
    breaks: [
      { 'src/modules/admin/queries.ts': `import { inviteAccount } from './jobs.ts'` },
      { 'src/modules/admin/jobs.ts': `import { invitePerson } from './actions/invite.ts'` },
      { 'src/modules/admin/parts/row.tsx': `import { findPost } from '../queries.ts'` },
      { 'src/modules/admin/writes.ts': `import { admin } from './index.ts'` },
      { 'src/modules/agreements/may.ts': `import { findAgreement } from './queries/one.ts'` },
      { 'src/modules/agreements/agreement/text.ts': `import { maySign } from '../may.ts'` },
      { 'src/modules/agreements/events.ts': `import { urls } from './queries/one.ts'` },
      { 'src/modules/agreements/attested.ts': `import { signed } from './events.ts'` },
      { 'src/modules/agreements/letters.ts': `import { signAgreement } from './actions/sign.ts'` },
      { 'src/modules/agreements/actions/sign.page.tsx': `import { signAgreement } from './sign.ts'` },
      { 'src/modules/agreements/pages/show.tsx': `import { signAgreement } from '../actions/sign.ts'` },
      { 'src/modules/agreements/actions/sign.ts': `import { showPage } from '../pages/show.tsx'` },
      { 'src/modules/agreements/queries/one.ts': `import { agreement } from '../subject.tsx'` },
      { 'src/modules/agreements/writes.ts': `import { signAgreement } from './actions/sign.ts'` },
    ],
    keeps: {
      'src/modules/admin/jobs.ts': `import { findPost } from './queries.ts'`,
      'src/modules/admin/actions/invite.ts': `import { inviteAccount } from '../jobs.ts'`,
      'src/modules/admin/parts/row.tsx': `import type { Post } from '../queries.ts'`,
      'src/modules/admin/index.ts': `import { homePage } from './pages/home.tsx'`,
      'src/modules/agreements/actions/sign.ts': `import { maySign } from '../may.ts'`,
      'src/modules/agreements/actions/sign-on-paper.ts': `import { placeSignature } from './sign.ts'`,
      'src/modules/agreements/actions/sign.page.tsx': `import type { signAgreement } from './sign.ts'`,
      'src/modules/agreements/pages/show.tsx': `import { actions } from '../actions/index.ts'`,
      'src/modules/agreements/pages/edit.tsx': `import { saveDraft } from '../writes.ts'`,
      'src/modules/agreements/may.ts': `import { isOpenTo } from './agreement/agreement.ts'`,
      'src/modules/agreements/events.ts': `import { signatures } from './attested.ts'`,
    },
  },
  {
    name: 'platform, site and ui know no module; the frame may link to one',
    check: (house) =>
      wrong(house, 'knows a module', ({ path }, { to }) => {
        if (!to.startsWith('src/modules')) return false
        if (path.startsWith('src/site/')) return !/^src\/modules\/[^/]+\/urls\.ts$/.test(to)
        return /^src\/(platform|ui)\//.test(path)
      }),
    breaks: [
      { 'src/platform/web/frame.tsx': `import { urls } from '../../modules/cities/urls.ts'` },
      { 'src/ui/list/card.tsx': `import type { Project } from '../../modules/projects/index.ts'` },
      { 'src/site/frame.tsx': `import { listCities } from '../modules/cities/index.ts'` },
    ],
    keeps: {
      'src/modules/charters/pages/show.tsx': `import { Page } from '../../../ui/index.ts'`,
      'src/modules/charters/pages/guide.tsx': `import { CityPage } from '../../../site/index.ts'`,
      'src/site/frame.tsx': `import { urls } from '../modules/register/urls.ts'`,
    },
  },
  {
    name: 'platform and ui know no frame',
    check: (house) =>
      wrong(house, 'knows the frame', ({ path }, { to }) => {
        return /^src\/(platform|ui)\//.test(path) && to.startsWith('src/site/')
      }),
    breaks: [{ 'src/platform/web/render.ts': `import { CityPage } from '../../site/index.ts'` }],
    keeps: { 'src/site/errors.tsx': `import type { Frame } from '../platform/web/index.ts'` },
  },
  {
    name: 'ui knows no database, and nothing knows the files that put the house together',
    check: (house) => [
      ...wrong(house, 'ui knows the database', ({ path }, { to }) => {
        return path.startsWith('src/ui/') && /^(src\/platform\/(db|record|jobs)\b|kysely$|pg$|@electric-sql)/.test(to)
      }),
      ...wrong(house, 'knows what stands above it', ({ path }, { to }) => {
        return (
          /^src\/(modules|platform|site|ui)\//.test(path) && /^src\/(commands\/|app\.tsx|main\.ts|modules\.ts)/.test(to)
        )
      }),
    ],
    breaks: [
      { 'src/ui/list/table.tsx': `import type { Db } from '../../platform/db/index.ts'` },
      { 'src/ui/list/table.tsx': `import { sql } from 'kysely'` },
      { 'src/platform/web/serve.ts': `import { app } from '../../app.tsx'` },
    ],
    keeps: { 'src/ui/text/date.tsx': `import { dateInWords } from '../../platform/time/index.ts'` },
  },
  {
    name: 'nouns, rules, events and markup are pure: they reach no database',
    check: (house) =>
      wrong(house, 'a pure file reaches the database', ({ path }, { to, typeOnly }) => {
        if (!moduleOf(path) || typeOnly) return false
        return (
          /^(urls|tables|lifecycle|noun|may|attested|events|words|parts|page|rules|forms|views)$/.test(roomOf(path)) &&
          /^(src\/platform\/(db|jobs)\b|kysely$|pg$)/.test(to)
        )
      }),
    breaks: [
      { 'src/modules/proposals/parts/row.tsx': `import { atomically } from '../../../platform/db/index.ts'` },
      { 'src/modules/proposals/events.ts': `import { sql } from 'kysely'` },
      { 'src/modules/proposals/attested.ts': `import { sql } from 'kysely'` },
      { 'src/modules/agreements/may.ts': `import { atomically } from '../../platform/db/index.ts'` },
      { 'src/modules/agreements/agreement/text.ts': `import { sql } from 'kysely'` },
      { 'src/modules/agreements/actions/sign.page.tsx': `import { sql } from 'kysely'` },
    ],
    keeps: {
      'src/modules/proposals/tables.ts': `import type { Instant } from '../../platform/db/index.ts'`,
      'src/modules/proposals/queries.ts': `import { sql } from 'kysely'`,
    },
  },
  {
    name: 'no two folders of platform, site or ui import each other, types included',
    check: (house) => pairs(house),
    breaks: [
      {
        'src/platform/web/serve.ts': `import { later } from '../jobs/outbox.ts'`,
        'src/platform/jobs/worker.ts': `import type { Parts } from '../web/parts.ts'`,
      },
      {
        'src/platform/module.ts': `import type { Entry } from './record/index.ts'`,
        'src/platform/record/event.ts': `import type { EventSpec } from '../module.ts'`,
      },
      {
        'src/platform/web/action/action.ts': `import { page } from '../page.ts'`,
        'src/platform/web/page.ts': `import type { Action } from './action/action.ts'`,
      },
    ],
    keeps: {
      'src/ui/index.ts': `export { Badge } from './text/badge.tsx'`,
      'src/ui/text/badge.tsx': `import { useWords } from '../words.ts'`,
      'src/platform/module.ts': `import type { Installation } from './installation.ts'`,
      'src/platform/installation.ts': `import type { Module } from './module.ts'`,
    },
  },
  {
    name: 'no files import each other in a circle',
    check: (house) => circles(house),
    breaks: [
      {
        'src/platform/a.ts': `import { b } from './b.ts'`,
        'src/platform/b.ts': `import { c } from './c.ts'`,
        'src/platform/c.ts': `import { a } from './a.ts'`,
      },
    ],
    keeps: {
      'src/platform/a.ts': `import { b } from './b.ts'`,
      'src/platform/b.ts': `import type { A } from './a.ts'`,
    },
  },
]

const inPlaces = (path: string) => /^src\/(platform|site|ui)\//.test(path)

/** The first folders in which two paths differ: `src/platform/web` and `src/platform/jobs`; or the file itself. */
function parting(from: string, to: string): [string, string] {
  const [steps, others] = [from.split('/'), to.split('/')]
  const same = steps.findIndex((step, at) => step !== others[at])
  return [steps.slice(0, same + 1).join('/'), others.slice(0, same + 1).join('/')]
}

function pairs(house: House): string[] {
  const ways = new Map<string, string>()
  for (const source of house.sources.filter(({ path }) => inPlaces(path)))
    for (const { to } of imports(source).filter((one) => inPlaces(one.to)))
      ways.set(parting(source.path, to).join(' → '), `${source.path} → ${to}`)
  const isFile = (path: string) => /\.tsx?$/.test(path)
  return [...ways].flatMap(([way, example]) => {
    const [from = '', target = ''] = way.split(' → ')
    const back = from < target && !(isFile(from) && isFile(target)) && ways.get(`${target} → ${from}`)
    return back ? [`${from} and ${target} import each other: ${example}; ${back}`] : []
  })
}

function circles({ sources }: House): string[] {
  const next = new Map(sources.map((one) => [one.path, one.imports.filter((to) => !to.typeOnly).map((to) => to.to)]))
  const done = new Set<string>()
  const found: string[] = []
  const walk = (path: string, trail: string[]) => {
    if (trail.includes(path)) return void found.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    if (done.has(path)) return
    for (const to of next.get(path) ?? []) walk(to, [...trail, path])
    done.add(path)
  }
  for (const path of next.keys()) walk(path, [])
  return found
}
