import type { Child } from 'hono/jsx'
import { type Drawn, drawnFields } from '../platform/fields/index.ts'
import { dateTimeLabel } from '../platform/time/index.ts'
import { type AnyAction, LONGEST_REASON, type VerbPage } from '../platform/web/action/index.ts'
import type { FormState, Frame } from '../platform/web/index.ts'
import {
  ButtonLink,
  ConfirmPanel,
  DateField,
  Form,
  Notice,
  Paragraphs,
  Section,
  SubmitRow,
  SummaryList,
  TextAreaField,
  TextField,
} from '../ui/index.ts'
import { LetterSheet } from './letter.tsx'

/** The default page of a verb, made from its declaration. */
// biome-ignore lint/suspicious/noExplicitAny: draws the declaration of any verb
export function Confirmation(props: VerbPage<any, any>) {
  const { form, thing, verb, back, prepared } = props
  if (prepared) return <PreparedAct {...props} prepared={prepared} />
  const shows = verb.letter(thing) && !form.letter
  return (
    <ConfirmPanel
      form={form}
      heading={verb.question(thing)}
      consequences={verb.before(props)}
      confirm={shows ? '通知の案を確かめる' : verb.confirm(thing)}
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

// biome-ignore lint/suspicious/noExplicitAny: draws the declaration of any verb
function PreparedAct(props: VerbPage<any, any> & { prepared: NonNullable<VerbPage<any, any>['prepared']> }) {
  const { frame, form, thing, verb, back, prepared } = props
  const own = prepared.prepared_by === frame.actor.account_id
  const facts = [
    { label: '起案した方', value: `${prepared.prepared_name}　${dateTimeLabel(prepared.prepared_at)}` },
    ...enteredIn(props, prepared.input).map(({ label, value }) => ({ label, value: <Paragraphs text={value} /> })),
  ]
  return (
    <>
      <SummaryList facts={facts} />
      {prepared.letter && <LetterSheet document={prepared.letter} />}
      <Section heading={`${verb.title(thing)}前に`} id="confirm">
        <ul>
          {verb.before(props).map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
        {own && <Notice kind="info">あなたが起案しました。別の方が確認した時点で行われます。</Notice>}
        <Form form={form}>
          {!own && (
            <TextAreaField
              form={form}
              name="reason"
              label="差し戻す理由"
              hint="差し戻すときだけ書いてください。起案した方が読みます。"
              rows={2}
              maxlength={LONGEST_REASON}
            />
          )}
          {own ? (
            <SubmitRow
              primary="起案を取り下げる"
              act="dismiss"
              kind="danger"
              cancel={{ href: back, label: '何もせずに戻る' }}
            />
          ) : (
            <SubmitRow
              primary={`確認した。${verb.confirmed(thing)}`}
              kind={verb.danger ? 'danger' : 'primary'}
              secondary={[{ act: 'dismiss', label: '起案を差し戻す' }]}
              cancel={{ href: back, label: '何もせずに戻る' }}
            />
          )}
        </Form>
      </Section>
    </>
  )
}

// biome-ignore lint/suspicious/noExplicitAny: reads the declaration of any verb
function enteredIn(props: VerbPage<any, any>, input: Record<string, unknown>) {
  const { verb, thing } = props
  if (verb.entered) return verb.entered(thing, input)
  return drawnFields(verb.form(props)).map(([name, { label }]) => ({ label, value: String(input[name] ?? '') }))
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
 * done to: the thing of the page, or one part of it after another.
 */
export function verbLinks(
  { actor, city, now }: Frame,
  verbs: readonly AnyAction[],
  thingsOf: (verb: AnyAction) => readonly unknown[],
): { href: string; label: string; about?: string }[] {
  return verbs.flatMap((verb) =>
    thingsOf(verb)
      .filter((thing) => verb.may(actor, thing, now))
      .map((thing) => ({
        href: verb.href(city.slug, thing),
        label: verb.label(thing, actor),
        about: verb.lead(thing),
      })),
  )
}

/** The buttons of the verbs that this person may use now, in the order of the list. */
export function VerbButtons<Thing>(props: {
  frame: Frame
  thing: Thing
  verbs: readonly AnyAction[]
  /** Makes the first button of the row primary. */
  first?: 'primary'
}) {
  const { frame, thing, verbs, first } = props
  return (
    <>
      {verbs
        .filter((verb) => verb.may(frame.actor, thing, frame.now))
        .map((verb, at) => (
          <ButtonLink kind={(at === 0 && first) || verb.tone} href={verb.href(frame.city.slug, thing)}>
            {verb.label(thing, frame.actor)}
          </ButtonLink>
        ))}
    </>
  )
}
