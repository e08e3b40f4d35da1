import type { Child } from 'hono/jsx'
import type { FormState, Frame } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { Button, ButtonLink, Form, Notice, PasswordField, SubmitRow } from '../../../ui/index.ts'
import { mayChange } from '../may.ts'
import { urls } from '../urls.ts'
import { words } from '../words/index.ts'

export function OwnPage(props: { frame: Frame; form: FormState; title: string; lead?: Child; children: Child }) {
  const { form, ...own } = props
  const breadcrumbs = [{ href: urls.me(), label: words[own.frame.lang].me }]
  return <CityPage {...own} breadcrumbs={breadcrumbs} invalid={Object.keys(form.errors).length > 0} />
}

/** Shows the form of a sensitive change after a recent sign-in, else the link to sign in again. */
export function Delicate({ frame, children }: { frame: Frame; children: Child }) {
  const say = words[frame.lang]
  if (mayChange(frame.session, frame.now)) return <>{children}</>
  return (
    <>
      <Notice heading={say.againHeading}>{say.againText}</Notice>
      <ButtonLink href={urls.signIn({ next: frame.url })}>{say.againGo}</ButtonLink>
    </>
  )
}

export function ChangeForm(props: {
  frame: Frame
  form: FormState
  label: string
  note?: string
  button: string
  danger?: true
  children?: Child
}) {
  const { frame, form, label, note, button, danger, children } = props
  const cancel = { href: urls.me(), label: words[frame.lang].stop }
  return (
    <Form form={form} label={label}>
      {note && <p>{note}</p>}
      {children}
      <SubmitRow primary={button} kind={danger && 'danger'} cancel={cancel} />
    </Form>
  )
}

export function ActButton(props: { form: FormState; act: string; id?: string; about?: string; children: string }) {
  const { form, act, id, about, children } = props
  return (
    <form method="post" action={form.action}>
      <input type="hidden" name="_csrf" value={form.csrf} />
      {id !== undefined && <input type="hidden" name="id" value={id} />}
      <Button kind="quiet" name="_act" value={act} about={about}>
        {children}
      </Button>
    </form>
  )
}

export function NewPassword({ frame, form, email }: { frame: Frame; form: FormState; email: string }) {
  const say = words[frame.lang]
  return (
    <>
      <input type="hidden" name="username" autocomplete="username" value={email} />
      <PasswordField
        form={form}
        name="password"
        label={say.newPassword}
        hint={say.passwordHint}
        purpose="new"
        required
      />
      <PasswordField form={form} name="again" label={say.passwordAgain} purpose="new" required />
    </>
  )
}
