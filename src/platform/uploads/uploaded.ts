import { z } from 'zod'
import type { FileKind } from './kinds.ts'
import type { Sender } from './room.ts'

/** An accepted file: its bytes are stored under their hash until the form attaches it. */
export interface Uploaded {
  sha256: string
  name: string
  type: string
  bytes: number
}

/** A form's file. Its size is a number, which no text field sends, so nobody forges a file (attack class 23). */
export const uploadedFile = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string(),
  type: z.string(),
  bytes: z.number(),
}) satisfies z.ZodType<Uploaded>

/** Who sends a file, to which city, and the kinds that its field is for. */
interface FileSending extends Sender {
  kinds: readonly FileKind[]
}

/** Returns the staged file, or a sentence for a refused one. */
export type Stage = (file: File, sending: FileSending) => Promise<Uploaded | string>
