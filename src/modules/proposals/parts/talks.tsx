import type { Child } from 'hono/jsx'
import { urls as fileUrls } from '../../../platform/files/urls.ts'
import { dateLabel, dateTimeLabel, isoDateTime } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { EmptyState, Section, Thread } from '../../../ui/index.ts'
import type { listMessages } from '../queries/talks.ts'
import { channelLabels } from './answers.tsx'

export type Messages = Awaited<ReturnType<typeof listMessages>>

/** The talks of both sides, with the way to write. */
export function Talks({ frame, messages, children }: { frame: Frame; messages: Messages; children?: Child }) {
  if (!children && messages.length === 0) return null
  return (
    <Section
      heading="話し合い"
      id="talks"
      lead="ここに書いたことは、提案した団体と市の担当者の両方が読みます。ほかの人には見えません。"
    >
      {messages.length === 0 && (
        <EmptyState>まだメッセージはありません。分からないことや相談したいことを、気軽に書いてください。</EmptyState>
      )}
      <TalksThread messages={messages} frame={frame} />
      {children}
    </Section>
  )
}

/** The thread of the talks, oldest first. */
export function TalksThread({ messages, frame }: { messages: Messages; frame: Frame }) {
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
