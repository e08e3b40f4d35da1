import { definePage, type Views } from '../../../platform/web/index.ts'
import { setPassword } from '../actions/index.ts'
import { mayChange } from '../may.ts'
import { ChangeForm, Delicate, NewPassword, OwnPage } from '../parts/own-page.tsx'
import { hashPassword, PasswordForm } from '../password.ts'
import { type Mine, mine } from '../queries/accounts.ts'
import { urls } from '../urls.ts'
import { said, words } from '../words/index.ts'

function PasswordPage({ frame, form, data: { account } }: Views<undefined, Mine>) {
  const say = words[frame.lang]
  return (
    <OwnPage frame={frame} form={form} title={say.passwordTitle}>
      <Delicate frame={frame}>
        <ChangeForm
          frame={frame}
          form={form}
          label={say.passwordTitle}
          note={say.passwordNote}
          button={say.passwordTitle}
        >
          <NewPassword frame={frame} form={form} email={account.email} />
        </ChangeForm>
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
  // Only a person who may change the password may cost a hash.
  prepare: async ({ password }, c) => (mayChange(c.session, c.now) ? hashPassword(password) : undefined),
  submit: async (c, _, me) => {
    await setPassword(c, me, String(c.prepared))
    return { to: urls.me(), flash: said.passwordChanged }
  },
})
