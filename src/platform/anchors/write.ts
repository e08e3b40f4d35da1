import type { Db, Door } from '../db/index.ts'
import { event, writeInHouse } from '../record/event.ts'
import { digestOfLine, headsOf, lineOf } from './anchor.ts'
import { appendLine } from './file.ts'

interface Kept {
  digest: string
  chains: number
}

/** The heads were anchored outside the database; the entry knows the line by its digest. */
export const anchored = event<Kept>('record.anchored', {
  audience: 'staff',
  says: () => '記録の見出しを、データベースの外に控えました',
})

/** The anchors before were given up, with the reason. */
export const renewed = event<Kept & { reason: string }>('record.renewed', {
  audience: 'staff',
  says: ({ reason }) => `記録の見出しの控えを取り直しました${reason ? `（理由　${reason}）` : ''}`,
})

/** Reads the heads as they are now, as a line with the number of its chains. */
export async function takeAnchor(db: Db, now: Date, reason?: string): Promise<{ line: string; chains: number }> {
  const heads = await headsOf(db)
  return { line: lineOf(now, heads, reason ? { renewed: reason } : {}), chains: heads.length }
}

/** Writes into the installation's record that a line was appended to the file. */
export function noteAnchor(
  tx: Db,
  now: Date,
  { line, chains }: { line: string; chains: number },
  reason?: string,
): void {
  const kept = { digest: digestOfLine(line), chains }
  const happened = reason ? renewed({ ...kept, reason }) : anchored(kept)
  writeInHouse(tx, { account_id: null, now }, happened, { id: 'anchors' })
}

/** Anchors the heads now: first the line in the file, then the entry, so that none is missed that was never written. */
export async function anchorNow(
  house: Door,
  file: string,
  now: Date,
  reason?: string,
): Promise<{ line: string; chains: number }> {
  const taken = await house.run((db) => takeAnchor(db, now, reason))
  await appendLine(file, taken.line)
  await house.run(async (db) => noteAnchor(db, now, taken, reason))
  return taken
}
