import type { Child } from 'hono/jsx'
import { type FormState, type Frame, valueOf } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { Form, type Link, type PageProps, TextField } from '../../../ui/index.ts'
import { urls as inbox } from '../../inbox/urls.ts'
import { urls } from '../urls.ts'
import { words } from '../words/index.ts'

/** Returns the inbox for a person without another destination. */
export const nextAsked = (_: unknown, c: { query: URLSearchParams }) => ({ next: c.query.get('next') ?? inbox.home() })

export const nextOf = (form: FormState) => valueOf(form, 'next') || undefined

export function Next({ form }: { form: FormState }) {
  return <input type="hidden" name="next" value={valueOf(form, 'next')} />
}

export function StepPage(
  props: Pick<PageProps, 'title' | 'lead' | 'breadcrumbs'> & {
    frame: Frame
    form: FormState
    above?: Child
    below?: Child
    children: Child
  },
) {
  const { form, above, below, children, ...own } = props
  return (
    <CityPage {...own} invalid={Object.keys(form.errors).length > 0}>
      {above}
      <Form form={form} label={own.title}>
        {'next' in form.values && <Next form={form} />}
        {children}
      </Form>
      {below}
    </CityPage>
  )
}

export const toSignIn = ({ lang }: Frame): Link[] => [{ href: urls.signIn(), label: words[lang].signIn }]

export function CodeField({ form, label, hint }: { form: FormState; label: string; hint: string }) {
  return (
    <TextField
      form={form}
      name="code"
      label={label}
      hint={hint}
      width="short"
      inputmode="numeric"
      autocomplete="one-time-code"
      required
      unmarked
    />
  )
}
