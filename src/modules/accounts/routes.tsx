import { accountPages } from './routes/account.tsx'
import { secondFactorPages } from './routes/second-factor.tsx'
import { signInPages } from './routes/sign-in.tsx'

/** The pages of signing in and of one's own account. */
export const routes = { ...signInPages, ...secondFactorPages, ...accountPages }
