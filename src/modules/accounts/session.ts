import { randomBytes } from 'node:crypto'
import type { Db } from '../../platform/db/index.ts'
import type { Installation } from '../../platform/installation.ts'
import { sha256 } from '../../platform/web/seal.ts'
import type { Lang } from '../../platform/words/lang.ts'
import type { Words } from './words/index.ts'

/** A person who signed in, and how surely; what they may do in a city is another question, asked per city and request. */
export interface Session {
  id: string
  account_id: string
  /** False until the second factor was given, where the account has one or must have one. */
  confirmed: boolean
  lang: Lang
  authenticated_at: Date
  /** The token is a day old: put a new one into the browser (`rotateSession`). */
  stale: boolean
  /** Not noted as in use for some time: note it (`touchSession`). */
  unseen: boolean
}

/** A step of signing in has the house's transaction, the moment, the box that seals, and the address that links begin with. */
export interface Step {
  db: Db
  now: Date
  installation: Pick<Installation, 'box' | 'publicUrl'>
}

/** Signed in this recently, a person may change password, address and second factor. */
const FRESH_FOR = 30 * 60_000

/** Whether the person showed who they are a short time ago. */
export function isFresh(session: { authenticated_at?: Date } | undefined, now: Date): boolean {
  return Boolean(session?.authenticated_at && now.getTime() - session.authenticated_at.getTime() < FRESH_FOR)
}

/** 256 random bits for a browser or a mail; only their hash is stored. */
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

/** The part of a browser's long name that a person recognises: 「Firefox（Windows）」. */
export function browserLabel(agent: string, say: Words): string {
  const find = (list: [RegExp, string][]) => list.find(([shape]) => shape.test(agent))?.[1]
  return say.browserOn(find(browsers) ?? say.someBrowser, find(systems) ?? say.unknownDevice)
}
