import { z } from 'zod'
import { fields } from '../../platform/fields/index.ts'
import type { Wrong } from '../../platform/refusals.ts'
import { type IsoDate, today } from '../../platform/time/index.ts'

export interface About {
  kind: string
  id: string
}

/** The most characters of a message. */
export const MESSAGE_LIMIT = 4000

/** Returns the subject kind of a message's files: `proposal-message`. */
export const filesOfMessages = (subjectKind: string): string => `${subjectKind}-message`

/** A noun adds its own fields: `MessageForm.and(z.object({ side: … }))`. */
export const MessageForm = z
  .object({
    kind: z.enum(['message', 'meeting']).default('message'),
    text: fields.text({ missing: '伝えたいことを書いてください。' }, MESSAGE_LIMIT),
    met_on: fields.optionalDate({ missing: '話し合った日を、年月日で入力してください。' }),
    files: fields.files(),
  })
  .refine((input) => input.kind !== 'meeting' || input.met_on !== null, {
    path: ['met_on'],
    message: '話し合った日を入力してください。',
  })

/** What the day refuses in a message: notes of a meeting that is still to come. */
export const wrongMeeting = (word: { kind?: string; met_on?: IsoDate | null }, now: Date): Wrong => ({
  met_on:
    word.kind === 'meeting' && word.met_on && word.met_on > today(now)
      ? '話し合った日は、今日までの日にしてください。'
      : undefined,
})
