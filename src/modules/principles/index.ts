import type { Module } from '../../platform/module.ts'
import { showPage } from './pages/show.tsx'
import { PrinciplesSection } from './parts/summary.tsx'
import { urls } from './urls.ts'

export { judge } from './principle/evidence.ts'

/** Principles: what a project's record shows of each principle of its charter, as evidence and never as a tick. */
export const principles: Module = {
  name: 'principles',
  routes: { [urls.show.pattern]: showPage },
  sections: { project: PrinciplesSection },
}
