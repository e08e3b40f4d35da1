import type { Module } from '../../platform/module.ts'
import { houseJobs, houseTimed } from './jobs.ts'
import { routes } from './routes.tsx'
import './tables.ts'

export {
  type Account,
  asEmail,
  createAccount,
  disableAccount,
  findAccount,
  findAccountByEmail,
  installationOf,
  requireSecondFactor,
  reviseAccount,
  stampInstallation,
} from './actions/accounts.ts'
export { attemptCounter, forgiveAttempt, tooMany } from './actions/attempts.ts'
export { heldForm, holdForm } from './actions/held-forms.ts'
export { acceptInvitation, invite, type Post, requestSignInLink, setPassword } from './actions/links.ts'
export { hashPassword, verifyPassword } from './actions/passwords.ts'
export { type Entrance, houseActor, sessionOf, sessionParts } from './actions/request-session.ts'
export { resetSecondFactors, secondFactorsOf } from './actions/second-factor.ts'
export {
  confirmSession,
  endAllSessions,
  endSession,
  findSession,
  isFresh,
  listSessions,
  type OpenSession,
  rotateSession,
  type Session,
  startSession,
  sweepSignIn,
} from './actions/sessions.ts'
export { accountForSession, checkAttempts, signInWithPassword } from './actions/sign-in.ts'
export { findToken, issueToken, revokeTokens, type Token, useToken } from './actions/tokens.ts'
export { urls } from './urls.ts'

/** Accounts: signing in, one's own account, and the sessions of browsers; they belong to no city. */
export const accounts: Module = { name: 'accounts', routes, houseJobs, houseTimed }
