import { z } from 'zod'
import { definePage, type Views } from '../../../platform/web/index.ts'
import { EmailField } from '../../../ui/index.ts'
import { entry } from '../account.ts'
import { requestEmailChange } from '../actions/index.ts'
import { ChangeForm, Delicate, OwnPage } from '../parts/own-page.tsx'
import { type Mine, mine } from '../queries/accounts.ts'
import { urls } from '../urls.ts'
import { said, words } from '../words/index.ts'

function EmailPage({ frame, form, data: { account } }: Views<undefined, Mine>) {
  const say = words[frame.lang]
  return (
    <OwnPage frame={frame} form={form} title={say.emailTitle} lead={`${say.emailNow}：${account.email}`}>
      <Delicate frame={frame}>
        <ChangeForm frame={frame} form={form} label={say.emailTitle} note={say.emailNote} button={say.emailSend}>
          <EmailField form={form} name="email" label={say.newEmail} required unmarked />
        </ChangeForm>
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
  submit: async (c, { email }, me) => {
    await requestEmailChange(c, me, email)
    return { to: urls.me(), flash: said.emailAsked }
  },
})
