import type { Selectable } from 'kysely'
import type { Actor } from '../actor.ts'
import { cityOf, type Db, newId } from '../db/index.ts'
import type { Instant, InstantOrNull } from '../db/tables.ts'
import type { Uploaded } from '../uploads/index.ts'

/** A file attached to a subject; its bytes are in the store under their hash. */
interface FilesTable {
  city_id: number
  id: string
  sha256: string
  name: string
  type: string
  bytes: number
  subject_kind: string
  subject_id: string
  /** The module's own word for the use of the file: `scan`, `photo`, `plan`. */
  purpose: string
  position: number
  added_at: Instant
  added_by: string | null
  published_at: InstantOrNull
}

type PublishedFile = Omit<Selectable<FilesTable>, 'added_at' | 'added_by' | 'published_at'> & { published_at: Date }

declare module '../db/tables.ts' {
  interface Tables {
    files: FilesTable
    'published.files': PublishedFile
  }
}

export interface FileSubject {
  kind: string
  id: string
}

export type AttachedFile = Pick<
  Selectable<FilesTable>,
  'id' | 'sha256' | 'name' | 'type' | 'bytes' | 'subject_kind' | 'subject_id' | 'purpose' | 'position' | 'published_at'
>

const columns = [
  'id',
  'sha256',
  'name',
  'type',
  'bytes',
  'subject_kind',
  'subject_id',
  'purpose',
  'position',
  'published_at',
] as const

/** Attaches staged files to a subject: `attachFiles(tx, act, { kind: 'proposal', id, purpose: 'scan' }, input.scan)` */
export async function attachFiles(
  tx: Db,
  act: { actor: Pick<Actor, 'account_id'>; now: Date },
  subject: FileSubject & { purpose: string },
  uploaded: readonly Uploaded[],
): Promise<AttachedFile[]> {
  if (!uploaded.length) return []
  const before = await filesOf(tx, subject, subject.purpose)
  const from = (before.at(-1)?.position ?? -1) + 1
  return tx
    .insertInto('files')
    .values(
      uploaded.map(({ sha256, name, type, bytes }, index) => ({
        city_id: cityOf(tx),
        id: newId(),
        sha256,
        name,
        type,
        bytes,
        subject_kind: subject.kind,
        subject_id: subject.id,
        purpose: subject.purpose,
        position: from + index,
        added_at: act.now,
        added_by: act.actor.account_id,
      })),
    )
    .returning(columns)
    .execute()
}

/** The files of a subject in their order. The caller checks who may see the subject. */
export function filesOf(db: Db, subject: FileSubject, purpose?: string): Promise<AttachedFile[]> {
  const all = db
    .selectFrom('files')
    .select(columns)
    .where('city_id', '=', cityOf(db))
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
  const wanted = purpose === undefined ? all : all.where('purpose', '=', purpose)
  return wanted.orderBy('position').orderBy('id').execute()
}

/** The published files of a subject, read through the public door. */
export function publishedFilesOf(db: Db, cityId: number, subject: FileSubject): Promise<AttachedFile[]> {
  return db
    .selectFrom('published.files')
    .select(columns)
    .where('city_id', '=', cityId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** Detaches a file; `sweep` removes its bytes once no row names them. */
export async function detachFile(tx: Db, id: string): Promise<void> {
  await tx.deleteFrom('files').where('city_id', '=', cityOf(tx)).where('id', '=', id).execute()
}

/** Publishes a subject's files of these purposes. */
export async function publishFiles(
  tx: Db,
  subject: FileSubject,
  purposes: readonly string[],
  now: Date,
): Promise<void> {
  await setPublished(tx, subject, purposes, now)
}

/** Makes a subject's files private at once: every request for a file reads this table. */
export async function retractFiles(tx: Db, subject: FileSubject, purposes: readonly string[]): Promise<void> {
  await setPublished(tx, subject, purposes, null)
}

async function setPublished(tx: Db, subject: FileSubject, purposes: readonly string[], at: Date | null): Promise<void> {
  if (!purposes.length) return
  await tx
    .updateTable('files')
    .set({ published_at: at })
    .where('city_id', '=', cityOf(tx))
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('purpose', 'in', [...purposes])
    .execute()
}
