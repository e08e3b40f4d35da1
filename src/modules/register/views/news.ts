import { tell } from '../../../platform/record/index.ts'
import { fiscalYearAscii } from '../../../platform/time/index.ts'
import { agreements } from '../../agreements/index.ts'
import { urls as agreementUrls } from '../../agreements/urls.ts'
import { type CitySite, charters, label } from '../../charters/index.ts'
import { urls as charterUrls } from '../../charters/urls.ts'
import { evaluations } from '../../evaluations/index.ts'
import { urls as evaluationUrls } from '../../evaluations/urls.ts'
import { programmes } from '../../programmes/index.ts'
import { urls as programmeUrls } from '../../programmes/urls.ts'
import { projects } from '../../projects/index.ts'
import { urls as projectUrls } from '../../projects/urls.ts'
import { proposals } from '../../proposals/index.ts'
import { urls as proposalUrls } from '../../proposals/urls.ts'
import type { News } from '../queries.ts'
import '../words/news.ts'

export const events = Object.assign(
  {},
  ...[charters, programmes, proposals, agreements, projects, evaluations].map((module) => module.events),
) as NonNullable<(typeof projects)['events']>

/** What happened in words: to what, what, and the page that tells more. */
export interface Told {
  title: string
  sentence: string
  href: string
}

/** An entry of the record as the feed and the front page say it; undefined when there is no page to lead to. */
export function newsWords({ city, charter }: Pick<CitySite, 'city' | 'charter'>, row: News): Told | undefined {
  const sentence = tell(events[row.kind], { public: row.told ?? {} })
  const page = pageOf(city.slug, row)
  if (!sentence || !page) return undefined
  const programme = charter.programmes.find(({ key }) => key === row.programme)
  const title = row.title ?? (label(programme?.label) || (city.words.charter ?? '指針'))
  return { title, sentence, href: page }
}

function pageOf(city: string, { subject_kind, ref, year, programme }: News): string | undefined {
  if (subject_kind === 'charter') return charterUrls.show({ city })
  if (subject_kind === 'call') return programme ? programmeUrls.show({ city, key: programme }) : undefined
  if (!ref) return undefined
  if (subject_kind === 'proposal') return proposalUrls.show({ city, ref })
  if (subject_kind === 'agreement') return agreementUrls.show({ city, ref })
  if (subject_kind === 'project') return projectUrls.show({ city, ref })
  return year ? evaluationUrls.show({ city, ref, year: fiscalYearAscii(year) }) : undefined
}
