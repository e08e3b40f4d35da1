import { z } from 'zod'
import { fields } from '../../platform/fields/index.ts'

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
