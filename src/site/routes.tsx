import { definePage, pages } from '../platform/web/index.ts'
import { AccessibilityPage, GalleryPage, PrivacyPage } from './statements.tsx'
import { urls } from './urls.ts'

const routes = pages({
  [urls.accessibility.pattern]: definePage({ who: 'anyone', translated: true, view: AccessibilityPage }),
  [urls.privacy.pattern]: definePage({ who: 'anyone', translated: true, view: PrivacyPage }),
  [urls.gallery.pattern]: definePage({
    who: 'anyone',
    published: async (c) => (c.demonstration ? true : undefined),
    view: GalleryPage,
  }),
})

/** The pages of no module: the statements and, in a demonstration, the gallery of components. */
export const site = { name: 'site', routes }
