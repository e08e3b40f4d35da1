import { sql } from 'kysely'
import { type Actor, system } from '../actor.ts'
import { asJson, cityOf, type Db, type Door, isId, newId } from '../db/index.ts'
import { job, later, slow } from '../jobs/index.ts'
import { type PdfDocument, renderPdf } from '../pdf/index.ts'
import { write } from '../record/event.ts'
import { attests, events, issued, rendered } from './events.ts'

export interface Letter {
  id: string
  kind: string
  number: string | null
  title: string
  corrects: string | null
  issued_at: Date
}

/** Issues a letter in its act's transaction; a job renders and keeps the bytes (rulings 25a). Returns its id. */
export async function issueLetter(
  tx: Db,
  act: { actor: Actor; now: Date },
  letter: {
    kind: string
    subject: { kind: string; id: string }
    document: PdfDocument
    /** The part, where an act issues several: a party's id, a version. */
    part?: string
    corrects?: string
  },
): Promise<string> {
  const id = newId()
  const { kind, subject, document, part, corrects } = letter
  await tx
    .insertInto('letters')
    .values({
      city_id: cityOf(tx),
      id,
      kind,
      part: part ?? null,
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
  write(tx, act, issued({ number: document.number ?? '', title: document.title }), { id })
  return id
}

interface About {
  kind: string
  id: string
}

/** Every letter about a subject, newest first, without the bytes. */
export function listLetters(db: Db, subject: About): Promise<Letter[]> {
  return lettersOf(db, subject).execute()
}

/** The newest letter of a kind about a subject, or about one part of it; undefined where there is none. */
export function newestLetter(db: Db, subject: About, kind: string, part?: string): Promise<Letter | undefined> {
  return lettersOf(db, subject)
    .where('kind', '=', kind)
    .where((eb) => (part === undefined ? eb.val(true) : eb('part', '=', part)))
    .limit(1)
    .executeTakeFirst()
}

/** One letter about a subject, with its content. */
export async function findLetter(
  db: Db,
  subject: About,
  id: string,
): Promise<(Letter & { document: PdfDocument }) | undefined> {
  if (!isId(id)) return undefined
  return lettersOf(db, subject).select('document').where('id', '=', id).executeTakeFirst()
}

function lettersOf(db: Db, subject: About) {
  return db
    .selectFrom('letters')
    .select(['id', 'kind', 'number', 'corrects', 'issued_at'])
    .select(sql<string>`document ->> 'title'`.as('title'))
    .where('city_id', '=', cityOf(db))
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .orderBy('issued_at', 'desc')
    .orderBy('id', 'desc')
}

/** The bytes of a letter. The first rendering is kept, whether a job or a reader asks first. */
export async function letterBytes(door: Door, { id }: Pick<Letter, 'id'>): Promise<Uint8Array> {
  const { pdf, document } = await door.run((db) => madeOf(db, id))
  if (pdf) return pdf
  const made = await renderPdf(document)
  return door.run((tx) => keepBytes(tx, id, made, new Date()))
}

const madeOf = (db: Db, id: string) =>
  db
    .selectFrom('letters')
    .select(['pdf', 'document'])
    .where('city_id', '=', cityOf(db))
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

async function keepBytes(tx: Db, id: string, pdf: Uint8Array, now: Date): Promise<Uint8Array> {
  const { numUpdatedRows } = await tx
    .updateTable('letters')
    .set({ pdf: Buffer.from(pdf), rendered_at: now })
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', id)
    .where('pdf', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) write(tx, { actor: system(cityOf(tx)), now }, rendered(), { id })
  const kept = await tx
    .selectFrom('letters')
    .select('pdf')
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return kept.pdf ?? pdf
}

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

/** Letters as a part of the house: the job that renders them, their events and what those attest. */
export const letters = { name: 'letters', jobs: [renderLetter], events, attests }
