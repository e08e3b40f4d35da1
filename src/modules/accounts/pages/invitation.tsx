import { definePage, type Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { Spoken, SubmitRow, TextField } from '../../../ui/index.ts'
import { entry } from '../account.ts'
import { acceptInvitation, countOther, enter, forgiveOther } from '../actions/index.ts'
import { NewPassword } from '../parts/own-page.tsx'
import { StepPage } from '../parts/step.tsx'
import { hashPassword, PasswordForm } from '../password.ts'
import { findInvitation } from '../queries/links.ts'
import { urls } from '../urls.ts'
import { NAME_MAX, said, words } from '../words/index.ts'

type Found = Awaited<ReturnType<typeof findInvitation>> | null

function InvitationPage({ frame, form, data: found }: Views<undefined, Found>) {
  const say = words[frame.lang]
  if (!found) {
    return (
      <CityPage frame={frame} title={say.invitationTitle} lead={<Spoken>{said.invitationGone}</Spoken>}>
        <p>
          <a href={urls.signIn()}>{say.back}</a>
        </p>
      </CityPage>
    )
  }
  const { email } = found.account
  return (
    <StepPage frame={frame} form={form} title={say.invitationTitle} lead={say.invitationLead}>
      <p>
        {say.email}：<strong>{email}</strong>
      </p>
      <TextField form={form} name="name" label={say.name} autocomplete="name" maxlength={NAME_MAX} required />
      <NewPassword frame={frame} form={form} email={email} />
      <SubmitRow primary={say.begin} />
    </StepPage>
  )
}

export const invitationPage = definePage({
  door: 'house',
  who: 'anyone',
  translated: true,
  load: async (c): Promise<Found> => (await findInvitation(c.db, c.params.token ?? '', c.now)) ?? null,
  view: InvitationPage,
  form: PasswordForm.safeExtend({ name: entry.name }),
  blank: (found) => ({ name: found?.account.name }),
  prepare: async ({ password }, c) => {
    await countOther(c, 'invitation')
    // Nobody makes us hash for a link that is none; what to say then is the action's.
    const found = await c.installation.doors.house.run((db) => findInvitation(db, c.params.token ?? '', c.now))
    return found && hashPassword(password)
  },
  submit: async (c, { name }) => {
    const taken = { name, password_hash: String(c.prepared), lang: c.lang }
    const account = await acceptInvitation(c, c.params.token ?? '', taken)
    await forgiveOther(c, 'invitation')
    return enter(c, account.id, urls.me())
  },
})
