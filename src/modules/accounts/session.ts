import { randomBytes } from 'node:crypto'
import type { Db } from '../../platform/db/index.ts'
import type { Installation } from '../../platform/installation.ts'
import { sha256 } from '../../platform/web/seal.ts'
import type { Lang } from '../../platform/words/lang.ts'
import type { Words } from './words/index.ts'

/** A signed-in browser and the strength of its proof; rights are resolved per city and request. */
export interface Session {
  id: string
  account_id: string
  /** False until the second factor was given, if the account has or needs one. */
  confirmed: boolean
  lang: Lang
  authenticated_at: Date
  /** The token is a day old and needs rotation (`rotateSession`). */
  stale: boolean
  /** The last use is not noted yet (`touchSession`). */
  unseen: boolean
}

/** The house transaction, the instant, the box for seals, and the public address for links. */
export interface Step {
  db: Db
  now: Date
  installation: Pick<Installation, 'box' | 'publicUrl'>
}

/** The milliseconds after a proof of identity in which sensitive changes are allowed. */
const FRESH_FOR = 30 * 60_000

export function isFresh(session: { authenticated_at?: Date } | undefined, now: Date): boolean {
  return Boolean(session?.authenticated_at && now.getTime() - session.authenticated_at.getTime() < FRESH_FOR)
}

/** Returns 256 random bits; the database stores only their hash. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: sha256(token) }
}

const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/iPhone|iPad/, 'iPhone・iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
]

/** Returns 「Firefox（Windows）」. */
export function browserLabel(agent: string, say: Words): string {
  const find = (list: [RegExp, string][]) => list.find(([shape]) => shape.test(agent))?.[1]
  return say.browserOn(find(browsers) ?? say.someBrowser, find(systems) ?? say.unknownDevice)
}
