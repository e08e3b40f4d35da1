import type { RegisteredParty } from './parties.ts'
import type { AgreedText } from './text.ts'

/** Returns the ids of the parties that are private persons; the public copy leaves out their names. */
export function personsIn(parties: readonly RegisteredParty[]): string[] {
  return parties.filter(({ unit }) => unit === 'person').map(({ party_id }) => party_id)
}

/** Returns the public copy: private words blacked out, and no names of private persons. */
export function publishableText(text: AgreedText, withheld: readonly string[], persons: readonly string[]): AgreedText {
  const names = text.parties.filter(({ party_id }) => persons.includes(party_id)).map(({ name }) => name)
  const words = [...new Set([...withheld, ...names])].filter(Boolean).sort((a, b) => b.length - a.length)
  const blackOut = (value: string) =>
    words.reduce((text, word) => text.replaceAll(word, names.includes(word) ? '（個人）' : '■■■'), value)
  const redact = (value: unknown): unknown => {
    if (typeof value === 'string') return blackOut(value)
    if (Array.isArray(value)) return value.map(redact)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, kept.has(key) ? inner : redact(inner)]))
  }
  return redact(text) as AgreedText
}

// Numbers, dates and keys are not personal words, so they stay.
const kept = new Set([
  'format',
  'number',
  'version',
  'party_id',
  'key',
  'mark',
  'kind',
  'starts_on',
  'ends_on',
  'sunset_on',
  'by',
  'direction',
])
