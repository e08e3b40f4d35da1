import { dateLabel } from '../../../platform/time/index.ts'
import type { VerbPage } from '../../../platform/web/action/index.ts'
import {
  CheckboxField,
  DateField,
  Details,
  FileField,
  Form,
  RadioField,
  SubmitRow,
  TextAreaField,
} from '../../../ui/index.ts'
import { type Messages, TalksThread } from '../parts/talks.tsx'
import { limits } from '../proposal/draft.ts'
import { entersFor, isProposer } from '../proposal/standing.ts'
import type { Proposal } from '../tables.ts'

/** A word to the other side, or the notes of a meeting. */
export function MessagePage(props: VerbPage<Proposal, Messages>) {
  const { frame, form, thing, extra, verb, back } = props
  const { actor } = frame
  const other = isProposer(actor, thing) ? '市の担当者' : thing.party_name
  return (
    <>
      <p class="lead">{`${other}に届きます。団体と市の担当者の両方が読みます。ほかの人には見えません。`}</p>
      <TalksThread messages={extra.slice(-5)} frame={frame} />
      <Form form={form} multipart>
        <TextAreaField form={form} name="text" label="本文" required rows={7} maxlength={limits.message} />
        <Details
          summary="会って（電話で）話し合った記録として残すとき"
          open={Boolean(form.errors.met_on) || form.values.kind === 'meeting'}
        >
          <CheckboxField form={form} name="kind" value="meeting" label="話し合いの記録として残す" unmarked />
          <DateField form={form} name="met_on" label="話し合った日" unmarked hint="例：令和8年6月10日" />
        </Details>
        {entersFor(actor, thing) && !isProposer(actor, thing) && (
          <RadioField
            form={form}
            name="side"
            label="だれの言葉ですか"
            unmarked
            options={[
              { value: 'city', label: '市から' },
              { value: 'proposer', label: `${thing.party_name}から（書面・電話・窓口で聞いたことを入力）` },
            ]}
          />
        )}
        <FileField form={form} name="files" label="添付するファイル" multiple hint="PDF・写真・Wordなど。" />
        {verb.before(props).map((sentence) => (
          <p class="small">{sentence}</p>
        ))}
        <SubmitRow primary={verb.confirm(thing)} cancel={{ href: back, label: verb.leave(thing) }} />
      </Form>
      {thing.received_on && <p class="small">{`この提案は${dateLabel(thing.received_on)}に受け付けました。`}</p>}
    </>
  )
}
