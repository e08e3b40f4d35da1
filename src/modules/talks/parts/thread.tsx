import type { Child } from 'hono/jsx'
import { urls as fileUrls } from '../../../platform/files/urls.ts'
import { dateLabel, dateTimeLabel, isoDateTime } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { EmptyState, Section, Thread } from '../../../ui/index.ts'
import type { Message } from '../queries.ts'

interface ThreadProps {
  frame: Frame
  messages: readonly Message[]
  sides: readonly string[]
}

/** Shows a thread, its audience and the link to write; nothing where nobody wrote and nobody may. */
export function Talks(props: ThreadProps & { lead: string; children?: Child }) {
  const { frame, messages, sides, lead, children } = props
  if (!children && messages.length === 0) return null
  return (
    <Section heading="話し合い" id="talks" lead={lead}>
      {messages.length === 0 && (
        <EmptyState>まだメッセージはありません。分からないことや相談したいことを、気軽に書いてください。</EmptyState>
      )}
      <TalksThread messages={messages} frame={frame} sides={sides} />
      {children}
    </Section>
  )
}

const heard = { paper: '郵送・書面', counter: '窓口', phone: '電話', system: 'システム' }

/** Shows the messages, oldest first. */
export function TalksThread({ frame, messages, sides }: ThreadProps) {
  if (messages.length === 0) return null
  return (
    <Thread
      messages={messages.map(({ id, side, stands_for, written_by, at, met_on, text, files, channel }) => ({
        id: `message-${id}`,
        side: Math.max(sides.indexOf(side), 0),
        party: stands_for,
        person: written_by,
        at: isoDateTime(at),
        when: dateTimeLabel(at),
        text: met_on ? `${dateLabel(met_on)}に話し合いました。\n\n${text}` : text,
        files: files.map((file) => ({
          href: fileUrls.file({ city: frame.city.slug, id: file.id, name: file.name }),
          name: file.name,
          bytes: Number(file.bytes),
        })),
        channel: channel === 'web' ? undefined : `${heard[channel]}で受け、市の担当者が入力`,
      }))}
    />
  )
}
