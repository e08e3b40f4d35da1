import { dateLabel } from '../../../platform/time/index.ts'
import type { VerbPage } from '../../../platform/web/action/index.ts'
import { Form, RadioField, SubmitRow } from '../../../ui/index.ts'
import { type Message, MessageFields, TalksThread } from '../../talks/index.ts'
import { entersFor, isProposer } from '../proposal/proposal.ts'
import { type Proposal, sides } from '../tables.ts'

export function MessagePage(props: VerbPage<Proposal, Message[]>) {
  const { frame, form, thing, extra, verb, back } = props
  const { actor } = frame
  const other = isProposer(actor, thing) ? '市の担当者' : thing.party_name
  return (
    <>
      <p class="lead">{`${other}に届きます。団体と市の担当者の両方が読みます。ほかの人には見えません。`}</p>
      <TalksThread messages={extra.slice(-5)} frame={frame} sides={sides} />
      <Form form={form} multipart>
        <MessageFields form={form}>
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
        </MessageFields>
        {verb.before(props).map((sentence) => (
          <p class="small">{sentence}</p>
        ))}
        <SubmitRow primary={verb.confirm(thing, frame.actor)} cancel={{ href: back, label: verb.leave(thing) }} />
      </Form>
      {thing.received_on && <p class="small">{`この提案は${dateLabel(thing.received_on)}に受け付けました。`}</p>}
    </>
  )
}
