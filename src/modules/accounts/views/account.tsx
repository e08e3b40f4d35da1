import type { FormState, Frame } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import {
  ButtonLink,
  EmailField,
  Form,
  type Link,
  Notice,
  Original,
  PasswordField,
  RadioField,
  Section,
  SubmitRow,
  SummaryList,
  TextField,
} from '../../../ui/index.ts'
import type { Account } from '../actions/accounts.ts'
import type { OpenSession } from '../actions/sessions.ts'
import { NAME_MAX } from '../forms.ts'
import { urls } from '../urls.ts'
import { accountWords } from '../words/account.ts'

interface Props {
  frame: Frame
  form: FormState
}

/** What every page of one's own account knows. */
export interface Mine {
  account: Account
  /** Signed in a short time ago: delicate changes are open. */
  fresh: boolean
}

const isInvalid = (form: FormState) => Object.keys(form.errors).length > 0
/** The way back to the account's first page. */
export const trail = ({ lang }: Frame): Link[] => [{ href: urls.me(), label: accountWords[lang].me }]

/** Delicate changes want the person to have signed in a short time ago (attack class 20). */
export function AgainNotice({ frame }: { frame: Frame }) {
  const say = accountWords[frame.lang]
  return (
    <>
      <Notice heading={say.againHeading}>{say.againText}</Notice>
      <ButtonLink href={urls.signIn({ next: frame.url })}>{say.againGo}</ButtonLink>
    </>
  )
}

export interface Overview extends Mine {
  factors: { required: boolean; appSince: Date | null; passkeys: number; codesLeft: number }
  hasPassword: boolean
  sessions: OpenSession[]
}

export function MePage({ frame, form, data }: Props & { data: Overview }) {
  const { account, factors, hasPassword, sessions } = data
  const say = accountWords[frame.lang]
  const app = factors.appSince ? say.appSet(factors.codesLeft) : say.none
  const facts = [
    { label: say.email, value: account.email, change: { href: urls.email(), label: say.change } },
    {
      label: say.password,
      value: hasPassword ? say.passwordSet : say.passwordUnset,
      change: { href: urls.password(), label: hasPassword ? say.change : say.choose },
    },
    {
      label: say.passkeys,
      value: factors.passkeys ? say.passkeyCount(factors.passkeys) : say.none,
      change: { href: urls.passkeys(), label: say.seeAndAdd },
    },
    {
      label: say.app,
      value: app,
      change: { href: urls.app(), label: factors.appSince ? say.setUpAgain : say.setUp },
    },
    {
      label: say.sessions,
      value: say.sessionCount(sessions.length),
      change: { href: urls.sessions(), label: say.seeAndSignOut },
    },
  ]
  return (
    <CityPage frame={frame} title={say.me} lead={say.meLead} invalid={isInvalid(form)}>
      {factors.required && !factors.appSince && factors.passkeys === 0 && (
        <Notice kind="warning">{say.staffNeeds}</Notice>
      )}
      <Section heading={say.ways} id="ways">
        <SummaryList facts={facts} />
      </Section>
      <Section heading={say.nameAndLanguage} id="name-and-language">
        <Form form={form} label={say.nameAndLanguage}>
          <TextField form={form} name="name" label={say.name} autocomplete="name" maxlength={NAME_MAX} required />
          <RadioField form={form} name="lang" label={say.language} required options={languagesFor(frame)} />
          <SubmitRow primary={say.save} />
        </Form>
      </Section>
    </CityPage>
  )
}

/** Each language in its own words, so that whoever lost their way finds back. */
const languagesFor = ({ lang }: Frame) => [
  { value: 'ja', label: <Original>日本語</Original> },
  { value: 'easy', label: <Original>{lang === 'easy' ? 'やさしい {日本語|にほんご}' : 'やさしい日本語'}</Original> },
  { value: 'en', label: <span lang="en">English</span> },
]

export function PasswordPage({ frame, form, data }: Props & { data: Mine }) {
  const say = accountWords[frame.lang]
  return (
    <CityPage frame={frame} title={say.passwordTitle} breadcrumbs={trail(frame)} invalid={isInvalid(form)}>
      {data.fresh ? (
        <Form form={form} label={say.passwordTitle}>
          <p>{say.passwordNote}</p>
          <input type="hidden" name="username" autocomplete="username" value={data.account.email} />
          <PasswordField
            form={form}
            name="password"
            label={say.newPassword}
            hint={say.passwordHint}
            purpose="new"
            required
          />
          <PasswordField form={form} name="again" label={say.passwordAgain} purpose="new" required />
          <SubmitRow primary={say.passwordTitle} cancel={{ href: urls.me(), label: say.stop }} />
        </Form>
      ) : (
        <AgainNotice frame={frame} />
      )}
    </CityPage>
  )
}

export function EmailPage({ frame, form, data }: Props & { data: Mine }) {
  const say = accountWords[frame.lang]
  return (
    <CityPage
      frame={frame}
      title={say.emailTitle}
      lead={`${say.emailNow}：${data.account.email}`}
      breadcrumbs={trail(frame)}
      invalid={isInvalid(form)}
    >
      {data.fresh ? (
        <Form form={form} label={say.emailTitle}>
          <p>{say.emailNote}</p>
          <EmailField form={form} name="email" label={say.newEmail} required unmarked />
          <SubmitRow primary={say.emailSend} cancel={{ href: urls.me(), label: say.stop }} />
        </Form>
      ) : (
        <AgainNotice frame={frame} />
      )}
    </CityPage>
  )
}

export function NewEmailPage({ frame, form }: Props) {
  const say = accountWords[frame.lang]
  return (
    <CityPage
      frame={frame}
      title={say.newEmailTitle}
      lead={say.newEmailLead}
      breadcrumbs={trail(frame)}
      invalid={isInvalid(form)}
    >
      <Form form={form} label={say.newEmailTitle}>
        <SubmitRow primary={say.newEmailDo} cancel={{ href: urls.me(), label: say.stop }} />
      </Form>
    </CityPage>
  )
}
