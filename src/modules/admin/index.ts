import type { Module } from '../../platform/module.ts'
import { events } from './outputs.ts'
import { routes } from './routes.tsx'

export { invitePerson } from './actions.ts'
export { InvitationForm } from './forms.ts'
export { invitationJob, resetJob } from './jobs.ts'

/** Administration: people and their posts, the record, and in a demonstration the mail that would be sent. */
export const admin: Module = {
  name: 'admin',
  routes,
  events,
}
