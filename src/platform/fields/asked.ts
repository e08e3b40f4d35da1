import { z } from 'zod'

/** A field that the form may leave out, where it shows a value as text: undefined then, else read as `field` reads it. */
export function ifAsked<Field extends z.ZodType>(field: Field) {
  return z
    .unknown()
    .transform((typed, context): z.output<Field> | undefined => {
      if (typed === undefined) return undefined
      const read = field.safeParse(typed)
      if (read.success) return read.data
      for (const { message, path } of read.error.issues) context.addIssue({ code: 'custom', message, path })
      return z.NEVER
    })
    .optional()
}
