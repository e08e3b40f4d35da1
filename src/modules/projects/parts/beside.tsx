import { evidenceAt } from '../../../platform/module.ts'
import { fiscalYearLabel } from '../../../platform/time/index.ts'
import { Section } from '../../../ui/index.ts'
import { word } from '../../charters/index.ts'
import { urls } from '../urls.ts'
import { type ProjectShown, tracedIn } from './shown.ts'

export function Beside(shown: ProjectShown) {
  const { frame, project, charter } = shown
  const there = (where: string, label: string) => {
    const found = evidenceAt(frame.installation.modules, where, tracedIn(shown))
    return found ? [{ href: found.href, label }] : []
  }
  const year = (neighbour: { ref: string; title: string } | null, label: string) =>
    neighbour
      ? [{ href: urls.show({ city: frame.city.slug, ref: neighbour.ref }), label: `${label}：${neighbour.title}` }]
      : []
  const named = (name: string, title: string | undefined) => [name, title].filter(Boolean).join('：')
  const links = [
    ...there('proposal', named(word(charter, 'proposal'), project.proposal?.title)),
    ...there('agreement', named(word(charter, 'agreement'), project.agreement?.title)),
    ...project.evaluations.flatMap((one) =>
      there(`evaluation-${one.year}`, `${fiscalYearLabel(one.year)}の${word(charter, 'evaluation')}`),
    ),
    ...year(project.previous, '前の年度'),
    ...year(project.next, '次の年度'),
  ]
  if (links.length === 0) return null
  return (
    <Section heading="この事業の書類と、前後の年度" id="beside">
      <ul>
        {links.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
