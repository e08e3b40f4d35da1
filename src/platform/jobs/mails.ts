import type { Box } from '../box.ts'
import { cityOf, type Db, newId } from '../db/index.ts'
import { houseJob, job, slow } from './job.ts'
import { later } from './outbox.ts'

export interface MailDraft {
  to: string
  subject: string
  body: string
  about: { kind: string; id?: string | null }
}

/** A mail as the transport takes it; `id` makes its Message-ID, so that servers recognise a repeated sending. */
export interface OutgoingMail {
  id: string
  to: string
  subject: string
  body: string
}

/** Sends a mail or throws. In a demonstration it does nothing. */
export type SendMail = (mail: OutgoingMail) => Promise<unknown>

/** Writes a mail for after the commit, none without an address: `mailLater(tx, { to, subject, body, about }, now)` */
export async function mailLater(tx: Db, draft: MailDraft, now: Date): Promise<void> {
  if (!draft.to.trim()) return
  const id = newId()
  await tx
    .insertInto('mails')
    .values({
      city_id: cityOf(tx),
      id,
      to_address: draft.to.trim(),
      subject: oneLine(draft.subject),
      body: draft.body,
      about_kind: draft.about.kind,
      about_id: draft.about.id ?? null,
      queued_at: now,
    })
    .execute()
  await later(tx, sendCityMail, { mail: id }, now)
}

/** Writes a mail of the house, encrypted: it may contain a link that signs in. */
export async function houseMailLater(tx: Db, box: Box, draft: MailDraft, now: Date): Promise<void> {
  const id = newId()
  await tx
    .insertInto('house.mails')
    .values({
      id,
      to_address: draft.to,
      subject: oneLine(draft.subject),
      sealed_body: box.lock(`mail ${id}`, draft.body),
      about_kind: draft.about.kind,
      queued_at: now,
    })
    .execute()
  await later(tx, sendHouseMail, { mail: id }, now)
}

// A line end in a subject would begin another header.
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 200)

const sendCityMail = job<{ mail: string }>(
  'mail.send',
  slow({
    read: ({ db, payload }) =>
      db
        .selectFrom('mails')
        .select(['id', 'to_address as to', 'subject', 'body'])
        .where('city_id', '=', cityOf(db))
        .where('id', '=', payload.mail)
        .where('sent_at', 'is', null)
        .executeTakeFirst(),
    perform: (mail, { sendMail }) => sendMail(mail),
    async write({ db, now }, mail) {
      await db
        .updateTable('mails')
        .set({ sent_at: now, failed_at: null })
        .where('city_id', '=', cityOf(db))
        .where('id', '=', mail.id)
        .execute()
    },
    async giveUp({ db, now, payload }) {
      await db
        .updateTable('mails')
        .set({ failed_at: now })
        .where('city_id', '=', cityOf(db))
        .where('id', '=', payload.mail)
        .execute()
    },
  }),
)

/** Deletes the text after sending, unless the installation keeps mails. */
const sendHouseMail = houseJob<{ mail: string }>(
  'mail.send',
  slow({
    async read({ db, payload, installation: { box } }) {
      const mail = await db
        .selectFrom('house.mails')
        .select(['id', 'to_address as to', 'subject', 'sealed_body'])
        .where('id', '=', payload.mail)
        .where('sent_at', 'is', null)
        .executeTakeFirst()
      return mail && { ...mail, body: box.open(`mail ${mail.id}`, mail.sealed_body) ?? '' }
    },
    perform: ({ id, to, subject, body }, { sendMail }) => sendMail({ id, to, subject, body }),
    async write({ db, now, keepsMails }, mail) {
      const gone = keepsMails ? {} : { sealed_body: '' }
      await db
        .updateTable('house.mails')
        .set({ sent_at: now, failed_at: null, ...gone })
        .where('id', '=', mail.id)
        .execute()
    },
    async giveUp({ db, now, payload }) {
      await db.updateTable('house.mails').set({ failed_at: now }).where('id', '=', payload.mail).execute()
    },
  }),
)

/** The jobs that send mails. */
export const mailJobs = { name: 'mail', jobs: [sendCityMail, sendHouseMail] }

/** Decrypts the house's mails, newest first: for the demonstration's mailbox alone. */
export async function listHouseMails(
  db: Db,
  box: Box,
): Promise<(OutgoingMail & { queued_at: Date; sent_at: Date | null })[]> {
  const rows = await db
    .selectFrom('house.mails')
    .select(['id', 'to_address', 'subject', 'sealed_body', 'queued_at', 'sent_at'])
    .orderBy('queued_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ to_address, sealed_body, ...mail }) => ({
    ...mail,
    to: to_address,
    body: box.open(`mail ${mail.id}`, sealed_body) ?? '',
  }))
}
