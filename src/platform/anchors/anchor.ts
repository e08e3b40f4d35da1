import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../db/index.ts'

/** The end of one chain: how many entries there are, and the hash of the last one. */
const Head = z.object({
  /** `house`, or `city:3`. */
  scope: z.string(),
  /** The city's address, for people who read the file. */
  city: z.string().optional(),
  seq: z.int(),
  hash: z.string(),
})

const Line = z.object({
  at: z.iso.datetime(),
  heads: z.array(Head),
  /** Why the anchors before this one were given up: a restored backup, a lost file. */
  renewed: z.string().optional(),
})

export type Head = z.infer<typeof Head>

/** The ends of all chains at one moment, as they are kept outside the database: one line of JSON. */
export interface Anchor {
  at: Date
  heads: readonly Head[]
  renewed?: string
  /** The sha256 of the line, by which the installation's record knows it. */
  digest: string
}

/** Reads the ends of the installation's chain and of all its cities'. */
export async function headsOf(db: Db): Promise<Head[]> {
  const house = await db.selectFrom('house.record_heads').select(['seq', 'hash']).executeTakeFirst()
  const { rows } = await sql<{ city_id: number; slug: string | null; seq: number; hash: string }>`
    select h.city_id, c.slug, h.seq, h.hash from house.city_heads() h left join house.cities c on c.id = h.city_id
    order by h.city_id`.execute(db)
  return [
    ...(house ? [{ scope: 'house', ...house }] : []),
    ...rows.map(({ city_id, slug, seq, hash }) => ({ scope: `city:${city_id}`, city: slug ?? undefined, seq, hash })),
  ]
}

/** The line of an anchor, without the line end; `more` is kept beside it for people, as of a backup. */
export function lineOf(at: Date, heads: readonly Head[], more: object = {}): string {
  return JSON.stringify({ at: at.toISOString(), ...more, heads })
}

export const digestOfLine = (line: string): string => createHash('sha256').update(line).digest('hex')

/** Reads an anchor from a line; undefined where it is none. */
export function anchorIn(line: string): Anchor | undefined {
  try {
    const { at, heads, renewed } = Line.parse(JSON.parse(line))
    return { at: new Date(at), heads, renewed, digest: digestOfLine(line) }
  } catch {
    return undefined // other text may stand between the lines, as in a mail that was saved
  }
}
