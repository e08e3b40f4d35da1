import type { VerbPage } from '../../../platform/web/action/index.ts'
import { valueOf } from '../../../platform/web/index.ts'
import { Form, LinkList, Notice, SubmitRow } from '../../../ui/index.ts'
import { addressOf } from '../evaluation/year.ts'
import { Before } from '../parts/before.tsx'
import { SheetFields } from '../parts/sheet.tsx'
import type { Round, Seat } from '../tables.ts'
import { urls } from '../urls.ts'

type Props = VerbPage<Round, { open: Seat[]; seat: Seat | undefined }>

export function AnswerPage(props: Props) {
  const { frame, form, thing: round, extra } = props
  const chosen = round.seats.find(({ id }) => id === valueOf(form, 'seat')) ?? extra.seat
  if (chosen) return <Sheet {...props} seat={chosen} />
  const at = addressOf(frame.city.slug, round)
  return (
    <>
      <p>どの立場で回答しますか。一人が書けるのは、一つの立場だけです。</p>
      <LinkList
        links={extra.open.map(({ id, name }) => ({
          href: urls.answer(at, { seat: id }),
          label: name,
        }))}
      />
    </>
  )
}

function Sheet({ seat, ...props }: Props & { seat: Seat }) {
  const { frame, form, thing: round, verb, back } = props
  const first = seat.answered_at === null
  const isDraft = first && round.state === 'answering'
  return (
    <>
      <Notice heading={`「${seat.name}」としての回答です`}>
        <Before sentences={verb.before(props)} />
      </Notice>
      <Form form={form} autosave={isDraft}>
        <input type="hidden" name="seat" value={seat.id} />
        <SheetFields form={form} charter={round.charter} side={seat.side} lang={frame.lang} />
        <SubmitRow
          primary={first ? '回答を送る' : '直した回答を送る'}
          secondary={isDraft ? [{ act: 'save', label: '書きかけを保存する' }] : []}
          cancel={{ href: back, label: '送らずに戻る' }}
        />
      </Form>
    </>
  )
}
