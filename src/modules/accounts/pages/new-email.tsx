import { z } from 'zod'
import { definePage, type Views } from '../../../platform/web/index.ts'
import { confirmEmail } from '../actions/index.ts'
import { ChangeForm, OwnPage } from '../parts/own-page.tsx'
import { mine } from '../queries/accounts.ts'
import { findToken } from '../queries/links.ts'
import { urls } from '../urls.ts'
import { said, words } from '../words/index.ts'

function NewEmailPage({ frame, form }: Views<undefined, unknown>) {
  const say = words[frame.lang]
  return (
    <OwnPage frame={frame} form={form} title={say.newEmailTitle} lead={say.newEmailLead}>
      <ChangeForm frame={frame} form={form} label={say.newEmailTitle} button={say.newEmailDo} />
    </OwnPage>
  )
}

export const newEmailPage = definePage({
  door: 'house',
  who: 'signed-in',
  translated: true,
  load: async (c) => {
    const me = await mine(c)
    const token = await findToken(c.db, 'email', c.params.token ?? '', c.now)
    return token?.account_id === me?.account.id ? me : undefined
  },
  view: NewEmailPage,
  form: z.object({}),
  submit: async (c, _, me) => {
    await confirmEmail(c, me, c.params.token ?? '')
    return { to: urls.me(), flash: said.emailChanged }
  },
})
