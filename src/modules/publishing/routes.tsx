import { definePage, pages } from '../../platform/web/index.ts'
import { keyOf, PAGE, readFilter } from './forms.ts'
import { countByCity, countByYear, countFound, listFound } from './queries.ts'
import { urls } from './urls.ts'
import { AcrossPage, FrontPage, StartPage } from './views/front.tsx'
import { ProjectsPage } from './views/list.tsx'

export const routes = pages({
  [urls.start.pattern]: definePage({
    who: 'anyone',
    published: async (c) => ({
      counts: await countByCity(c.db),
      latest: await listFound(c.db, 'project', undefined, { facets: {} }, 8),
    }),
    view: StartPage,
  }),
  [urls.acrossCities.pattern]: definePage({
    who: 'anyone',
    published: async (c) => {
      const { words, after } = readFilter(c.query)
      const rows = await listFound(c.db, 'project', undefined, { words, after, facets: {} })
      const { total } = await countFound(c.db, 'project', undefined, { words, facets: {} })
      return { words, total, rows: rows.slice(0, PAGE), next: rows.length > PAGE ? keyOf(rows[PAGE - 1]!) : undefined }
    },
    view: AcrossPage,
  }),
  [urls.front.pattern]: definePage({
    who: 'anyone',
    published: async (c) => ({
      latest: await listFound(c.db, 'project', c.city.id, { facets: {} }, 6),
      years: await countByYear(c.db, c.city.id),
      counts: await countByCity(c.db),
    }),
    view: FrontPage,
  }),
  [urls.projects.pattern]: definePage({
    who: 'anyone',
    published: async (c) => {
      const filter = readFilter(c.query)
      const rows = await listFound(c.db, 'project', c.city.id, filter)
      return { filter, rows, ...(await countFound(c.db, 'project', c.city.id, filter)) }
    },
    view: ProjectsPage,
  }),
})
