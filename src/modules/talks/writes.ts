import type { Act } from '../../platform/actor.ts'
import { cityOf, newId } from '../../platform/db/index.ts'
import { attachFiles } from '../../platform/files/index.ts'
import { ensureNothingWrong } from '../../platform/refusals.ts'
import type { Uploaded } from '../../platform/uploads/index.ts'
import type { Audience } from './tables.ts'
import { type About, filesOfMessages, wrongMeeting } from './talk.ts'

export interface NewMessage {
  audience: Audience
  side: string
  kind: 'message' | 'meeting'
  text: string
  met_on: string | null
  files: readonly Uploaded[]
  written_by: string
  stands_for: string
}

/** Writes a message in the act's transaction and returns its id; 422 for a meeting of a day to come. */
export async function putMessage(
  { db, actor, now }: Act,
  about: About,
  { files, ...word }: NewMessage,
): Promise<string> {
  const met_on = word.kind === 'meeting' ? word.met_on : null
  ensureNothingWrong(wrongMeeting(word, now))
  const id = newId()
  await db
    .insertInto('messages')
    .values({
      city_id: cityOf(db),
      id,
      subject_kind: about.kind,
      subject_id: about.id,
      ...word,
      met_on,
      account_id: actor.account_id,
      channel: actor.channel,
      at: now,
    })
    .execute()
  await attachFiles(db, { actor, now }, { kind: filesOfMessages(about.kind), id, purpose: 'attachment' }, files)
  return id
}
