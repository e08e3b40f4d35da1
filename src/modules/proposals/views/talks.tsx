import { urls as fileUrls } from '../../../platform/files/urls.ts'
import { dateLabel, dateTimeLabel, isoDateTime } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import {
  ButtonLink,
  ButtonRow,
  CheckboxField,
  DateField,
  Details,
  EmptyState,
  FileField,
  Form,
  RadioField,
  Section,
  SubmitRow,
  TextAreaField,
  Thread,
} from '../../../ui/index.ts'
import { limits } from '../forms.ts'
import type { listMessages } from '../queries/talks.ts'
import { entersFor, isProposer, mayWriteMessage } from '../rules.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import type { Inside } from './inside.tsx'
import { at, channelLabels } from './parts.tsx'
import { back, type Props, VerbPage } from './verb.tsx'

type Messages = Awaited<ReturnType<typeof listMessages>>

/** The talks of both sides, with the way to write. */
export function Talks({ frame, data, messages }: { frame: Frame; data: Inside; messages: Messages }) {
  const { proposal } = data
  const may = mayWriteMessage(frame.actor, proposal)
  if (!may && messages.length === 0) return null
  const here = at(frame, refOf(proposal))
  return (
    <Section
      heading="話し合い"
      id="talks"
      lead="ここに書いたことは、提案した団体と市の担当者の両方が読みます。ほかの人には見えません。"
    >
      {messages.length === 0 && (
        <EmptyState>まだメッセージはありません。分からないことや相談したいことを、気軽に書いてください。</EmptyState>
      )}
      <Messages messages={messages} frame={frame} />
      {may && (
        <ButtonRow>
          <ButtonLink kind="secondary" href={urls.messages(here)}>
            メッセージを書く
          </ButtonLink>
        </ButtonRow>
      )}
    </Section>
  )
}

/** The thread of the talks, oldest first. */
export function Messages({ messages, frame }: { messages: Messages; frame: Frame }) {
  if (messages.length === 0) return null
  return (
    <Thread
      messages={messages.map((one) => ({
        id: `message-${one.id}`,
        side: one.side === 'proposer' ? 0 : 1,
        party: one.stands_for,
        person: one.written_by,
        at: isoDateTime(one.at),
        when: dateTimeLabel(one.at),
        text: one.kind === 'meeting' ? `${dateLabel(one.met_on!)}に話し合いました。\n\n${one.text}` : one.text,
        files: one.files.map((file) => ({
          href: fileUrls.file({ city: frame.city.slug, id: file.id, name: file.name }),
          name: file.name,
          bytes: Number(file.bytes),
        })),
        channel: one.channel === 'web' ? undefined : `${channelLabels[one.channel]}で受け、市の担当者が入力`,
      }))}
    />
  )
}

/** A word to the other side, or the notes of a meeting. */
export function MessagesPage(props: Props) {
  const { frame, form, data } = props
  const { proposal, messages } = data
  const { actor } = frame
  const other = isProposer(actor, proposal) ? '市の担当者' : proposal.party_name
  return (
    <VerbPage
      {...props}
      title="メッセージを書く"
      lead={`${other}に届きます。団体と市の担当者の両方が読みます。ほかの人には見えません。`}
    >
      <Messages messages={messages.slice(-5)} frame={frame} />
      <Form form={form} multipart>
        <TextAreaField form={form} name="text" label="本文" required rows={7} maxlength={limits.message} />
        <Details
          summary="会って（電話で）話し合った記録として残すとき"
          open={Boolean(form.errors.met_on) || form.values.kind === 'meeting'}
        >
          <CheckboxField form={form} name="kind" value="meeting" label="話し合いの記録として残す" unmarked />
          <DateField form={form} name="met_on" label="話し合った日" unmarked hint="例：令和8年6月10日" />
        </Details>
        {entersFor(actor, proposal) && !isProposer(actor, proposal) && (
          <RadioField
            form={form}
            name="side"
            label="だれの言葉ですか"
            unmarked
            options={[
              { value: 'city', label: '市から' },
              { value: 'proposer', label: `${proposal.party_name}から（書面・電話・窓口で聞いたことを入力）` },
            ]}
          />
        )}
        <FileField form={form} name="files" label="添付するファイル" multiple hint="PDF・写真・Wordなど。" />
        <SubmitRow primary="送る" cancel={back(frame, data, '送らずに戻る')} />
      </Form>
      {proposal.received_on && <p class="small">{`この提案は${dateLabel(proposal.received_on)}に受け付けました。`}</p>}
    </VerbPage>
  )
}
