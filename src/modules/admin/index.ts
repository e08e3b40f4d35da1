import type { Module } from '../../platform/module.ts'
import { resetSecondFactor } from './jobs.ts'
import { routes } from './routes.tsx'
import * as rules from './rules.ts'
import { events } from './views/words.ts'

export { invitePerson } from './actions.ts'
export { InvitationForm } from './forms.ts'
export { jobWords, reasonWords } from './words.ts'

/** Administration: people and their posts, the record, and in a demonstration the mail that would be sent. */
export const admin: Module = {
  name: 'admin',
  rules,
  routes,
  events,
  jobs: [resetSecondFactor],
}
