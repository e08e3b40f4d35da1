import { examples as breadcrumbs } from './breadcrumbs.tsx'
import { examples as errorPage } from './error-page.tsx'
import { examples as tabs } from './tabs.tsx'

export const examples = [...breadcrumbs, ...errorPage, ...tabs]
