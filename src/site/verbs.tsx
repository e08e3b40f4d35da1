import type { Child } from 'hono/jsx'
import { type Drawn, drawnFields } from '../platform/fields/drawn.ts'
import type { AnyAction, VerbPage } from '../platform/web/action/index.ts'
import type { FormState, Frame } from '../platform/web/index.ts'
import { ButtonLink, ConfirmPanel, DateField, TextAreaField, TextField } from '../ui/index.ts'
import { LetterSheet } from './letter.tsx'

/** The page of a verb, made from its declaration: what will happen, what it asks, the button that does it. */
// biome-ignore lint/suspicious/noExplicitAny: draws the declaration of any verb
export function Confirmation(props: VerbPage<any, any>) {
  const { form, thing, verb, back } = props
  const shows = verb.letter && !form.letter
  return (
    <ConfirmPanel
      form={form}
      heading={verb.question(thing)}
      consequences={verb.before(props)}
      confirm={shows ? '通知の案を確かめる' : verb.confirm(thing)}
      danger={verb.danger}
      cancel={{ href: back, label: verb.leave(thing) }}
    >
      {verb.fields ? verb.fields(props) : drawnFields(verb.form(props)).map(([name, how]) => fieldOf(form, name, how))}
      {form.letter && <LetterSheet document={form.letter.document} />}
    </ConfirmPanel>
  )
}

function fieldOf(form: FormState, name: string, { as, ...how }: Drawn): Child {
  if (as === 'date')
    return <DateField form={form} name={name} label={how.label} hint={how.hint} required={how.required} />
  return as === 'text' ? (
    <TextAreaField form={form} name={name} {...how} />
  ) : (
    <TextField form={form} name={name} {...how} />
  )
}

/** The buttons of what this person may do with the thing now, in the order of the list. */
export function VerbButtons<Thing>(props: { frame: Frame; thing: Thing; verbs: readonly AnyAction[] }) {
  const { frame, thing, verbs } = props
  return (
    <>
      {verbs
        .filter((verb) => verb.may(frame.actor, thing, frame.now))
        .map((verb) => (
          <ButtonLink kind={verb.tone} href={verb.href(frame.city.slug, thing)}>
            {verb.label(thing)}
          </ButtonLink>
        ))}
    </>
  )
}
