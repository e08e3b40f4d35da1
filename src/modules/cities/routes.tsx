import { definePage, pages } from '../../platform/web/index.ts'
import { urls } from './urls.ts'
import { AccessibilityPage, PrivacyPage } from './views/statements.tsx'

export const routes = pages({
  [urls.accessibility.pattern]: definePage({ who: 'anyone', view: AccessibilityPage }),
  [urls.privacy.pattern]: definePage({ who: 'anyone', view: PrivacyPage }),
})
