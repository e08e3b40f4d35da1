import type { Pages } from '../web/index.ts'
import { accountPages } from './routes/account.tsx'
import type { AuthPageParts } from './routes/parts.ts'
import { secondFactorPages } from './routes/second-factor.tsx'
import { signInPages } from './routes/sign-in.tsx'

export type { AuthPageParts } from './routes/parts.ts'

/** The pages of signing in and of one's own account; serve them before those of the modules. */
export function authPages(parts: AuthPageParts): Pages {
  return { ...signInPages(parts), ...secondFactorPages(parts), ...accountPages(parts) }
}
