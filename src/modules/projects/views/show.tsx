import type { PublicEntry } from '../../../platform/record/index.ts'
import { fiscalYearLabel, today } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { Columns, Paragraphs, Section, SummaryList } from '../../../ui/index.ts'
import { type Charter, word } from '../../charters/index.ts'
import { urls as register } from '../../register/urls.ts'
import type { Inside } from '../queries.ts'
import { projectNumberLabel, refOf } from '../rules.ts'
import type { Dossier } from '../tables.ts'
import { urls } from '../urls.ts'
import { OwnPart } from './own.tsx'
import { PrinciplesInFull, PrinciplesSection } from './principles.tsx'
import { Reports } from './reports.tsx'
import { Beside, DecisionNotice, factsFor, Money, Roles, Targets } from './sections.tsx'
import { ProjectSteps, ProjectTimeline } from './timeline.tsx'

export interface Page {
  frame: Frame
  project: Dossier
  charter: Charter
  /** The same project from inside, for those to whom it belongs. */
  inside: Inside | null
  /** What the record tells of it, of its proposal and of its agreement. */
  entries?: readonly PublicEntry[]
}

/** A project on one page: what it is, who does what, how far it came, what it cost, by what it keeps the principles. */
export function ProjectPage(props: Page) {
  const { frame, project, charter, inside } = props
  const { lang } = frame
  return (
    <CityPage
      frame={frame}
      title={project.title}
      eyebrow={`${projectNumberLabel(charter, project)}　${project.fiscal_years.map((year) => fiscalYearLabel(year)).join('、')}`}
      lead={project.summary}
      breadcrumbs={[
        { href: register.projects({ city: frame.city.slug }), label: word(frame.charter, 'register', lang) },
      ]}
    >
      {inside && <OwnPart frame={frame} project={inside} charter={charter} />}
      <ProjectSteps project={project} charter={charter} />
      <Columns label="この事業の要点" aside={<SummaryList compact facts={factsFor(props)} />}>
        {project.decision && <DecisionNotice project={project} charter={charter} />}
        <Section heading="何のために" id="purpose">
          <Paragraphs text={project.purpose} />
        </Section>
        <Roles {...props} />
        <Targets {...props} />
        <Section heading="これまでの歩み" id="timeline">
          <ProjectTimeline
            frame={frame}
            project={project}
            charter={charter}
            inside={inside !== null}
            day={today(frame.now)}
            entries={props.entries ?? []}
          />
        </Section>
        <Reports {...props} />
        <Money {...props} />
        <PrinciplesSection frame={frame} project={project} charter={charter} inside={inside !== null} />
        <Beside {...props} />
      </Columns>
    </CityPage>
  )
}

/** The principles alone, each with every proof of its own and what would be wanted: for reading and for paper. */
export function PrinciplesPage({ frame, project, charter, inside }: Page) {
  return (
    <CityPage
      frame={frame}
      title="原則と、その根拠"
      eyebrow={project.title}
      lead={`${word(charter, 'charter', frame.lang)}の原則が、この事業の記録のどこに表れているか。だれかが印をつけるのではなく、記録から自動でたしかめています。`}
      breadcrumbs={[
        {
          href: urls.show({ city: frame.city.slug, ref: refOf(project) }),
          label: project.title,
        },
      ]}
    >
      <PrinciplesInFull frame={frame} project={project} charter={charter} inside={inside !== null} />
    </CityPage>
  )
}
