import { definePage, pages } from '../../platform/web/index.ts'
import { charterOfCity, findVersion, listVersions } from './queries.ts'
import { urls } from './urls.ts'
import { BodiesPage, InitiativesPage } from './views/bodies.tsx'
import { ComparePage } from './views/compare.tsx'
import { differences } from './views/differences.ts'
import { EvaluationRulesPage } from './views/evaluation.tsx'
import { FiguresPage, HistoryPage } from './views/figures.tsx'
import { FormsPage } from './views/forms.tsx'
import { GuidePage } from './views/guide.tsx'
import { PartiesPage } from './views/parties.tsx'
import { PrinciplesPage } from './views/principles.tsx'
import { CharterPage } from './views/show.tsx'
import { DifferencePage, VersionsPage } from './views/versions.tsx'

export const routes = pages({
  [urls.compare.pattern]: definePage({
    who: 'anyone',
    translated: true,
    published: async (c) => {
      const choose = async (name: string, otherwise: number) => {
        const city = c.cities.find((one) => one.slug === c.query.get(name)) ?? c.cities[otherwise]
        const charter = city && (await charterOfCity(c.db, city.id, c.now))
        return charter && { slug: city.slug, charter }
      }
      const choices = c.cities.map(({ slug, spoken }) => ({ slug, name: spoken.name }))
      return { left: await choose('left', 0), right: await choose('right', 1), choices }
    },
    view: ComparePage,
  }),
  [urls.guide.pattern]: definePage({
    who: 'anyone',
    translated: true,
    published: async (c) => Object.fromEntries(c.query),
    view: GuidePage,
  }),
  [urls.show.pattern]: definePage({ who: 'anyone', translated: true, view: CharterPage }),
  [urls.principles.pattern]: definePage({ who: 'anyone', translated: true, view: PrinciplesPage }),
  [urls.forms.pattern]: definePage({ who: 'anyone', translated: true, view: FormsPage }),
  [urls.parties.pattern]: definePage({ who: 'anyone', translated: true, view: PartiesPage }),
  [urls.evaluation.pattern]: definePage({ who: 'anyone', translated: true, view: EvaluationRulesPage }),
  [urls.bodies.pattern]: definePage({ who: 'anyone', translated: true, view: BodiesPage }),
  [urls.initiatives.pattern]: definePage({ who: 'anyone', translated: true, view: InitiativesPage }),
  [urls.figures.pattern]: definePage({ who: 'anyone', translated: true, view: FiguresPage }),
  [urls.history.pattern]: definePage({ who: 'anyone', translated: true, view: HistoryPage }),
  [urls.versions.pattern]: definePage({
    who: 'anyone',
    translated: true,
    published: (c) => listVersions(c.db, c.city.id),
    view: VersionsPage,
  }),
  [urls.difference.pattern]: definePage({
    who: 'anyone',
    translated: true,
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
