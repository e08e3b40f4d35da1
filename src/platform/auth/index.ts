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
} from './accounts.ts'
export { attemptCounter, forgiveAttempt, tooMany } from './attempts.ts'
export { type Box, boxWith } from './box.ts'
export { type SessionCookie, sessionCookie } from './cookie.ts'
export { heldForm, holdForm } from './held-forms.ts'
export { houseJobs } from './jobs.ts'
export type { CastGroup, CastMember, Layout } from './layout.ts'
export { acceptInvitation, invite, type Post, requestSignInLink, setPassword } from './links.ts'
export { authParts, type Entrance, houseActor, sessionOf } from './parts.ts'
export { hashPassword, PASSWORD_MAX, PASSWORD_MIN, verifyPassword } from './passwords.ts'
export { type AuthPageParts, authPages } from './routes.tsx'
export { resetSecondFactors, secondFactorsOf } from './second-factor.ts'
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
} from './sessions.ts'
export { accountForSession, checkAttempts, signInWithPassword } from './sign-in.ts'
export { findToken, issueToken, revokeTokens, type Token, useToken } from './tokens.ts'
export { urls } from './urls.ts'
