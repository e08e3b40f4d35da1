import type { Db } from '../db/index.ts'
import { type EventType, type Reaction, when } from '../record/event.ts'
import type { Entry } from '../record/index.ts'
import { type MailDraft, mailLater } from './mails.ts'

/** A reaction that writes mails about an event. */
export interface EventMails extends Reaction {
  /** The sentence about the recipients on the verb's page: 「理由を、すべての当事者にお知らせします。」 */
  readonly announcement?: string
}

/** The entry that a mail is about, with as much of its payload as was not erased. */
export interface MailContext<Payload extends object> {
  db: Db
  now: Date
  entry: Entry
  payload: Partial<Payload>
}

/** Binds mails to an event: `eventMails(recalled, { announcement: '…', mails: async ({ db, entry }) => […] })`. */
export function eventMails<Payload extends object>(
  event: EventType<Payload>,
  { announcement, mails }: { announcement?: string; mails: (c: MailContext<Payload>) => Promise<MailDraft[]> },
): EventMails {
  const reaction = when(event, async (c) => {
    const drafts = await mails(c)
    for (const draft of new Map(drafts.map((one) => [`${one.to} ${one.subject}`, one])).values())
      await mailLater(c.db, draft, c.now)
  })
  return { ...reaction, announcement }
}
