import { houseTimed } from '../../platform/jobs/index.ts'
import { signInLink } from './actions/links.ts'
import { sweepSignIn } from './actions/sessions.ts'

/** What accounts do later, in the house's own books. */
export const jobs = [signInLink, houseTimed('sign-in.sweep', '17 3 * * *', ({ db, now }) => sweepSignIn(db, now))]
