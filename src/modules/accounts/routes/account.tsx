import { Invalid } from '../../../platform/refusals.ts'
import { definePage, flatten, pages } from '../../../platform/web/index.ts'
import { reviseAccount } from '../actions/accounts.ts'
import { confirmEmail, requestEmailChange, setPassword } from '../actions/links.ts'
import { addPasskey, listPasskeys, registrationOptions, removePasskey } from '../actions/passkeys.ts'
import { hashPassword } from '../actions/passwords.ts'
import { secondFactorsOf } from '../actions/second-factor.ts'
import { endAllSessions, endSession, isFresh, listSessions } from '../actions/sessions.ts'
import { findToken } from '../actions/tokens.ts'
import {
  ButtonForm,
  EmailForm,
  EndSessionForm,
  MeForm,
  PasskeyForm,
  PasswordForm,
  RemovePasskeyForm,
} from '../forms.ts'
import { urls } from '../urls.ts'
import { EmailPage, MePage, NewEmailPage, PasswordPage } from '../views/account.tsx'
import { PasskeysPage, SessionsPage } from '../views/devices.tsx'
import { said } from '../words/said.ts'
import { ensureFresh, mine } from './parts.ts'

export const accountPages = pages({
  [urls.me.pattern]: definePage({
    door: 'house',
    who: 'signed-in',
    translated: true,
    load: async (c) => {
      const me = await mine(c)
      if (!me) return undefined
      const { password_hash } = await c.db
        .selectFrom('house.accounts')
        .select('password_hash')
        .where('id', '=', me.account.id)
        .executeTakeFirstOrThrow()
      return {
        ...me,
        hasPassword: password_hash !== null,
        factors: await secondFactorsOf(c.db, me.account.id),
        sessions: await listSessions(c.db, me.account.id, c.now),
      }
    },
    view: MePage,
    form: MeForm,
    blank: ({ account }) => flatten({ name: account.name, lang: account.lang }),
    submit: async (c, input, { account }) => {
      await reviseAccount(c.db, account.id, input)
      return { to: urls.me(), flash: said.saved, lang: input.lang }
    },
  }),
  [urls.password.pattern]: definePage({
    door: 'house',
    who: 'signed-in',
    translated: true,
    load: mine,
    view: PasswordPage,
    form: PasswordForm,
    // Whoever may not change it must not make us hash either.
    prepare: async (input, c) => (isFresh(c.session, c.now) ? hashPassword(input.password) : undefined),
    submit: async (c, _, data) => {
      ensureFresh(data)
      const change = { password_hash: c.prepared as string, keepSession: c.session!.id }
      await setPassword(c.db, c.installation, data.account, change, c.now)
      return { to: urls.me(), flash: said.passwordChanged }
    },
  }),
  [urls.email.pattern]: definePage({
    door: 'house',
    who: 'signed-in',
    translated: true,
    load: mine,
    view: EmailPage,
    form: EmailForm,
    limit: 5,
    submit: async (c, input, data) => {
      ensureFresh(data)
      await requestEmailChange(c.db, c.installation, data.account, input.email, c.now)
      return {
        to: urls.me(),
        flash: said.emailAsked,
      }
    },
  }),
  [urls.newEmail.pattern]: definePage({
    door: 'house',
    who: 'signed-in',
    translated: true,
    load: async (c) => {
      const me = await mine(c)
      const token = await findToken(c.db, 'email', c.params.token!, c.now)
      return token?.account_id === me?.account.id ? me : undefined
    },
    view: NewEmailPage,
    form: ButtonForm,
    submit: async (c, _, { account }) => {
      await confirmEmail(c.db, c.installation, account, c.params.token!, c.now)
      return { to: urls.me(), flash: said.emailChanged }
    },
  }),
  [urls.passkeys.pattern]: definePage({
    door: 'house',
    who: 'signed-in',
    translated: true,
    load: async (c) => {
      const me = await mine(c)
      if (!me) return undefined
      const passkeys = await listPasskeys(c.db, me.account.id)
      return { ...me, passkeys, options: await registrationOptions(c.installation, me.account, passkeys, c.now) }
    },
    view: PasskeysPage,
    form: PasskeyForm,
    submit: async (c, input, data) => {
      ensureFresh(data)
      if (!(await addPasskey(c.db, c.installation, data.account.id, input, c.now))) {
        throw new Invalid({ '': said.passkeyRefused })
      }
      return { to: urls.passkeys(), flash: said.passkeyAdded }
    },
    acts: {
      remove: {
        form: RemovePasskeyForm,
        submit: async (c, input: { id: string }, data) => {
          ensureFresh(data)
          await removePasskey(c.db, data.account.id, input.id, c.now)
          return { to: urls.passkeys(), flash: said.passkeyRemoved }
        },
      },
    },
  }),
  [urls.sessions.pattern]: definePage({
    door: 'house',
    who: 'signed-in',
    translated: true,
    load: async (c) => {
      const me = await mine(c)
      return me && { ...me, sessions: await listSessions(c.db, me.account.id, c.now), here: c.session!.id }
    },
    view: SessionsPage,
    form: ButtonForm,
    submit: async (c, _, { account }) => {
      await endAllSessions(c.db, account.id, c.now)
      return { to: '/', session: null, flash: said.everywhereOut }
    },
    acts: {
      end: {
        form: EndSessionForm,
        submit: async (c, input: { id: string }, { sessions }) => {
          const session = sessions.find((one) => one.id === input.id)
          if (session) await endSession(c.db, session.id, c.now)
          return { to: urls.sessions(), flash: said.thereOut }
        },
      },
    },
  }),
})
