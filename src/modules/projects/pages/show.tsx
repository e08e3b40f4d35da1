import { type AttachedFile, filesOf } from '../../../platform/files/index.ts'
import { type Letter, listLetters } from '../../../platform/letters/index.ts'
import { asEveryone, type Entry, type PublicEntry } from '../../../platform/record/index.ts'
import { fiscalYearLabel } from '../../../platform/time/index.ts'
import { type WaitingAct, waitingActs } from '../../../platform/web/action/index.ts'
import { definePage, type Views } from '../../../platform/web/index.ts'
import { ActList, ChangeList, CityPage, LetterList, PaperList } from '../../../site/index.ts'
import { Columns, SummaryList } from '../../../ui/index.ts'
import { word } from '../../charters/index.ts'
import { urls as register } from '../../register/urls.ts'
import { events } from '../events.ts'
import { maySeeActs } from '../may.ts'
import { ProjectBody } from '../parts/body.tsx'
import { factsFor } from '../parts/facts.tsx'
import { seenBy } from '../parts/shown.ts'
import { ProjectSteps } from '../parts/steps.tsx'
import { type Inside, projectNumberLabel, refOf } from '../project/project.ts'
import { findOwn, findPublished, ownEntries, type Published, publicEntries } from '../queries/shown.ts'
import { urls } from '../urls.ts'
import { AgreementGivenUp } from './given-up.tsx'
import { Next } from './next.tsx'
import { recordedMoments } from './recorded.ts'

type Open = (NonNullable<Published> & { entries: PublicEntry[] }) | null

interface Own {
  own: Inside | null
  entries: Entry[]
  letters: Letter[]
  papers: AttachedFile[]
  waiting: WaitingAct[]
}

const isOwn = ({ subject_kind }: Entry) => subject_kind === 'project'

function ProjectPage({ frame, published, data }: Views<Open, Own>) {
  const shown = seenBy(frame, published, data.own)
  const { project, charter, inside } = shown
  const { lang } = frame
  const recorded = recordedMoments(inside ? data.entries.map(asEveryone) : (published?.entries ?? []))
  const here = urls.show({ city: frame.city.slug, ref: refOf(project) })
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
      {inside && <Next frame={frame} project={inside} waiting={data.waiting} />}
      <ProjectSteps project={project} charter={charter} />
      <Columns label="この事業の要点" aside={<SummaryList compact facts={factsFor(shown)} />}>
        <AgreementGivenUp shown={shown} recorded={recorded} />
        <ProjectBody shown={shown} recorded={recorded} />
        <LetterList heading="市からの通知" subject={here} letters={data.letters} level={2} />
        {inside && <ChangeList entries={data.entries.filter(isOwn)} events={events} />}
        <PaperList city={frame.city.slug} papers={data.papers} />
        {maySeeActs(frame.actor) && <ActList entries={data.entries.filter(isOwn)} events={events} subject={here} />}
      </Columns>
    </CityPage>
  )
}

const nothingOwn: Own = { own: null, entries: [], letters: [], papers: [], waiting: [] }

export const showPage = definePage({
  who: 'anyone',
  published: async (c): Promise<Open> => {
    const found = await findPublished(c)
    return found && { ...found, entries: await publicEntries(c, found.project) }
  },
  load: async (c): Promise<Own | undefined> => {
    const found = await findOwn(c)
    if (!found?.own) return found && nothingOwn
    const { own } = found
    const about = { kind: 'project', id: own.id }
    return {
      own,
      entries: await ownEntries(c, own),
      letters: await listLetters(c.db, about),
      papers: await filesOf(c.db, about, 'share'),
      waiting: await waitingActs(c, [own]),
    }
  },
  guest: () => nothingOwn,
  view: ProjectPage,
})
