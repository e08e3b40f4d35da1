import { listHouseMails } from '../../../platform/jobs/index.ts'
import { Forbidden, Invalid } from '../../../platform/refusals.ts'
import { definePage, pages } from '../../../platform/web/index.ts'
import { urls as inbox } from '../../inbox/urls.ts'
import { findAccountByEmail } from '../actions/accounts.ts'
import { acceptInvitation, findInvitation, requestSignInLink, useSignInLink } from '../actions/links.ts'
import { authenticationOptions, signInWithPasskey } from '../actions/passkeys.ts'
import { hashPassword } from '../actions/passwords.ts'
import { endSession } from '../actions/sessions.ts'
import { checkAttempts, signInWithPassword } from '../actions/sign-in.ts'
import { findToken } from '../actions/tokens.ts'
import { ButtonForm, InvitationForm, LinkForm, PasskeyAnswerForm, SignInAsForm, SignInForm } from '../forms.ts'
import { urls } from '../urls.ts'
import {
  FollowLinkPage,
  InvitationPage,
  LinkPage,
  MailboxPage,
  PasskeySignInPage,
  SignInPage,
} from '../views/sign-in.tsx'
import { said } from '../words/said.ts'
import { addressOf, castOf, enter, isDemonstration } from './parts.ts'

/** Who came for nothing in particular lands in their inbox. */
const nextFrom = (_: unknown, c: { query: URLSearchParams }) => ({ next: c.query.get('next') ?? inbox.home() })

export const signInPages = pages({
  [urls.signIn.pattern]: definePage({
    door: 'house',
    who: 'anyone',
    translated: true,
    load: (c) => castOf(c),
    view: ({ data, ...props }) => <SignInPage {...props} cast={data} />,
    form: SignInForm,
    blank: nextFrom,
    prepare: (input, c) => signInWithPassword(c.installation.doors.house, { ...input, address: addressOf(c) }, c.now),
    submit: (c, input) => enter(c, c.prepared as string, input.next),
  }),
  [urls.signInAs.pattern]: definePage({
    door: 'house',
    who: 'anyone',
    translated: true,
    form: SignInAsForm,
    load: (c) => castOf(c),
    submit: async (c, input, cast) => {
      const isOfCast = cast.some((group) =>
        group.parts.some((part) => part.people.some((person) => person.email === input.email)),
      )
      const account = isOfCast ? await findAccountByEmail(c.db, input.email) : undefined
      if (!account) throw new Forbidden(said.notDemonstration)
      return enter(c, account.id, input.next, { second_factor: true })
    },
  }),
  [urls.signInLink.pattern]: definePage({
    door: 'house',
    who: 'anyone',
    translated: true,
    load: async (c) => ({ demonstration: await isDemonstration(c) }),
    view: ({ data, ...props }) => <LinkPage {...props} demonstration={data.demonstration} />,
    form: LinkForm,
    blank: nextFrom,
    prepare: (input, c) => checkAttempts(c.installation.doors.house, 'link', input.email, addressOf(c), c.now),
    submit: async (c, input) => {
      await requestSignInLink(c.db, input, c.now)
      return urls.signInLink({ sent: '1' })
    },
  }),
  [urls.mailbox.pattern]: definePage({
    door: 'house',
    who: 'anyone',
    translated: true,
    load: async (c) => ((await isDemonstration(c)) ? listHouseMails(c.db, c.installation.box) : undefined),
    view: ({ data, frame }) => <MailboxPage frame={frame} mails={data} />,
  }),
  [urls.followLink.pattern]: definePage({
    door: 'house',
    who: 'anyone',
    translated: true,
    load: async (c) => ({ good: Boolean(await findToken(c.db, 'sign-in', c.params.token!, c.now)) }),
    view: ({ data, ...props }) => <FollowLinkPage {...props} good={data.good} />,
    form: ButtonForm,
    submit: async (c) => {
      const link = await useSignInLink(c.db, c.params.token!, c.now)
      if (!link) throw new Forbidden(said.linkGone)
      return enter(c, link.account_id, link.next)
    },
  }),
  [urls.signInPasskey.pattern]: definePage({
    door: 'house',
    who: 'anyone',
    translated: true,
    load: async (c) => ({ options: await authenticationOptions(c.installation, c.now) }),
    view: ({ data, ...props }) => <PasskeySignInPage {...props} options={data.options} />,
    form: PasskeyAnswerForm,
    blank: nextFrom,
    prepare: (_, c) => checkAttempts(c.installation.doors.house, 'passkey', '', addressOf(c), c.now),
    submit: async (c, input) => {
      const accountId = await signInWithPasskey(c.db, c.installation, input.response, c.now)
      if (!accountId) throw new Invalid({ '': said.passkeyWrong })
      return enter(c, accountId, input.next, { second_factor: true })
    },
  }),
  [urls.invitation.pattern]: definePage({
    door: 'house',
    who: 'anyone',
    translated: true,
    load: async (c) => (await findInvitation(c.db, c.params.token!, c.now)) ?? null,
    view: ({ data, ...props }) => <InvitationPage {...props} email={data?.account.email} />,
    form: InvitationForm,
    blank: (found) => ({ name: found?.account.name }),
    prepare: async (input, c) => {
      await checkAttempts(c.installation.doors.house, 'invitation', '', addressOf(c), c.now)
      // Nobody makes us hash for a link that is none; what to say then is the action's.
      const found = await c.installation.doors.house.run((db) => findInvitation(db, c.params.token!, c.now))
      return found && hashPassword(input.password)
    },
    submit: async (c, input) => {
      const taken = { name: input.name, password_hash: c.prepared as string, lang: c.lang }
      const account = await acceptInvitation(c.db, c.params.token!, taken, c.now)
      return enter(c, account.id, urls.me())
    },
  }),
  [urls.signOut.pattern]: definePage({
    door: 'house',
    who: 'anyone',
    translated: true,
    form: ButtonForm,
    submit: async (c) => {
      if (c.session) await endSession(c.db, c.session.id, c.now)
      return { to: '/', session: null, flash: said.signedOut }
    },
  }),
})
