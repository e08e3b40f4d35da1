import { z } from 'zod'
import { type Asked, text } from './text.ts'

export interface Drawn {
  as: 'line' | 'text' | 'date'
  label: string
  hint?: string
  required?: true
  maxlength?: number
  /** The height of a long text, in lines. */
  rows?: number
}

const registry = z.registry<Drawn>()

/** Adds to a schema how its field is drawn: `drawn(text('理由', 400), { as: 'text', label: '理由', required: true })`. */
export function drawn<Schema extends z.ZodType>(schema: Schema, how: Drawn): Schema {
  registry.add(schema, how)
  return schema
}

/** Returns the drawn fields of an object schema, in its order. */
export function drawnFields(schema: unknown): [name: string, how: Drawn][] {
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const how = registry.get(field as z.ZodType)
    return how ? [[name, how] as [string, Drawn]] : []
  })
}

/** A required reason of at most `most` characters: `reasonField('公表をやめる理由', 400, { hint: '記録に残ります。' })`. */
export function reasonField(asked: Asked, most: number, how: Pick<Partial<Drawn>, 'label' | 'hint' | 'rows'> = {}) {
  return drawn(text(asked, most), { as: 'text', label: '理由', required: true, maxlength: most, rows: 3, ...how })
}
