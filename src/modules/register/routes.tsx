import { definePage, pages } from '../../platform/web/index.ts'
import { chartersInForce } from '../charters/index.ts'
import { offeredParties, readFilter, sharedKeys } from './forms.ts'
import { countByCity, countByYear, countFound, listFound, listNews, namesOfParties, whereOf } from './queries.ts'
import { urls } from './urls.ts'
import { AcrossPage } from './views/across.tsx'
import { FrontPage } from './views/front.tsx'
import { ProjectsPage } from './views/list.tsx'
import { StartPage } from './views/start.tsx'

export const routes = pages({
  [urls.start.pattern]: definePage({
    who: 'anyone',
    translated: true,
    published: async (c) => ({
      counts: await countByCity(c.db),
      latest: await listFound(c.db, 'project', undefined, { facets: {} }, 8),
    }),
    view: StartPage,
  }),
  [urls.acrossCities.pattern]: definePage({
    who: 'anyone',
    translated: true,
    published: async (c) => {
      const filter = readFilter(c.query, sharedKeys)
      const where = whereOf(c.cities, filter)
      const rows = await listFound(c.db, 'project', where, filter)
      const counted = await countFound(c.db, 'project', where, filter)
      return { filter, rows, ...counted, charters: await chartersInForce(c.db, c.now) }
    },
    view: AcrossPage,
  }),
  [urls.front.pattern]: definePage({
    who: 'anyone',
    translated: true,
    published: async (c) => ({
      latest: await listFound(c.db, 'project', c.city.id, { facets: {} }, 6),
      years: await countByYear(c.db, c.city.id),
      counts: await countByCity(c.db),
      news: await listNews(c.db, c.city.id, 6),
    }),
    view: FrontPage,
  }),
  [urls.projects.pattern]: definePage({
    who: 'anyone',
    translated: true,
    published: async (c) => {
      const filter = readFilter(c.query)
      const rows = await listFound(c.db, 'project', c.city.id, filter)
      const counted = await countFound(c.db, 'project', c.city.id, filter)
      const parties = await namesOfParties(c.db, c.city.id, offeredParties(filter, counted.facets))
      return { filter, rows, ...counted, parties }
    },
    view: ProjectsPage,
  }),
})
