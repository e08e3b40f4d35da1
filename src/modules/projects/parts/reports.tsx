import { urls as files } from '../../../platform/files/urls.ts'
import { dateLabel } from '../../../platform/time/index.ts'
import { Details, EmptyState, Paragraphs, PhotoGrid, Section, Whole } from '../../../ui/index.ts'
import { mayEditProject, mayReviseReport, mayWithholdReport } from '../may.ts'
import { type ReportShown, refOf } from '../project/project.ts'
import { urls } from '../urls.ts'
import type { ProjectShown } from './shown.ts'
import { headcount } from './timeline.tsx'

export function Reports(props: ProjectShown) {
  const { project, inside, frame } = props
  const reports = [...project.reports].reverse()
  const own = inside && mayEditProject(frame.actor, inside)
  if (reports.length === 0 && !own) return null
  return (
    <Section heading="活動の報告" id="reports">
      {reports.length === 0 && <EmptyState>報告は、まだありません。</EmptyState>}
      {reports.slice(0, 3).map((report) => (
        <Report {...props} report={report} />
      ))}
      {reports.length > 3 && (
        <Details summary={`これより前の報告（${reports.length - 3}件）`}>
          {reports.slice(3).map((report) => (
            <Report {...props} report={report} />
          ))}
        </Details>
      )}
    </Section>
  )
}

function Report({ frame, project, inside, report }: ProjectShown & { report: ReportShown }) {
  const at = { city: frame.city.slug, ref: refOf(project) }
  const people = headcount(report)
  const there = project.parties.filter(({ party_id }) => party_id && report.attended?.includes(party_id))
  return (
    <article class="flow" id={`report-${report.id}`}>
      <h3>{report.title}</h3>
      <p class="small">
        {dateLabel(report.held_on)}
        {report.kind === 'meeting' && '　話し合い'}
        {report.withheld && '　公開していません'}
      </p>
      <Paragraphs text={report.text} />
      {people && (
        <p>
          <Whole>{`参加した人：${people}`}</Whole>
        </p>
      )}
      {there.length > 0 && <p>加わった主体：{there.map(({ name }) => name).join('、')}</p>}
      {report.photos.length > 0 && <Photos city={frame.city.slug} report={report} />}
      {inside && mayReviseReport(frame.actor, { ...inside, report }) && (
        <p>
          <a href={urls.editReport({ ...at, report: report.id })}>
            この報告を直す<span class="visually-hidden">（{report.title}）</span>
          </a>
        </p>
      )}
      {inside && mayWithholdReport(frame.actor, inside) && (
        <p>
          <a href={urls.reportVisibility({ ...at, report: report.id })}>
            {report.withheld ? 'この報告をまた公開する' : 'この報告を公開から外す'}
            <span class="visually-hidden">（{report.title}）</span>
          </a>
        </p>
      )}
    </article>
  )
}

function Photos({ city, report }: { city: string; report: ReportShown }) {
  const photos = report.photos.map(({ id, name, words }, index) => {
    const src = files.file({ city, id, name })
    return { src, href: src, alt: words || `「${report.title}」の写真${index + 1}`, width: 400, height: 300 }
  })
  return <PhotoGrid photos={photos} />
}
