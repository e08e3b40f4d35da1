import type { Lang } from './lang.ts'

type Said = Record<Lang, unknown>

/**
 * A module's sentences by name; one that lacks a language does not compile.
 * `const say = catalogue({ title: { ja: '募集', easy: '{募集|ぼしゅう}', en: 'Calls' } })`, then `say.title[lang]`
 */
export const catalogue = <const Words extends Record<string, Said>>(words: Words): Words => words
