import { definePage, safeReturn, type Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { ButtonLink, ButtonRow, LinkList, SubmitRow } from '../../../ui/index.ts'
import { countCode, giveCode } from '../actions/index.ts'
import { CodeField, nextOf, StepPage } from '../parts/step.tsx'
import { type Mine, mine } from '../queries/accounts.ts'
import { CodeForm } from '../second-factor.ts'
import { urls } from '../urls.ts'
import { words } from '../words/index.ts'

function SecondFactorPage({ frame, form, data: { factors } }: Views<undefined, Mine>) {
  const say = words[frame.lang]
  const next = nextOf(form)
  const passkey = { href: urls.signInPasskey({ next }), label: say.withPasskey }
  if (!factors.appSince && factors.passkeys === 0) {
    return (
      <CityPage frame={frame} title={say.secondMissing} lead={say.secondMissingLead}>
        <ButtonLink href={urls.secondFactorNew({ next })}>{say.enrolNow}</ButtonLink>
      </CityPage>
    )
  }
  if (!factors.appSince) {
    return (
      <CityPage frame={frame} title={say.passkeyTitle} lead={say.passkeyLead}>
        <ButtonRow>
          <ButtonLink href={passkey.href}>{passkey.label}</ButtonLink>
        </ButtonRow>
      </CityPage>
    )
  }
  const lost = { href: urls.recovery({ next }), label: say.lost }
  const below = <LinkList links={factors.passkeys > 0 ? [passkey, lost] : [lost]} />
  return (
    <StepPage frame={frame} form={form} title={say.secondTitle} lead={say.secondLead} below={below}>
      <CodeField form={form} label={say.code} hint={say.codeHint} />
      <SubmitRow primary={say.confirm} />
    </StepPage>
  )
}

export const secondFactorPage = definePage({
  door: 'house',
  who: 'signed-in',
  translated: true,
  unconfirmed: true,
  load: mine,
  view: SecondFactorPage,
  form: CodeForm,
  blank: (_, c) => ({ next: c.query.get('next') ?? '' }),
  prepare: (_, c) => countCode(c, 'second factor'),
  submit: async (c, { code, next }, { session }) => ({
    session: await giveCode(c, session, code),
    to: safeReturn(next),
  }),
})
