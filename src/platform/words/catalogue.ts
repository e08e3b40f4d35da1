import type { Lang } from './lang.ts'

type Said = Record<Lang, unknown>

/** A module's sentences in every language: `const say = catalogue({ title: { ja: …, easy: …, en: … } })` */
export const catalogue = <const Words extends Record<string, Said>>(words: Words): Words => words
