import { fiscalYearLabel } from '../../../platform/time/index.ts'
import type { Moment, Traced } from '../../../platform/timeline.ts'
import { word } from '../../charters/index.ts'
import { yearInUrl } from '../evaluation/year.ts'
import { urls } from '../urls.ts'

/** Returns the moments of a project's timeline that come from its evaluations; no moment contains an answer. */
export function evaluationMoments(seen: Traced): Moment[] {
  const { evaluation } = seen.frame.charter
  return seen.kept.evaluations.flatMap(({ year, opened_on, closed_at_deadline, talked_on }): Moment[] => {
    const name = `${fiscalYearLabel(year)}の${word(seen.frame.charter, 'evaluation')}`
    const { href } = evaluationEvidence(`evaluation-${year}`, seen) ?? {}
    const what = (
      <>
        {href ? <a href={href}>{name}</a> : name}が{closed_at_deadline ? '、期日に締め切られ' : '出そろい'}
        、開かれました。
      </>
    )
    return [
      ...(opened_on ? [{ key: `project.evaluated ${year}`, on: opened_on, what }] : []),
      ...(talked_on
        ? [{ on: talked_on, what: `${evaluation.jointTalk.label.ja}をしました。`, talk: true as const }]
        : []),
    ]
  })
}

/** Returns the page of the evaluation that an item of evidence refers to, if this reader may open it. */
export function evaluationEvidence(where: string, { frame, ref, kept, inside }: Traced) {
  const year = Number(/^evaluation-(\d+)$/.exec(where)?.[1])
  const one = kept.evaluations.find((fact) => fact.year === year)
  if (!one || !(inside || one.published_on)) return undefined
  const href = urls.show({ city: frame.city.slug, ref, year: yearInUrl(year) })
  return { href, label: `${fiscalYearLabel(year)}の評価を見る` }
}
