import { drawnFields } from '../platform/fields/index.ts'
import { dateTimeLabel } from '../platform/time/index.ts'
import {
  type AnyAction,
  LONGEST_REASON,
  subjectId,
  type VerbPage,
  type WaitingAct,
} from '../platform/web/action/index.ts'
import {
  ButtonLink,
  ButtonRow,
  Form,
  Notice,
  Paragraphs,
  Section,
  SubmitRow,
  SummaryList,
  TextAreaField,
} from '../ui/index.ts'
import { LetterSheet } from './letter.tsx'

// biome-ignore lint/suspicious/noExplicitAny: draws the declaration of any verb
type Props = VerbPage<any, any> & { prepared: NonNullable<VerbPage<any, any>['prepared']> }

/** The page of a preparation: for who may confirm it or send it back, and for its maker. */
export function PreparedPage(props: Props) {
  const { frame, thing, verb, prepared } = props
  const own = prepared.prepared_by === frame.actor.account_id
  const facts = [
    { label: '起案した方', value: `${prepared.prepared_name}　${dateTimeLabel(prepared.prepared_at)}` },
    ...enteredIn(props).map(({ label, value }) => ({ label, value: <Paragraphs text={value} /> })),
  ]
  if (prepared.cameBack) return <CameBack {...props} facts={facts} cameBack={prepared.cameBack} />
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
        {own ? <OwnForm {...props} /> : <ConfirmForm {...props} />}
      </Section>
    </>
  )
}

function OwnForm({ form, back }: Props) {
  return (
    <>
      <Notice kind="info">あなたが起案しました。別の方が確認した時点で行われます。</Notice>
      <DismissForm form={form} back={back} />
    </>
  )
}

const DismissForm = ({ form, back }: Pick<Props, 'form' | 'back'>) => (
  <Form form={form}>
    <SubmitRow
      primary="起案を取り下げる"
      act="dismiss"
      kind="danger"
      cancel={{ href: back, label: '何もせずに戻る' }}
    />
  </Form>
)

function ConfirmForm({ form, thing, verb, back }: Props) {
  return (
    <Form form={form}>
      <TextAreaField
        form={form}
        name="reason"
        label="差し戻す理由"
        hint="差し戻すときだけ書いてください。起案した方が読みます。"
        rows={2}
        maxlength={LONGEST_REASON}
      />
      <SubmitRow
        primary={`確認した。${verb.confirmed(thing)}`}
        kind={verb.danger ? 'danger' : 'primary'}
        secondary={[{ act: 'dismiss', label: '起案を差し戻す' }]}
        cancel={{ href: back, label: '何もせずに戻る' }}
      />
    </Form>
  )
}

/** For its maker: why it came back, the way to prepare it anew, and to drop it. */
function CameBack(
  props: Props & {
    facts: Parameters<typeof SummaryList>[0]['facts']
    cameBack: NonNullable<Props['prepared']['cameBack']>
  },
) {
  const { form, back, facts, cameBack } = props
  return (
    <>
      <Notice kind="warning" heading="この起案では、行われません">
        {cameBack.because}
      </Notice>
      <SummaryList facts={facts} />
      <ButtonRow>
        <ButtonLink href={cameBack.anew}>起案し直す</ButtonLink>
      </ButtonRow>
      <Section heading="起案し直さないときは" id="drop">
        <DismissForm form={form} back={back} />
      </Section>
    </>
  )
}

function enteredIn(props: Props): { label: string; value: string }[] {
  const { verb, thing, prepared } = props
  if (verb.entered) return verb.entered(thing, prepared.input)
  return drawnFields(verb.form(props)).map(([name, { label }]) => ({
    label,
    value: String(prepared.input[name] ?? ''),
  }))
}

/** The preparation of a verb that waits to be confirmed, on the page of its thing. */
export function waitingOf(
  { name, fourEyes }: AnyAction,
  thing: unknown,
  waiting: readonly WaitingAct[] | undefined,
): WaitingAct | undefined {
  if (!fourEyes) return undefined
  if (!waiting) throw new Error(`Give the page of ${name} what waits to be confirmed: waitingActs(c, [thing]).`)
  return waiting.find(({ act, subject_id }) => act === name && subject_id === subjectId(thing))
}

/** In place of a link to an act that waits to be confirmed. */
export const waitingLink = ({ href, label }: WaitingAct) => ({
  href,
  label: `「${label}」の起案を見る（確認待ち）`,
})

/** In place of the button of an act that waits to be confirmed. */
export function WaitingNote({ waiting: { href, label, preparer, own } }: { waiting: WaitingAct }) {
  return (
    <p>
      {`「${label}」は、${own ? 'あなた' : `${preparer}さん`}が起案し、別の職員の確認を待っています。`}
      <a href={href}>起案を見る</a>
    </p>
  )
}
