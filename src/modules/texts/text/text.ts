import { createHash } from 'node:crypto'
import type { IsoDate } from '../../../platform/time/index.ts'
import type { Target } from './targets.ts'

export const resources = ['money', 'people', 'place', 'things', 'knowledge'] as const
export type Resource = (typeof resources)[number]

export const resourceLabels: Record<Resource, string> = {
  money: 'お金',
  people: '人手',
  place: '場所',
  things: 'もの・道具',
  knowledge: '知識・経験',
}

export interface Article {
  key: string
  heading: string
  paragraphs: string[]
}

interface NamedParty {
  mark: string
  party_id: string
  name: string
  is_city: boolean
}

export interface Role {
  party_id: string
  does: string
  brings: { kind: Resource; words: string } | null
}

export interface Share {
  party_id: string
  yen: number
  for: string
}

/** The exact text that is signed: its facts, and its articles in words. The digest covers all of it. */
export interface AgreedText {
  format: 1
  number: string
  version: number
  kind: string
  title: string
  parties: NamedParty[]
  preamble: string
  purpose: string
  targets: Target[]
  roles: Role[]
  money: Share[]
  starts_on: IsoDate
  ends_on: IsoDate | null
  sunset_on: IsoDate | null
  articles: Article[]
  closing: string
}

export interface Version {
  version: number
  text: AgreedText
  digest: string
}

/** Serializes a value with sorted keys, so that equal texts have equal digests. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}

/** Returns the digest of a text: the sha256 of its canonical form. */
export function digestOf(text: AgreedText): string {
  return createHash('sha256').update(canonical(text)).digest('hex')
}

export function shortDigest(digest: string): string {
  return `${digest.slice(0, 4)} ${digest.slice(4, 8)}`
}

export function partyInText({ parties }: Pick<AgreedText, 'parties'>, party_id: string): string {
  if (party_id === 'all') return 'すべての当事者'
  const party = parties.find((one) => one.party_id === party_id)
  return party ? `${party.mark}　${party.name}` : ''
}

export const yenWords = (yen: number): string => `${yen.toLocaleString('ja-JP')}円`
