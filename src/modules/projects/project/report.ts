import { z } from 'zod'
import { fields } from '../../../platform/fields/index.ts'
import { plainDateLabel } from '../../../platform/time/index.ts'
import { pictureKinds } from '../../../platform/uploads/index.ts'
import { type FormState, flatten } from '../../../platform/web/index.ts'
import { acting_for } from './acting.ts'
import { limits } from './limits.ts'
import type { ReportShown } from './project.ts'

const file = fields.files({ kinds: pictureKinds })

/** A photo with its alternative text; empty rows are dropped. */
const photos = z
  .array(z.object({ file, words: fields.optionalText(limits.photoWords) }))
  .default([])
  .superRefine((rows, context) => {
    for (const [index, row] of rows.entries()) {
      const chosen = row.file.at(-1)
      const wrong = (field: 'file' | 'words', message: string) =>
        context.addIssue({ code: 'custom', path: [index, field], message })
      if (chosen && !chosen.type.startsWith('image/')) wrong('file', '写真は、JPEGやPNGの画像を選んでください。')
      if (chosen && !row.words)
        wrong('words', 'この写真に何が写っているかを入力してください。見えない方に読み上げられます。')
      if (!chosen && row.words) wrong('file', '説明を書いた写真を選んでください。')
    }
  })
  .transform((rows) =>
    rows.flatMap(({ file, words }) => {
      const chosen = file.at(-1)
      return chosen ? [{ file: chosen, words }] : []
    }),
  )

/** Saved photos: their alternative texts, and whether they are to be deleted. */
const kept = z
  .array(z.object({ id: z.string(), words: fields.optionalText(limits.photoWords), removed: z.string().optional() }))
  .default([])
  .superRefine((rows, context) => {
    for (const [index, { words, removed }] of rows.entries())
      if (!words && !removed)
        context.addIssue({
          code: 'custom',
          path: [index, 'words'],
          message: 'この写真に何が写っているかを入力してください。見えない方に読み上げられます。',
        })
  })

export const ReportForm = z
  .object({
    acting_for,
    kind: fields.choice(['activity', 'meeting'], '報告の種類'),
    title: fields.text({ missing: '何をしたかを、ひとことで入力してください。' }, 100),
    held_on: fields.date('行った日'),
    text: fields.text('したこと', limits.report),
    active_count: fields.optionalCount('人数', 10_000_000),
    passive_count: fields.optionalCount('人数', 10_000_000),
    attended: fields.keys(),
    withheld: z.string().optional(),
    photos,
    kept,
  })
  .superRefine(({ kind, attended }, context) => {
    if (kind === 'meeting' && attended.length < 2)
      context.addIssue({
        code: 'custom',
        path: ['attended'],
        message: '話し合いに加わった主体を、二つ以上選んでください。',
      })
  })
export type ReportInput = z.output<typeof ReportForm>

export function typedReport(one: ReportShown): FormState['values'] {
  const { kind, title, text, active_count, passive_count, attended, withheld, photos } = one
  return flatten({
    kind,
    title,
    text,
    held_on: plainDateLabel(one.held_on),
    active_count,
    passive_count,
    attended,
    withheld: withheld ? 'yes' : undefined,
    kept: photos.map((photo) => ({ id: photo.id, words: photo.words })),
  })
}
