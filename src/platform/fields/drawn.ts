import { z } from 'zod'
import { type Asked, text } from './text.ts'

/** How a field of a form is drawn on a page that is made from its schema; see `drawn`. */
export interface Drawn {
  as: 'line' | 'text' | 'date'
  label: string
  hint?: string
  required?: true
  maxlength?: number
  /** Lines of a long text. */
  rows?: number
}

const registry = z.registry<Drawn>()

/**
 * Says how a field is drawn, beside what it takes: `reason: drawn(text(400, '理由を入力してください。'), { as: 'text', label: '理由', required: true })`.
 * A field that says nothing is not drawn.
 */
export function drawn<Schema extends z.ZodType>(schema: Schema, how: Drawn): Schema {
  registry.add(schema, how)
  return schema
}

/** The fields of an object's schema that say how they are drawn, by their names, in their order. */
export function drawnFields(schema: unknown): [name: string, how: Drawn][] {
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const how = registry.get(field as z.ZodType)
    return how ? [[name, how] as [string, Drawn]] : []
  })
}

/**
 * A reason that must be given, of `most` characters at most, as a field of three lines called 理由 unless `how` says otherwise:
 * `reason: reasonField('公表をやめる理由', 400, { hint: '記録に残ります。' })`. `asked` is what the refusal of an empty field calls it.
 */
export function reasonField(asked: Asked, most: number, how: Pick<Partial<Drawn>, 'label' | 'hint' | 'rows'> = {}) {
  return drawn(text(asked, most), { as: 'text', label: '理由', required: true, maxlength: most, rows: 3, ...how })
}
