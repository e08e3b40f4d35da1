import type { Module } from '../../platform/module.ts'
import { downloads } from './outputs/downloads.ts'
import { feed } from './outputs/feed.ts'
import { acrossPage } from './pages/across.tsx'
import { frontPage } from './pages/front.tsx'
import { listPage } from './pages/list.tsx'
import { startPage } from './pages/start.tsx'
import { urls } from './urls.ts'

/** The register: lists, front pages, downloads and feed. All of it is read through the public door. */
export const register: Module = {
  name: 'register',
  routes: {
    [urls.start.pattern]: startPage,
    [urls.acrossCities.pattern]: acrossPage,
    [urls.front.pattern]: frontPage,
    [urls.projects.pattern]: listPage,
  },
  documents: { ...downloads, ...feed },
}
