import { type Module, pageOf } from '../../platform/module.ts'
import { eventOf } from '../../platform/record/event.ts'
import { entrySentence } from '../../platform/record/index.ts'
import { type CitySite, label } from '../charters/index.ts'
import type { News } from './queries.ts'
import './words/news.ts'

/** What happened in words: to what, what, and the page that tells more. */
export interface Told {
  title: string
  sentence: string
  href: string
}

/** An entry of the record as the feed and the front page say it; undefined when there is no page to lead to. */
export function newsWords(
  { city, charter }: Pick<CitySite, 'city' | 'charter'>,
  modules: readonly Module[],
  row: News,
): Told | undefined {
  const sentence = entrySentence(eventOf(modules, row.kind), { public: row.told ?? {} })
  const page = pageOf(modules, row.subject_kind, { ...row, city: city.slug })
  if (!sentence || !page) return undefined
  const programme = charter.programmes.find(({ key }) => key === row.programme)
  const title = row.title ?? (label(programme?.label) || (city.words.charter ?? '指針'))
  return { title, sentence, href: page }
}
