import { definePage, pages } from '../../platform/web/index.ts'
import { listWaiting } from './queries.ts'
import { canUseOwnDesk } from './rules.ts'
import { urls } from './urls.ts'
import { DeskPage } from './views.tsx'

export const routes = pages({
  [urls.mine.pattern]: definePage({
    who: canUseOwnDesk,
    load: (c) => listWaiting(c, c.city.slug),
    view: DeskPage,
  }),
})
