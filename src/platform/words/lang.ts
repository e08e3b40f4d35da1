/** The languages of a page: Japanese, plain Japanese with readings, English. */
export const langs = ['ja', 'easy', 'en'] as const

export type Lang = (typeof langs)[number]
