import type { Instant, InstantOrNull, Json } from '../db/tables.ts'
import type { PdfDocument } from '../pdf/index.ts'

/** An official letter as it was issued, frozen with the act that issued it; its bytes are made once and kept. */
interface LettersTable {
  city_id: number
  id: string
  /** Its own kind: `proposal.decision`. */
  kind: string
  /** Which of several that one act issues: the party that it is for, the version that it holds. */
  part: string | null
  subject_kind: string
  subject_id: string
  /** 8川協推第12号; null where such a letter bears none. */
  number: string | null
  document: Json<PdfDocument>
  /** The letter that this one corrects or annuls. */
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
