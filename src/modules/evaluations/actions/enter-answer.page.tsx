import type { VerbPage } from '../../../platform/web/action/index.ts'
import { valueOf } from '../../../platform/web/index.ts'
import { Details, Form, LinkList, Notice, Section, SubmitRow } from '../../../ui/index.ts'
import { asksSidesApart } from '../evaluation/sheet.ts'
import { addressOf } from '../evaluation/year.ts'
import { Before } from '../parts/before.tsx'
import { ReceivedFields } from '../parts/received.tsx'
import { SheetFields } from '../parts/sheet.tsx'
import type { Round, Seat } from '../tables.ts'
import { urls } from '../urls.ts'

type Props = VerbPage<Round>

/** Shows no answer that is already saved: staff must not read one before the opening. */
export function PaperAnswerPage(props: Props) {
  const { frame, form, thing: round, verb } = props
  const at = addressOf(frame.city.slug, round)
  const missing = round.seats.filter(({ answered_at }) => answered_at === null)
  const asked = valueOf(form, 'seat') ?? frame.query.get('seat')
  const chosen = missing.length === 1 ? missing[0] : missing.find(({ id }) => id === asked)
  return (
    <>
      <Notice kind="warning" heading="入力した方は、ほかの立場の回答を書けません">
        <Before sentences={verb.before(props)} />
      </Notice>
      <Details summary="記入用の用紙（PDF）">
        <LinkList
          links={missing.map(({ id, name }) => ({
            href: urls.sheet(at, { seat: id }),
            label: `「${name}」の用紙を印刷する`,
          }))}
        />
      </Details>
      {chosen === undefined && asksSidesApart(round.charter) ? (
        <Section heading="だれの回答ですか" lead="立場によって問いがちがいます。">
          <LinkList
            links={missing.map(({ id, name }) => ({ href: urls.paperAnswer(at, { seat: id }), label: name }))}
          />
        </Section>
      ) : (
        <PaperSheet {...props} missing={missing} chosen={chosen} />
      )}
    </>
  )
}

function PaperSheet({ missing, chosen, ...props }: Props & { missing: Seat[]; chosen: Seat | undefined }) {
  const { frame, form, thing: round, verb, back } = props
  const { charter } = round
  return (
    <Form form={form} multipart>
      <ReceivedFields
        form={form}
        whose="だれの回答か"
        seats={chosen && asksSidesApart(charter) ? [chosen] : missing}
        paper="用紙"
        scan={`用紙で受け取ったときは、かならず付けてください。${round.state === 'answering' ? '開かれるまで、だれにも見えません。' : ''}`}
      />
      <SheetFields form={form} charter={charter} side={chosen?.side} lang={frame.lang} />
      <SubmitRow primary={verb.confirm(round, frame.actor)} cancel={{ href: back, label: '入力せずに戻る' }} />
    </Form>
  )
}
