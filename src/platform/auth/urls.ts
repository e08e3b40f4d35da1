import { url } from '../web/url.ts'

/** Addresses of signing in and of one's own account; they belong to no city. */
export const urls = {
  signIn: url('/sign-in'),
  signInLink: url('/sign-in/link'),
  secondFactor: url('/sign-in/second-factor'),
  recovery: url('/sign-in/recovery'),
  signOut: url('/sign-out'),
  me: url('/me'),
  invitation: url('/invitations/:token'),
}
