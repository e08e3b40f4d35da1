import type { Child } from 'hono/jsx'
import { type Drawn, drawnFields } from '../platform/fields/index.ts'
import type { AnyAction, VerbPage, WaitingAct } from '../platform/web/action/index.ts'
import type { FormState, Frame } from '../platform/web/index.ts'
import { ButtonLink, ConfirmPanel, DateField, Notice, TextAreaField, TextField } from '../ui/index.ts'
import { LetterSheet } from './letter.tsx'
import { PreparedPage, WaitingNote, waitingLink, waitingOf } from './prepared.tsx'

/** The default page of a verb, made from its declaration. */
// biome-ignore lint/suspicious/noExplicitAny: draws the declaration of any verb
export function Confirmation(props: VerbPage<any, any>) {
  const { frame, form, thing, verb, back, prepared } = props
  if (prepared) return <PreparedPage {...props} prepared={prepared} />
  const shows = verb.letter(thing) && !form.letter
  return (
    <ConfirmPanel
      form={form}
      heading={verb.question(thing)}
      consequences={verb.before(props)}
      confirm={shows ? '通知の案を確かめる' : verb.confirm(thing, frame.actor)}
      danger={verb.danger}
      multipart={verb.multipart}
      cancel={{ href: back, label: verb.leave(thing) }}
    >
      {verb.fields ? verb.fields(props) : <DrawnFields {...props} />}
      {form.letter && (
        <>
          <Notice kind="info" heading="お送りする通知の案です">
            まだ何も決まっていません。下の案をお読みになり、この内容でよければ、もう一度ボタンを押してください。直すときは、上の欄を直すと、新しい案を表示します。
          </Notice>
          <LetterSheet document={form.letter.document} />
        </>
      )}
    </ConfirmPanel>
  )
}

/** The fields of a verb's form that are `drawn`. */
// biome-ignore lint/suspicious/noExplicitAny: draws the declaration of any verb
export function DrawnFields(props: VerbPage<any, any>) {
  const { form, verb } = props
  return <>{drawnFields(verb.form(props)).map(([name, how]) => fieldOf(form, name, how))}</>
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

/**
 * The links of the verbs that this person may use now, in the order of the list. `thingsOf` gives the things that a verb is
 * done to: the thing of the page, or one part of it after another. An act that waits to be confirmed has the link to it.
 */
export function verbLinks(
  { actor, city, now }: Frame,
  verbs: readonly AnyAction[],
  thingsOf: (verb: AnyAction) => readonly unknown[],
  waiting?: readonly WaitingAct[],
): { href: string; label: string; about?: string }[] {
  return verbs.flatMap((verb) =>
    thingsOf(verb)
      .filter((thing) => verb.may(actor, thing, now))
      .map((thing) => {
        const prepared = waitingOf(verb, thing, waiting)
        if (prepared) return waitingLink(prepared)
        return { href: verb.href(city.slug, thing), label: verb.label(thing, actor), about: verb.lead(thing) }
      }),
  )
}

/** The buttons of the verbs that this person may use now, in the order of the list; where one waits, a sentence instead. */
export function VerbButtons<Thing>(props: {
  frame: Frame
  thing: Thing
  verbs: readonly AnyAction[]
  /** Makes the first button of the row primary. */
  first?: 'primary'
  /** The acts that wait to be confirmed: required beside a verb under four eyes. */
  waiting?: readonly WaitingAct[]
}) {
  const { frame, thing, verbs, first, waiting } = props
  const shown = verbs.filter((verb) => verb.may(frame.actor, thing, frame.now))
  const notes = shown.flatMap((verb) => waitingOf(verb, thing, waiting) ?? [])
  return (
    <>
      {shown
        .filter((verb) => !waitingOf(verb, thing, waiting))
        .map((verb, at) => (
          <ButtonLink kind={(at === 0 && first) || verb.tone} href={verb.href(frame.city.slug, thing)}>
            {verb.label(thing, frame.actor)}
          </ButtonLink>
        ))}
      {notes.map((one) => (
        <WaitingNote waiting={one} />
      ))}
    </>
  )
}
