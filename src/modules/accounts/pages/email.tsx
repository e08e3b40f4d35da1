import { z } from 'zod'
import { ensure } from '../../../platform/ruling.ts'
import { definePage, type Views } from '../../../platform/web/index.ts'
import { EmailField, Form } from '../../../ui/index.ts'
import { type Account, entry } from '../account.ts'
import { requestEmailChange } from '../actions/index.ts'
import { mayChange } from '../may.ts'
import { ChangeRow, Delicate, OwnPage } from '../parts/own-page.tsx'
import { mine } from '../queries/accounts.ts'
import { urls } from '../urls.ts'
import { accountWords } from '../words/account.ts'
import { said } from '../words/said.ts'

function EmailPage({ frame, form, data: { account } }: Views<undefined, { account: Account }>) {
  const say = accountWords[frame.lang]
  return (
    <OwnPage frame={frame} form={form} title={say.emailTitle} lead={`${say.emailNow}：${account.email}`}>
      <Delicate frame={frame}>
        <Form form={form} label={say.emailTitle}>
          <p>{say.emailNote}</p>
          <EmailField form={form} name="email" label={say.newEmail} required unmarked />
          <ChangeRow frame={frame} label={say.emailSend} />
        </Form>
      </Delicate>
    </OwnPage>
  )
}

export const emailPage = definePage({
  door: 'house',
  who: 'signed-in',
  translated: true,
  load: mine,
  view: EmailPage,
  form: z.object({ email: entry.email }),
  limit: 5,
  submit: async (c, { email }, { account, session }) => {
    ensure(mayChange.why(session, c.now))
    await requestEmailChange(c, account, email)
    return { to: urls.me(), flash: said.emailAsked }
  },
})
