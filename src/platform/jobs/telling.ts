import type { Db } from '../db/index.ts'
import { type EventType, type Reaction, when } from '../record/event.ts'
import type { Entry } from '../record/index.ts'
import { type MailDraft, mailLater } from './mails.ts'

/** What is written to people when something has happened. */
export interface Telling extends Reaction {
  /** To whom it goes, as the page of the verb says before: 「理由を、すべての当事者にお知らせします。」 */
  readonly told?: string
}

/** What a letter is written from: the entry, and its payload as far as it is still there. */
export interface Told<Payload extends object> {
  db: Db
  now: Date
  entry: Entry
  payload: Partial<Payload>
}

/**
 * Binds mails to an event: `telling(recalled, { told: '…', mails: async ({ db, entry, payload }) => […] })`. They are
 * written once the event stands in the record, in a transaction of their own; each address gets a mail once.
 */
export function telling<Payload extends object>(
  event: EventType<Payload>,
  { told, mails }: { told?: string; mails: (c: Told<Payload>) => Promise<MailDraft[]> },
): Telling {
  const reaction = when(event, async (c) => {
    const drafts = await mails(c)
    for (const draft of new Map(drafts.map((one) => [`${one.to} ${one.subject}`, one])).values())
      await mailLater(c.db, draft, c.now)
  })
  return { ...reaction, told }
}
