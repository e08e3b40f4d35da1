import { definePage, safeReturn, type Views } from '../../../platform/web/index.ts'
import { SubmitRow, TextField } from '../../../ui/index.ts'
import { countCode, giveRecoveryCode } from '../actions/index.ts'
import { StepPage } from '../parts/step.tsx'
import { mine } from '../queries/accounts.ts'
import { CodeForm } from '../second-factor.ts'
import { urls } from '../urls.ts'
import { codesLeft, words } from '../words/index.ts'

function RecoveryPage({ frame, form }: Views<undefined, unknown>) {
  const say = words[frame.lang]
  const breadcrumbs = [{ href: urls.secondFactor(), label: say.secondTitle }]
  const about = { title: say.recoveryTitle, lead: say.recoveryLead, breadcrumbs, below: <p>{say.recoveryLost}</p> }
  return (
    <StepPage frame={frame} form={form} {...about}>
      <TextField
        form={form}
        name="code"
        label={say.recoveryCode}
        width="medium"
        autocomplete="off"
        spellcheck={false}
        required
        unmarked
      />
      <SubmitRow primary={say.confirm} />
    </StepPage>
  )
}

export const recoveryPage = definePage({
  door: 'house',
  who: 'signed-in',
  translated: true,
  unconfirmed: true,
  load: mine,
  view: RecoveryPage,
  form: CodeForm,
  blank: (_, c) => ({ next: c.query.get('next') ?? '' }),
  prepare: (_, c) => countCode(c, 'recovery code'),
  submit: async (c, { code, next }, { session }) => {
    const { token, left } = await giveRecoveryCode(c, session, code)
    return { to: safeReturn(next), session: token, flash: codesLeft[left] }
  },
})
