import { z } from 'zod'
import { definePage, type Views } from '../../../platform/web/index.ts'
import { EmailField, LinkList, Notice, SubmitRow } from '../../../ui/index.ts'
import { entry } from '../account.ts'
import { askForLink, countLink } from '../actions/index.ts'
import { nextAsked, nextOf, StepPage, toSignIn } from '../parts/step.tsx'
import { isDemonstration } from '../queries/accounts.ts'
import { urls } from '../urls.ts'
import { words } from '../words/index.ts'

function LinkPage({ frame, form, data: demonstration }: Views<undefined, boolean>) {
  const say = words[frame.lang]
  const sent = frame.query.has('sent') && (
    <>
      <Notice kind="success" announce>
        {say.linkSent}
      </Notice>
      {demonstration && <LinkList links={[{ href: urls.mailbox(), label: say.mailboxTitle }]} />}
    </>
  )
  const about = { title: say.linkTitle, lead: say.linkLead, breadcrumbs: toSignIn(frame), above: sent }
  return (
    <StepPage frame={frame} form={form} {...about}>
      <EmailField form={form} name="email" label={say.email} autocomplete="username" required unmarked />
      <SubmitRow primary={say.sendLink} cancel={{ href: urls.signIn({ next: nextOf(form) }), label: say.back }} />
    </StepPage>
  )
}

const { email, next } = entry

export const signInLinkPage = definePage({
  door: 'house',
  who: 'anyone',
  translated: true,
  load: (c) => isDemonstration(c),
  view: LinkPage,
  form: z.object({ email, next }),
  blank: nextAsked,
  prepare: (input, c) => countLink(c, input.email),
  submit: async (c, input) => {
    await askForLink(c, input)
    return urls.signInLink({ sent: '1' })
  },
})
