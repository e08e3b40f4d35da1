import { definePage, pages } from '../../platform/web/index.ts'
import { charterOfCity, findVersion, listVersions } from './queries.ts'
import { urls } from './urls.ts'
import { ComparePage, DifferencePage, VersionsPage } from './views/compare.tsx'
import { differences } from './views/differences.ts'
import { GuidePage } from './views/guide.tsx'
import {
  BodiesPage,
  EvaluationRulesPage,
  FiguresPage,
  FormsPage,
  HistoryPage,
  InitiativesPage,
  PartiesPage,
  PrinciplesPage,
} from './views/parts.tsx'
import { CharterPage } from './views/show.tsx'

export const routes = pages({
  [urls.compare.pattern]: definePage({
    who: 'anyone',
    published: async (c) => {
      const choose = async (name: string, otherwise: number) => {
        const city = c.cities.find((one) => one.slug === c.query.get(name)) ?? c.cities[otherwise]
        const charter = city && (await charterOfCity(c.db, city.id, c.now))
        return charter && { slug: city.slug, charter }
      }
      const choices = c.cities.map(({ slug, name }) => ({ slug, name }))
      return { left: await choose('left', 0), right: await choose('right', 1), choices }
    },
    view: ComparePage,
  }),
  [urls.guide.pattern]: definePage({
    who: 'anyone',
    published: async (c) => Object.fromEntries(c.query),
    view: GuidePage,
  }),
  [urls.show.pattern]: definePage({ who: 'anyone', view: CharterPage }),
  [urls.principles.pattern]: definePage({ who: 'anyone', view: PrinciplesPage }),
  [urls.forms.pattern]: definePage({ who: 'anyone', view: FormsPage }),
  [urls.parties.pattern]: definePage({ who: 'anyone', view: PartiesPage }),
  [urls.evaluation.pattern]: definePage({ who: 'anyone', view: EvaluationRulesPage }),
  [urls.bodies.pattern]: definePage({ who: 'anyone', view: BodiesPage }),
  [urls.initiatives.pattern]: definePage({ who: 'anyone', view: InitiativesPage }),
  [urls.figures.pattern]: definePage({ who: 'anyone', view: FiguresPage }),
  [urls.history.pattern]: definePage({ who: 'anyone', view: HistoryPage }),
  [urls.versions.pattern]: definePage({
    who: 'anyone',
    published: (c) => listVersions(c.db, c.city.id),
    view: VersionsPage,
  }),
  [urls.difference.pattern]: definePage({
    who: 'anyone',
    published: async (c) => {
      const found = await findVersion(c.db, c.city.id, c.params.version!)
      if (!found) return undefined
      const versions = await listVersions(c.db, c.city.id)
      const older = versions[versions.findIndex((one) => one.version === found.version) + 1]
      const before = older && (await findVersion(c.db, c.city.id, older.version))
      return {
        version: found.version,
        before: before?.version,
        changes: before ? differences(before.document, found.document) : [],
      }
    },
    view: DifferencePage,
  }),
})
