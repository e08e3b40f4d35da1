import { type Module, pageOf } from '../../platform/module.ts'
import { eventOf } from '../../platform/record/event.ts'
import { entrySentence } from '../../platform/record/index.ts'
import { type CitySite, label } from '../charters/index.ts'
import type { News } from './queries.ts'
import './words/news.ts'

export interface NewsItem {
  title: string
  sentence: string
  href: string
}

/** Returns an entry in words; undefined if no page can be linked. */
export function newsWords(
  { city, charter }: Pick<CitySite, 'city' | 'charter'>,
  modules: readonly Module[],
  row: News,
): NewsItem | undefined {
  const sentence = entrySentence(eventOf(modules, row.kind), { public: row.told ?? {} })
  const page = pageOf(modules, row.subject_kind, { ...row, city: city.slug })
  if (!sentence || !page) return undefined
  const programme = charter.programmes.find(({ key }) => key === row.programme)
  const title = row.title ?? (label(programme?.label) || (city.words.charter ?? '指針'))
  return { title, sentence, href: page }
}
