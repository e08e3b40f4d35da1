import { definePage, pages } from '../../platform/web/index.ts'
import { listWaiting } from './queries.ts'
import { mayUseOwnInbox } from './rules.ts'
import { urls } from './urls.ts'
import { InboxPage } from './views.tsx'

export const routes = pages({
  [urls.mine.pattern]: definePage({
    who: mayUseOwnInbox,
    load: (c) => listWaiting(c, c.installation.modules, c.city.slug),
    view: InboxPage,
  }),
})
