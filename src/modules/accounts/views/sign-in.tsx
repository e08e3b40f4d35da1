import type { CastGroup } from '../../../platform/installation.ts'
import type { OutgoingMail } from '../../../platform/jobs/index.ts'
import { type FormState, type Frame, safeReturn, valueOf as typedIn } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import {
  Button,
  ButtonLink,
  Details,
  EmailField,
  Form,
  LinkList,
  Notice,
  Original,
  PasskeyButton,
  PasswordField,
  Section,
  Spoken,
  SubmitRow,
  TextField,
} from '../../../ui/index.ts'
import { NAME_MAX } from '../forms.ts'
import { urls } from '../urls.ts'
import { words } from '../words/sign-in.ts'

interface Props {
  frame: Frame
  form: FormState
}

const isInvalid = (form: FormState) => Object.keys(form.errors).length > 0
const nextOf = (form: FormState) => typedIn(form, 'next') || undefined

/** The hidden field that says where the person was going. */
function Next({ form }: { form: FormState }) {
  return <input type="hidden" name="next" value={typedIn(form, 'next')} />
}

export function SignInPage({ frame, form, cast }: Props & { cast: readonly CastGroup[] }) {
  const say = words[frame.lang]
  const next = nextOf(form)
  return (
    <CityPage frame={frame} title={say.signIn} lead={say.signInLead} invalid={isInvalid(form)}>
      {frame.actor.account_id && (
        <Notice>
          <p>{say.signedInAs(<Original>{frame.actor.name}</Original>)}</p>
        </Notice>
      )}
      {cast.length > 0 && <Cast frame={frame} form={form} cast={cast} />}
      <Form form={form} label={say.signIn}>
        <Next form={form} />
        <EmailField form={form} name="email" label={say.email} autocomplete="username" required unmarked />
        <PasswordField form={form} name="password" label={say.password} purpose="current" required unmarked />
        <SubmitRow primary={say.doSignIn} />
      </Form>
      <Section heading={say.otherWays} id="other-ways">
        <LinkList
          links={[
            { href: urls.signInLink({ next }), label: say.byLink },
            { href: urls.signInPasskey({ next }), label: say.byPasskey },
          ]}
        />
      </Section>
    </CityPage>
  )
}

