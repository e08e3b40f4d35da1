import { createHash } from 'node:crypto'
import { plainFigures } from '../../../platform/fields/index.ts'
import type { AgreementText, Target } from '../tables.ts'

/** The same value as one text, whatever the order of its keys: what the digest is taken over. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}

/** The number that stands for exactly this text: sha256 of its canonical form. */
export function digestOf(text: AgreementText): string {
  return createHash('sha256').update(canonical(text)).digest('hex')
}

/** The digest as people compare it: its first eight characters, in two groups. */
export function shortDigest(digest: string): string {
  return `${digest.slice(0, 4)} ${digest.slice(4, 8)}`
}

/** 240人以上, 20件以下, ちょうど3回: what is to be reached, as a text says it. */
export function targetWords({ value, unit, direction }: Pick<Target, 'value' | 'unit' | 'direction'>): string {
  const [whole, part] = value.split('.')
  const counted = `${Number(whole).toLocaleString('ja-JP')}${part ? `.${part}` : ''}${unit}`
  if (direction === 'exactly') return `ちょうど${counted}`
  return `${counted}${{ at_least: '以上', at_most: '以下', none: '' }[direction ?? 'none']}`
}

/** Whether a counted result is on the right side of a target; undefined where either is no number. */
export function isReached(
  { value, direction }: Pick<Target, 'value' | 'direction'>,
  result: string,
): boolean | undefined {
  const [aim, got] = [value, result].map((typed) => Number(plainFigures(typed) || 'x'))
  if (!Number.isFinite(aim) || !Number.isFinite(got)) return undefined
  if (direction === 'at_most') return got! <= aim!
  return direction === 'exactly' ? got === aim : got! >= aim!
}

/** The roles of one party: its own lines, and those of all alike. */
export const rolesIn = ({ roles }: Pick<AgreementText, 'roles'>, party_id: string) =>
  roles.filter((role) => role.party_id === party_id || role.party_id === 'all')

/** What the signed text says of one party: what it does, what it brings, what it pays; its own lines and those of all. */
export function shareIn(text: Pick<AgreementText, 'roles' | 'money'>, party_id: string) {
  const mine = rolesIn(text, party_id)
  const yen = text.money.filter((one) => one.party_id === party_id).reduce((sum, one) => sum + one.yen, 0)
  return {
    does: mine.map(({ does }) => does).join('\n'),
    brings: mine.flatMap(({ brings }) => (brings?.words ? [brings.words] : [])).join('、'),
    money_yen: yen || null,
  }
}

/** What it costs together, in whole yen; null where the text speaks of no money. */
export function costIn({ money }: Pick<AgreementText, 'money'>): number | null {
  return money.length > 0 ? money.reduce((sum, { yen }) => sum + yen, 0) : null
}
