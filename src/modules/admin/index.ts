import type { Module } from '../../platform/module.ts'
import { pagesOf } from '../../platform/web/action/index.ts'
import { actions } from './actions/index.ts'
import { events } from './events.ts'
import { takeAwayFactors } from './jobs.ts'
import * as rules from './may.ts'
import { actPages } from './pages/acts.ts'
import { homePage } from './pages/home.tsx'
import { mailboxPage } from './pages/mailbox.tsx'
import { peoplePage } from './pages/people.tsx'
import { recordPage } from './pages/record.tsx'
import { urls } from './urls.ts'

export { InvitationForm, invitePerson } from './actions/index.ts'
export { jobWords, reasonWords } from './words.ts'

/** Administration: people and their posts, the record, and in a demonstration the mail that would be sent. */
export const admin: Module = {
  name: 'admin',
  actions,
  rules,
  routes: {
    [urls.home.pattern]: homePage,
    [urls.people.pattern]: peoplePage,
    ...pagesOf(actions),
    ...actPages,
    [urls.record.pattern]: recordPage,
    [urls.mailbox.pattern]: mailboxPage,
  },
  events,
  jobs: [takeAwayFactors],
}
