import { type FormState, type Frame, valueOf as typedIn } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  Form,
  LinkList,
  Notice,
  Section,
  SubmitRow,
  TextField,
} from '../../../ui/index.ts'
import type { Enrolment } from '../actions/second-factor.ts'
import { urls } from '../urls.ts'
import { words } from '../words/sign-in.ts'
import { qrPath } from './qr.ts'

interface Props {
  frame: Frame
  form: FormState
}

interface Factors {
  appSince: Date | null
  passkeys: number
  codesLeft: number
}

const isInvalid = (form: FormState) => Object.keys(form.errors).length > 0

function Next({ form }: { form: FormState }) {
  return <input type="hidden" name="next" value={typedIn(form, 'next')} />
}

export function SecondFactorPage({ frame, form, factors }: Props & { factors: Factors }) {
  const say = words[frame.lang]
  const next = typedIn(form, 'next') || undefined
  const passkey = factors.passkeys > 0 ? [{ href: urls.signInPasskey({ next }), label: say.withPasskey }] : []
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
          <ButtonLink href={urls.signInPasskey({ next })}>{say.withPasskey}</ButtonLink>
        </ButtonRow>
      </CityPage>
    )
  }
  return (
    <CityPage frame={frame} title={say.secondTitle} lead={say.secondLead} invalid={isInvalid(form)}>
      <Form form={form} label={say.secondTitle}>
        <Next form={form} />
        <TextField
          form={form}
          name="code"
          label={say.code}
          hint={say.codeHint}
          width="short"
          inputmode="numeric"
          autocomplete="one-time-code"
          required
          unmarked
        />
        <SubmitRow primary={say.confirm} />
      </Form>
      <LinkList links={[...passkey, { href: urls.recovery({ next }), label: say.lost }]} />
    </CityPage>
  )
}

export function RecoveryPage({ frame, form }: Props) {
  const say = words[frame.lang]
  return (
    <CityPage
      frame={frame}
      title={say.recoveryTitle}
      lead={say.recoveryLead}
      breadcrumbs={[{ href: urls.secondFactor(), label: say.secondTitle }]}
      invalid={isInvalid(form)}
    >
      <Form form={form} label={say.recoveryTitle}>
        <Next form={form} />
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
      </Form>
      <p>{say.recoveryLost}</p>
    </CityPage>
  )
}

/** Secret and paper codes are shown first; both count from the moment a code from the app proves that it worked. */
export function EnrolmentPage({
  frame,
  form,
  enrolment,
  replaces,
  mayRemove,
}: Props & { enrolment: Enrolment | undefined; replaces: boolean; mayRemove: boolean }) {
  const say = words[frame.lang]
  const title = replaces ? say.enrolAgainTitle : say.enrolTitle
  if (!enrolment) {
    return (
      <CityPage frame={frame} title={title} lead={say.enrolLate}>
        <ButtonLink href={frame.url}>{say.fromTheStart}</ButtonLink>
      </CityPage>
    )
  }
  return (
    <CityPage frame={frame} title={title} lead={say.enrolLead} invalid={isInvalid(form)}>
      {replaces && <Notice kind="warning">{say.enrolReplaces}</Notice>}
      {mayRemove && (
        <form method="post" action={form.action}>
          <input type="hidden" name="_csrf" value={form.csrf} />
          <Button kind="quiet" name="_act" value="remove">
            {say.stopApp}
          </Button>
        </form>
      )}
      <Form form={form} label={title}>
        <Next form={form} />
        <input type="hidden" name="sealed" value={typedIn(form, 'sealed')} />
        <Section heading={say.stepApp} id="app">
          <p>{say.stepAppText}</p>
          <QrCode text={enrolment.uri} label={say.picture} />
          <p>
            {say.key}：<code>{enrolment.secret}</code>
          </p>
          <p>
            <a href={enrolment.uri}>{say.openApp}</a>
          </p>
        </Section>
        <Section heading={say.stepCodes} id="codes">
          <p>{say.stepCodesText}</p>
          <ul class="columns-2">
            {enrolment.codes.map((code) => (
              <li>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </Section>
        <Section heading={say.stepCheck} id="check">
          <TextField
            form={form}
            name="code"
            label={say.appCode}
            hint={say.appCodeHint}
            width="short"
            inputmode="numeric"
            autocomplete="one-time-code"
            required
            unmarked
          />
          <SubmitRow primary={say.enrolDo} />
        </Section>
      </Form>
    </CityPage>
  )
}

function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = qrPath(text)
  return (
    <svg width="220" height="220" viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img" aria-label={label}>
      <rect x={-4} y={-4} width={size + 8} height={size + 8} fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  )
}
