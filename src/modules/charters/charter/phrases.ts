import type { Lang } from '../../../platform/words/lang.ts'
import type { Label } from '../schema/base.ts'
import type { Charter } from '../schema/charter.ts'
import type { WordKey } from '../schema/guide.ts'
import { reach } from '../words/terms.ts'

/** Returns the words in a language; plain Japanese and English fall back to Japanese. */
export function label(words: Label | undefined, language: Lang = 'ja'): string {
  return words?.[language] ?? words?.ja ?? ''
}

/** Returns the city's own term for a concept (協定, 覚書, アダプト), or the usual one. */
export function word(charter: Charter, key: WordKey, language: Lang = 'ja'): string {
  return label(charter.words[key] ?? charter.common.words[key], language)
}

export const quoted = (list: readonly string[]): string => list.map((text) => `「${text}」`).join('')

/** Returns the city's contact by lines; one is always about the telephone. */
export function contactLines({ city }: Charter, language: Lang = 'ja'): string[] {
  const { section, postalCode, address, telephone, fax, email } = city.contact
  const place = [postalCode?.replace(/^(\d{3})/, '〒$1-'), label(address, language)].filter(Boolean).join('　')
  return [
    `${label(city.name, language)}　${label(section, language)}`,
    ...(place ? [place] : []),
    telephone ? `${reach.telephone[language]}　${telephone}` : reach.noTelephone[language],
    ...(fax ? [`${reach.fax[language]}　${fax}`] : []),
    ...(email ? [`${reach.email[language]}　${email}`] : []),
  ]
}
