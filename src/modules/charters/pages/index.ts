import { urls } from '../urls.ts'
import { bodiesPage } from './bodies.tsx'
import { comparePage } from './compare.tsx'
import { differencePage } from './difference.tsx'
import { evaluationPage } from './evaluation.tsx'
import { figuresPage } from './figures.tsx'
import { formsPage } from './forms.tsx'
import { guidePage } from './guide.tsx'
import { historyPage } from './history.tsx'
import { initiativesPage } from './initiatives.tsx'
import { partiesPage } from './parties.tsx'
import { principlesPage } from './principles.tsx'
import { showPage } from './show.tsx'
import { versionsPage } from './versions.tsx'

export const routes = {
  [urls.compare.pattern]: comparePage,
  [urls.guide.pattern]: guidePage,
  [urls.show.pattern]: showPage,
  [urls.principles.pattern]: principlesPage,
  [urls.forms.pattern]: formsPage,
  [urls.parties.pattern]: partiesPage,
  [urls.evaluation.pattern]: evaluationPage,
  [urls.bodies.pattern]: bodiesPage,
  [urls.initiatives.pattern]: initiativesPage,
  [urls.figures.pattern]: figuresPage,
  [urls.history.pattern]: historyPage,
  [urls.versions.pattern]: versionsPage,
  [urls.difference.pattern]: differencePage,
}
