import { xmlText } from './xml.ts'

export type AtomFeed = {
  id: string
  title: string
  link: string
  updated: Date
  author?: string
  /** The feed's own address, where it is not the `id`. */
  self?: string
  entries: readonly AtomEntry[]
}

type AtomEntry = {
  id: string
  title: string
  link: string
  updated: Date
  published?: Date
  summary?: string
  categories?: readonly string[]
}

/** Writes a feed as Atom 1.0 in Japanese: `application/atom+xml; charset=UTF-8`. */
export function atom({ id, title, link, updated, author, self = id, entries }: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">',
    ...head({ id, title, link, updated }),
    ...(/^https?:/.test(self) ? [`<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>`] : []),
    `<author><name>${xmlText(author ?? title)}</name></author>`,
    ...entries.map(entryOf),
    '</feed>\n',
  ].join('\n')
}

function entryOf(entry: AtomEntry): string {
  const { published, summary, categories = [] } = entry
  return [
    '<entry>',
    ...head(entry),
    ...(published ? [`<published>${published.toISOString()}</published>`] : []),
    ...categories.map((term) => `<category term="${xmlText(term)}"/>`),
    ...(summary ? [`<summary>${xmlText(summary)}</summary>`] : []),
    '</entry>',
  ].join('\n')
}

function head({ id, title, link, updated }: Pick<AtomEntry, 'id' | 'title' | 'link' | 'updated'>): string[] {
  return [
    `<id>${xmlText(id)}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${xmlText(link)}"/>`,
    `<updated>${updated.toISOString()}</updated>`,
  ]
}
