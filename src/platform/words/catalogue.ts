import type { Lang } from './lang.ts'

/** A sentence in every language, or a function that makes one. */
type Said = Record<Lang, unknown>

/**
 * The sentences of a module, by name, each in every language: one that lacks a language does not compile.
 * `const say = catalogue({ title: { ja: '募集', easy: '{募集|ぼしゅう}', en: 'Calls' } })`, then `say.title[lang]`
 */
export const catalogue = <const Words extends Record<string, Said>>(words: Words): Words => words
