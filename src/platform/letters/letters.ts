import type { Actor } from '../actor.ts'
import { asJson, cityOf, type Db, type Door, newId } from '../db/index.ts'
import { job, later, slow } from '../jobs/index.ts'
import { type PdfDocument, renderPdf } from '../pdf/index.ts'

/** A letter as it was issued. `pdf` is null until its bytes were made. */
export interface Letter {
  id: string
  kind: string
  number: string | null
  document: PdfDocument
  corrects: string | null
  issued_at: Date
  pdf: Uint8Array | null
}

/**
 * Issues a letter in the transaction of its act: what it is made of is frozen here, its bytes are made once by a job and
 * kept, and no later change of a name, a charter or the program reaches it (rulings 25a). Returns its id.
 */
export async function issueLetter(
  tx: Db,
  act: { actor: Actor; now: Date },
  letter: {
    kind: string
    subject: { kind: string; id: string }
    document: PdfDocument
    /** The id of the letter that this one corrects or annuls. */
    corrects?: string
  },
): Promise<string> {
  const id = newId()
  const { kind, subject, document, corrects } = letter
  await tx
    .insertInto('letters')
    .values({
      city_id: cityOf(tx),
      id,
      kind,
      subject_kind: subject.kind,
      subject_id: subject.id,
      number: document.number ?? null,
      document: asJson(document),
      corrects: corrects ?? null,
      issued_at: act.now,
      issued_by: act.actor.account_id,
      rendered_at: null,
      pdf: null,
    })
    .execute()
  await later(tx, renderLetter, { letter: id }, act.now)
  return id
}

const shown = ['id', 'kind', 'number', 'document', 'corrects', 'issued_at', 'pdf'] as const

/** Every letter of a kind about a subject, the newest first; of all kinds where none is named. */
export function listLetters(db: Db, subject: { kind: string; id: string }, kind?: string): Promise<Letter[]> {
  return db
    .selectFrom('letters')
    .select(shown)
    .where('city_id', '=', cityOf(db))
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!))
    .orderBy('issued_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** The bytes of a letter. The first rendering is kept and is the only one, whether a job or a reader asks for it first. */
export async function letterBytes(door: Door, letter: Letter): Promise<Uint8Array> {
  if (letter.pdf) return letter.pdf
  const pdf = await renderPdf(letter.document)
  return door.run((tx) => keepBytes(tx, letter.id, pdf, new Date()))
}

async function keepBytes(tx: Db, id: string, pdf: Uint8Array, now: Date): Promise<Uint8Array> {
  await tx
    .updateTable('letters')
    .set({ pdf: Buffer.from(pdf), rendered_at: now })
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', id)
    .where('pdf', 'is', null)
    .execute()
  const kept = await tx
    .selectFrom('letters')
    .select('pdf')
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return kept.pdf ?? pdf
}

/** Makes the bytes of a letter, once. */
const renderLetter = job<{ letter: string }>(
  'letter.render',
  slow({
    read: async ({ db, payload }) => {
      const letter = await db
        .selectFrom('letters')
        .select(['id', 'document'])
        .where('city_id', '=', cityOf(db))
        .where('id', '=', payload.letter)
        .where('pdf', 'is', null)
        .executeTakeFirst()
      return letter
    },
    perform: ({ document }) => renderPdf(document),
    write: async ({ db, now }, { id }, pdf) => {
      await keepBytes(db, id, pdf, now)
    },
  }),
)

/** What the worker does for letters. */
export const letterJobs = [renderLetter]
