import type { Module } from '../../platform/module.ts'
import { jobs } from './jobs.ts'
import { routes } from './routes.tsx'
import './tables.ts'

export {
  createAccount,
  disableAccount,
  findAccount,
  findAccountByEmail,
  requireSecondFactor,
  stampInstallation,
} from './actions/accounts.ts'
export { attemptCounter } from './actions/attempts.ts'
export { heldForm, holdForm } from './actions/held-forms.ts'
export { invite } from './actions/links.ts'
export { hashPassword } from './actions/passwords.ts'
export { sessionParts } from './actions/request-session.ts'
export { resetSecondFactors } from './actions/second-factor.ts'
export {
  endAllSessions,
  findSession,
  isFresh,
  rotateSession,
  startSession,
  sweepSignIn,
} from './actions/sessions.ts'

export { issueToken, useToken } from './actions/tokens.ts'
export { urls } from './urls.ts'

/** Accounts: signing in, one's own account, and the sessions of browsers; they belong to no city. */
export const accounts: Module = { name: 'accounts', routes, jobs }
