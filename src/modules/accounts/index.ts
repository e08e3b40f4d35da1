import type { Module } from '../../platform/module.ts'
import { events } from './events.ts'
import { jobs } from './jobs.ts'
import * as rules from './may.ts'
import {
  appPage,
  emailPage,
  firstAppPage,
  followLinkPage,
  invitationPage,
  mailboxPage,
  mePage,
  newEmailPage,
  passkeysPage,
  passwordPage,
  recoveryPage,
  secondFactorPage,
  sessionsPage,
  signInAsPage,
  signInLinkPage,
  signInPage,
  signInPasskeyPage,
  signOutPage,
} from './pages/index.ts'
import './tables.ts'
import { urls } from './urls.ts'

export { invite, resetSecondFactors } from './actions/index.ts'
export { mayChange } from './may.ts'
export { hashPassword } from './password.ts'
export { findAccount, findAccountByEmail } from './queries/accounts.ts'
export { findSession } from './queries/sessions.ts'
export { urls } from './urls.ts'
export { createAccount, disableAccount, requireSecondFactor, stampInstallation } from './writes/accounts.ts'
export { attemptCounter } from './writes/attempts.ts'
export { heldForm, holdForm } from './writes/held-forms.ts'
export { issueToken, useToken } from './writes/links.ts'
export { sessionParts } from './writes/request-session.ts'
export { resealSecondFactors } from './writes/reseal.ts'
export { endAllSessions, rotateSession, startSession, sweepSignIn } from './writes/sessions.ts'

/** Accounts: signing in, one's own account, and the sessions of browsers; they belong to no city. */
export const accounts: Module = {
  name: 'accounts',
  rules,
  routes: {
    [urls.signIn.pattern]: signInPage,
    [urls.signInAs.pattern]: signInAsPage,
    [urls.signInLink.pattern]: signInLinkPage,
    [urls.mailbox.pattern]: mailboxPage,
    [urls.followLink.pattern]: followLinkPage,
    [urls.signInPasskey.pattern]: signInPasskeyPage,
    [urls.invitation.pattern]: invitationPage,
    [urls.signOut.pattern]: signOutPage,
    [urls.secondFactor.pattern]: secondFactorPage,
    [urls.recovery.pattern]: recoveryPage,
    [urls.secondFactorNew.pattern]: firstAppPage,
    [urls.app.pattern]: appPage,
    [urls.me.pattern]: mePage,
    [urls.password.pattern]: passwordPage,
    [urls.email.pattern]: emailPage,
    [urls.newEmail.pattern]: newEmailPage,
    [urls.passkeys.pattern]: passkeysPage,
    [urls.sessions.pattern]: sessionsPage,
  },
  events,
  jobs,
}
