import { createHash, randomBytes } from 'node:crypto'
import type { Channel } from '../actor.ts'
import type { ActNote, RecordNames } from './tables.ts'

export interface Words {
  names: RecordNames | null
  payload: Record<string, unknown> | null
  act?: ActNote
  attested?: Record<string, unknown>
}

type Kept = Omit<Words, 'act' | 'attested'> & { act?: ActNote | null; attested?: Words['attested'] | null }

/** The words of an entry as they are digested; older entries have no act, and not every entry attests a row. */
export const wordsOf = ({ act, attested, ...words }: Kept): Words => ({
  ...words,
  ...(act && { act }),
  ...(attested && { attested }),
})

/** The part of an entry that its hash covers: everything but the words, of which it has the salted digest. */
export interface Header {
  scope: string
  seq: number
  id: string
  at: Date
  kind: string
  subject_kind: string
  subject_id: string
  account_id: string | null
  party_id: string | null
  channel: Channel
  entered_by: string | null
  digest: string
}

/** The hash before the first entry of a chain. */
export const GENESIS = '0'.repeat(64)

/** sha256 over the previous hash and the header, each field with its length so that no two headers read alike. */
export function hashOf(prev: string, header: Header): string {
  const parts = [
    prev,
    header.scope,
    String(header.seq),
    header.id,
    header.at.toISOString(),
    header.kind,
    header.subject_kind,
    header.subject_id,
    header.account_id ?? '',
    header.party_id ?? '',
    header.channel,
    header.entered_by ?? '',
    header.digest,
  ]
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:${part};`)
  return hash.digest('hex')
}

/** The salted digest of an entry's words. The salt prevents a guess of a short payload after its erasure. */
export function digestOf(words: unknown, salt: string = randomBytes(16).toString('hex')) {
  return { salt, digest: createHash('sha256').update(salt).update(canonical(words)).digest('hex') }
}

/** JSON with sorted keys: the database does not keep their order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`
  if (value instanceof Date) return JSON.stringify(value)
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined)
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
      .join(',')}}`
  }
  return JSON.stringify(value ?? null)
}
