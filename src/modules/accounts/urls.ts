import { url } from '../../platform/web/url.ts'

export const urls = {
  signIn: url('/sign-in'),
  signInAs: url('/sign-in/as'),
  signInLink: url('/sign-in/link'),
  followLink: url('/sign-in/link/:token'),
  /** The mails of a demonstration, which are never sent. */
  mailbox: url('/sign-in/mailbox'),
  signInPasskey: url('/sign-in/passkey'),
  secondFactor: url('/sign-in/second-factor'),
  secondFactorNew: url('/sign-in/second-factor/new'),
  recovery: url('/sign-in/recovery'),
  signOut: url('/sign-out'),
  me: url('/me'),
  password: url('/me/password'),
  email: url('/me/mail'),
  newEmail: url('/me/mail/:token'),
  passkeys: url('/me/passkeys'),
  app: url('/me/second-factor'),
  sessions: url('/me/sessions'),
  invitation: url('/invitations/:token'),
}
