import type { Instant, InstantOrNull, Json } from '../db/tables.ts'
import type { PdfDocument } from '../pdf/index.ts'

/** An official letter as issued, frozen with its act; its bytes are rendered once and kept. */
interface LettersTable {
  city_id: number
  id: string
  kind: string
  part: string | null
  subject_kind: string
  subject_id: string
  /** 8川協推第12号; null for a letter without a number. */
  number: string | null
  document: Json<PdfDocument>
  corrects: string | null
  issued_at: Instant
  issued_by: string | null
  rendered_at: InstantOrNull
  pdf: Buffer | null
}

declare module '../db/tables.ts' {
  interface Tables {
    letters: LettersTable
  }
}
