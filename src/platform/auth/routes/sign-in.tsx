import { listHouseMails } from '../../jobs/index.ts'
import { Forbidden, Invalid } from '../../refusals.ts'
import { definePage, type Pages, pages } from '../../web/index.ts'
import { findAccountByEmail } from '../accounts.ts'
import { ButtonForm, InvitationForm, LinkForm, PasskeyAnswerForm, SignInAsForm, SignInForm } from '../forms.ts'
import { acceptInvitation, findInvitation, requestSignInLink, useSignInLink } from '../links.ts'
import { authenticationOptions, signInWithPasskey } from '../passkeys.ts'
import { hashPassword } from '../passwords.ts'
import { endSession } from '../sessions.ts'
import { checkAttempts, signInWithPassword } from '../sign-in.ts'
import { findToken } from '../tokens.ts'
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
import { type AuthPageParts, addressOf, castOf, enter, isDemonstration } from './parts.ts'

export function signInPages(parts: AuthPageParts): Pages {
  const { house, home, Layout } = parts
  const nextFrom = (_: unknown, c: { query: URLSearchParams }) => ({ next: c.query.get('next') ?? home ?? '' })
  return pages({
    [urls.signIn.pattern]: definePage({
      door: 'house',
      who: 'anyone',
      translated: true,
      load: (c) => castOf(parts, c.db),
      view: ({ data, ...props }) => <SignInPage {...props} Layout={Layout} cast={data} />,
      form: SignInForm,
      blank: nextFrom,
      prepare: (input, c) => signInWithPassword(house, { ...input, address: addressOf(c) }, c.now),
      submit: (c, input) => enter(c, c.prepared as string, input.next),
    }),
    [urls.signInAs.pattern]: definePage({
      door: 'house',
      who: 'anyone',
      translated: true,
      form: SignInAsForm,
      load: (c) => castOf(parts, c.db),
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
      load: async (c) => ({ demonstration: await isDemonstration(parts, c.db) }),
      view: ({ data, ...props }) => <LinkPage {...props} Layout={Layout} demonstration={data.demonstration} />,
      form: LinkForm,
      blank: nextFrom,
      prepare: (input, c) => checkAttempts(house, 'link', input.email, addressOf(c), c.now),
      submit: async (c, input) => {
        await requestSignInLink(c.db, input, c.now)
        return urls.signInLink({ sent: '1' })
      },
    }),
    [urls.mailbox.pattern]: definePage({
      door: 'house',
      who: 'anyone',
      translated: true,
      load: async (c) => ((await isDemonstration(parts, c.db)) ? listHouseMails(c.db, parts.box) : undefined),
      view: ({ data, frame }) => <MailboxPage frame={frame} Layout={Layout} mails={data} />,
    }),
    [urls.followLink.pattern]: definePage({
      door: 'house',
      who: 'anyone',
      translated: true,
      load: async (c) => ({ good: Boolean(await findToken(c.db, 'sign-in', c.params.token!, c.now)) }),
      view: ({ data, ...props }) => <FollowLinkPage {...props} Layout={Layout} good={data.good} />,
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
      load: async (c) => ({ options: await authenticationOptions(parts, c.now) }),
      view: ({ data, ...props }) => <PasskeySignInPage {...props} Layout={Layout} options={data.options} />,
      form: PasskeyAnswerForm,
      blank: nextFrom,
      prepare: (_, c) => checkAttempts(house, 'passkey', '', addressOf(c), c.now),
      submit: async (c, input) => {
        const accountId = await signInWithPasskey(c.db, parts, input.response, c.now)
        if (!accountId) throw new Invalid({ '': said.passkeyWrong })
        return enter(c, accountId, input.next, { second_factor: true })
      },
    }),
    [urls.invitation.pattern]: definePage({
      door: 'house',
      who: 'anyone',
      translated: true,
      load: async (c) => (await findInvitation(c.db, c.params.token!, c.now)) ?? null,
      view: ({ data, ...props }) => <InvitationPage {...props} Layout={Layout} email={data?.account.email} />,
      form: InvitationForm,
      blank: (found) => ({ name: found?.account.name }),
      prepare: async (input, c) => {
        await checkAttempts(house, 'invitation', '', addressOf(c), c.now)
        // Nobody makes us hash for a link that is none; what to say then is the action's.
        const found = await house.run((db) => findInvitation(db, c.params.token!, c.now))
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
}
