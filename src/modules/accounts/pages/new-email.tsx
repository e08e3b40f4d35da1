import { z } from 'zod'
import { definePage, type Views } from '../../../platform/web/index.ts'
import { Form } from '../../../ui/index.ts'
import { confirmEmail } from '../actions/index.ts'
import { ChangeRow, OwnPage } from '../parts/own-page.tsx'
import { mine } from '../queries/accounts.ts'
import { findToken } from '../queries/links.ts'
import { urls } from '../urls.ts'
import { accountWords } from '../words/account.ts'
import { said } from '../words/said.ts'

function NewEmailPage({ frame, form }: Views<undefined, unknown>) {
  const say = accountWords[frame.lang]
  return (
    <OwnPage frame={frame} form={form} title={say.newEmailTitle} lead={say.newEmailLead}>
      <Form form={form} label={say.newEmailTitle}>
        <ChangeRow frame={frame} label={say.newEmailDo} />
      </Form>
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
  submit: async (c, _, { account }) => {
    await confirmEmail(c, account, c.params.token ?? '')
    return { to: urls.me(), flash: said.emailChanged }
  },
})
