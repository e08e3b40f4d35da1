import { ensure } from '../../../platform/ruling.ts'
import { definePage, type Views } from '../../../platform/web/index.ts'
import { Form } from '../../../ui/index.ts'
import type { Account } from '../account.ts'
import { setPassword } from '../actions/index.ts'
import { mayChange } from '../may.ts'
import { ChangeRow, Delicate, NewPassword, OwnPage } from '../parts/own-page.tsx'
import { hashPassword, PasswordForm } from '../password.ts'
import { mine } from '../queries/accounts.ts'
import { urls } from '../urls.ts'
import { accountWords } from '../words/account.ts'
import { said } from '../words/said.ts'

function PasswordPage({ frame, form, data: { account } }: Views<undefined, { account: Account }>) {
  const say = accountWords[frame.lang]
  return (
    <OwnPage frame={frame} form={form} title={say.passwordTitle}>
      <Delicate frame={frame}>
        <Form form={form} label={say.passwordTitle}>
          <p>{say.passwordNote}</p>
          <NewPassword frame={frame} form={form} email={account.email} />
          <ChangeRow frame={frame} label={say.passwordTitle} />
        </Form>
      </Delicate>
    </OwnPage>
  )
}

export const passwordPage = definePage({
  door: 'house',
  who: 'signed-in',
  translated: true,
  load: mine,
  view: PasswordPage,
  form: PasswordForm,
  // A person who may not change it must not make us hash either.
  prepare: async ({ password }, c) => (mayChange(c.session, c.now) ? hashPassword(password) : undefined),
  submit: async (c, _, { account, session }) => {
    ensure(mayChange.why(session, c.now))
    await setPassword(c, account, { password_hash: String(c.prepared), keep: session.id })
    return { to: urls.me(), flash: said.passwordChanged }
  },
})