/** The people of the demonstration, each a button; only where the database says that it is one. */
function Cast({ frame, form, cast }: { frame: Frame; form: FormState; cast: readonly CastGroup[] }) {
  const say = words[frame.lang]
  const going = safeReturn(typedIn(form, 'next')).split(/[/?#]/)[1]
  const there = Math.max(
    cast.findIndex(({ slug }) => slug === going),
    0,
  )
  return (
    <Section heading={say.cast} id="cast" lead={say.castLead}>
      <form method="post" action={urls.signInAs()} class="flow">
        <input type="hidden" name="_csrf" value={form.csrf} />
        <Next form={form} />
        {cast.map((group, index) => (
          <Details summary={<Spoken>{group.label}</Spoken>} open={index === there}>
            {group.parts.map((part, at) => (
              <Details summary={[<Spoken>{part.label}</Spoken>, ` (${part.people.length})`]} open={at === 0}>
                <ul class="bare flow">
                  {part.people.map((person) => (
                    <li>
                      <Button kind="secondary" name="email" value={person.email}>
                        <Original>{person.name}</Original>
                      </Button>{' '}
                      <Original>{person.is}</Original>
                    </li>
                  ))}
                </ul>
              </Details>
            ))}
          </Details>
        ))}
      </form>
    </Section>
  )
}

export function LinkPage({ frame, form, demonstration }: Props & { demonstration: boolean }) {
  const say = words[frame.lang]
  const sent = frame.query.has('sent')
  return (
    <CityPage
      frame={frame}
      title={say.linkTitle}
      lead={say.linkLead}
      breadcrumbs={[{ href: urls.signIn(), label: say.signIn }]}
      invalid={isInvalid(form)}
    >
      {sent && (
        <Notice kind="success" announce>
          {say.linkSent}
        </Notice>
      )}
      {sent && demonstration && <LinkList links={[{ href: urls.mailbox(), label: say.mailboxTitle }]} />}
      <Form form={form} label={say.linkTitle}>
        <Next form={form} />
        <EmailField form={form} name="email" label={say.email} autocomplete="username" required unmarked />
        <SubmitRow primary={say.sendLink} cancel={{ href: urls.signIn({ next: nextOf(form) }), label: say.back }} />
      </Form>
    </CityPage>
  )
}

/** What a demonstration would send: its links work, as they would from a mail. */
export function MailboxPage({ frame, mails }: Omit<Props, 'form'> & { mails: readonly OutgoingMail[] }) {
  const say = words[frame.lang]
  return (
    <CityPage frame={frame} title={say.mailboxTitle} lead={say.mailboxLead}>
      {mails.length === 0 && <p>{say.mailboxEmpty}</p>}
      {mails.map((mail) => (
        <article class="flow section" id={mail.id}>
          <h2>
            <Written>{mail.subject}</Written>
          </h2>
          <p class="quiet">{mail.to}</p>
          {mail.body
            .split('\n')
            .filter(Boolean)
            .map((line) => (
              <p>
                {URL.canParse(line) ? (
                  <a href={safeReturn(new URL(line).pathname)}>{line}</a>
                ) : (
                  <Written>{line}</Written>
                )}
              </p>
            ))}
        </article>
      ))}
    </CityPage>
  )
}

/** A letter is in its account's language, whatever the page's is. */
function Written({ children }: { children: string }) {
  return /\p{Script=Hiragana}/u.test(children) ? <Original>{children}</Original> : <span lang="en">{children}</span>
}

/** A button, because mail programs open links before people do. */
export function FollowLinkPage({ frame, form, good }: Props & { good: boolean }) {
  const say = words[frame.lang]
  if (!good) {
    return (
      <CityPage frame={frame} title={say.followTitle} lead={say.followGone}>
        <ButtonLink href={urls.signInLink()}>{say.again}</ButtonLink>
      </CityPage>
    )
  }
  return (
    <CityPage frame={frame} title={say.followTitle} lead={say.followLead} invalid={isInvalid(form)}>
      <Form form={form} label={say.followTitle}>
        <SubmitRow primary={say.doSignIn} />
      </Form>
    </CityPage>
  )
}

export function PasskeySignInPage({ frame, form, options }: Props & { options: object }) {
  const say = words[frame.lang]
  return (
    <CityPage
      frame={frame}
      title={say.passkeyTitle}
      lead={say.passkeyLead}
      breadcrumbs={[{ href: urls.signIn(), label: say.signIn }]}
      invalid={isInvalid(form)}
    >
      <Form form={form} label={say.passkeyTitle}>
        <Next form={form} />
        <PasskeyButton ask="get" options={options} failed={say.passkeyFailed} fallback={say.passkeyFallback}>
          {say.doSignIn}
        </PasskeyButton>
      </Form>
      <p>
        <a href={urls.signIn({ next: nextOf(form) })}>{say.back}</a>
      </p>
    </CityPage>
  )
}

export function InvitationPage({ frame, form, email }: Props & { email: string | undefined }) {
  const say = words[frame.lang]
  if (!email) {
    return (
      <CityPage frame={frame} title={say.invitationTitle} lead={say.invitationGone}>
        <p>
          <a href={urls.signIn()}>{say.back}</a>
        </p>
      </CityPage>
    )
  }
  return (
    <CityPage frame={frame} title={say.invitationTitle} lead={say.invitationLead} invalid={isInvalid(form)}>
      <Form form={form} label={say.invitationTitle}>
        <p>
          {say.email}：<strong>{email}</strong>
        </p>
        <input type="hidden" name="username" autocomplete="username" value={email} />
        <TextField form={form} name="name" label={say.name} autocomplete="name" maxlength={NAME_MAX} required />
        <PasswordField
          form={form}
          name="password"
          label={say.newPassword}
          hint={say.passwordHint}
          purpose="new"
          required
        />
        <PasswordField form={form} name="again" label={say.passwordAgain} purpose="new" required />
        <SubmitRow primary={say.begin} />
      </Form>
    </CityPage>
  )
}
