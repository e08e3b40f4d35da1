import { definePage, pages } from '../../platform/web/index.ts'
import { urls } from './urls.ts'
import { AccessibilityPage, GalleryPage, PrivacyPage } from './views/statements.tsx'

export const routes = pages({
  [urls.accessibility.pattern]: definePage({ who: 'anyone', translated: true, view: AccessibilityPage }),
  [urls.privacy.pattern]: definePage({ who: 'anyone', translated: true, view: PrivacyPage }),
  [urls.gallery.pattern]: definePage({
    who: 'anyone',
    published: async (c) => (c.demonstration ? true : undefined),
    view: GalleryPage,
  }),
})
