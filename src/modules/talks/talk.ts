import { z } from 'zod'
import { fields } from '../../platform/fields/index.ts'

/** What a thread is about. */
export interface About {
  kind: string
  id: string
}

/** Characters in one message. */
export const MESSAGE_LIMIT = 4000

/** How the files of a message are attached, by what its thread is about: `proposal-message`. */
export const filesOfMessages = (subjectKind: string): string => `${subjectKind}-message`

/** A message, or the notes of a meeting with its day. What a noun asks besides: `MessageForm.and(z.object({ side: … }))`. */
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
