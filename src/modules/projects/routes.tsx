import type { z } from 'zod'
import type { Act, Actor } from '../../platform/actor.ts'
import { asEveryone, entriesOf, publicEntriesOf } from '../../platform/record/index.ts'
import type { Rule, Ruling } from '../../platform/ruling.ts'
import { plainDateLabel, today } from '../../platform/time/index.ts'
import {
  definePage,
  type FormState,
  type Frame,
  flatten,
  type Page,
  pages,
  type Reading,
  type Request,
} from '../../platform/web/index.ts'
import { charterInForce, getCharter, getPublishedCharter } from '../charters/index.ts'
import { listChoosableParties } from '../parties/index.ts'
import { finishProject, recordStep, startProject, stopProject } from './actions/carry.ts'
import { enterProject, reviseProject } from './actions/enter.ts'
import { releaseProject, retractProject } from './actions/release.ts'
import { reportOnProject, reviseReport, setMilestone, setTargets } from './actions/report.ts'
import * as sources from './actions/sources.ts'
import { listTieable } from './actions/tie.ts'
import * as forms from './forms.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'
import type { Dossier } from './tables.ts'
import { urls } from './urls.ts'
import { beginning, nextYear, promise, type Source } from './views/beginning.ts'
import { EditProjectPage } from './views/edit.tsx'
import { NewProjectPage } from './views/new.tsx'
import { ReportPage } from './views/report.tsx'
import { PrinciplesPage, ProjectPage } from './views/show.tsx'
import { MilestonePage, TargetsPage } from './views/targets.tsx'
import { typedMilestone, typedOf, typedReport, typedTargets } from './views/typed.ts'
import * as verbs from './views/verbs.tsx'

/** The project of the address as this person may see it, with the charter it was made under. */
async function working(c: Reading): Promise<verbs.Working | undefined> {
  const project = await queries.findProject(c.db, c.actor, c.params.ref!)
  return project && { project, charter: await charterOf(c, project.charter_id) }
}

async function charterOf(c: Reading, id: string) {
  return id === c.charter_id ? c.charter : getCharter(c.db, id)
}

const shown = (c: Request, project: { fiscal_year: number; number: number }) =>
  urls.show({ city: c.city.slug, ref: rules.refOf(project) })

/** What a new project is made of, from the address: an agreement, a proposal, the project of the year before. */
async function sourceOf(c: Reading): Promise<Source> {
  const [agreementId, proposalId, previousRef] = ['agreement', 'proposal', 'previous'].map((key) => c.query.get(key))
  const previous = previousRef ? await queries.findProject(c.db, c.actor, previousRef) : undefined
  const agreement = agreementId ? await sources.findDrawnAgreement(c.db, c.actor, agreementId) : undefined
  const proposal = agreement?.proposal_id
    ? await sources.findSourceProposal(c.db, agreement.proposal_id)
    : proposalId
      ? await sources.findDrawnProposal(c.db, c.actor, proposalId)
      : undefined
  const alone = proposal && !previous && !agreement && !(await sources.findAgreementOn(c.db, proposal.id))
  const proposed = alone ? (await sources.listProposedTargets(c.db, proposal.id)).length : 0
  return { previous, agreement, proposal, proposed }
}

async function entering(c: Reading) {
  const source = await sourceOf(c)
  const next = source.previous && nextYear(source.previous)
  const { charter } = next ? (await charterInForce(c.db, next.starts_on))! : c
  const choosable = await listChoosableParties(c.db, c.actor)
  const plain = !source.previous && !source.agreement && !source.proposal
  const begun = beginning({ charter, source, choosable, zone: c.query.get('zone'), day: today(c.now) })
  return {
    charter,
    begun,
    from: plain ? null : promise(charter, source, begun),
    choosable,
    sources:
      plain && rules.mayEnterProject(c.actor, { charter })
        ? await sources.listSources(c.db, c.actor)
        : { proposals: [], agreements: [] },
  }
}

/** Who may do what stands in the rules; here it is asked of the project that was loaded. */
const whoMay =
  (rule: Rule<[actor: Actor, project: rules.Facts]>) =>
  (actor: Actor, { project }: verbs.Working): Ruling =>
    rule.why(actor, project)

const mayStart = whoMay(rules.mayStart)
const mayFinish = whoMay(rules.mayFinish)
const mayStop = whoMay(rules.mayStop)
const mayEdit = whoMay(rules.mayEditProject)
const mayReport = whoMay(rules.mayReport)
const mayRelease = whoMay(rules.mayRelease)
const mayRetract = whoMay(rules.mayRetract)

/** A page on which one verb is done to one project, and which leads back to it. */
function verb<F extends z.ZodType>(spec: {
  who: typeof mayEdit
  view: (props: never) => unknown
  form: F
  blank?: (data: verbs.Working, c: Request) => FormState['values']
  act: (c: Act & Request, data: verbs.Working, input: z.output<F>) => Promise<unknown>
  done: string
}): Page {
  return definePage({
    who: spec.who,
    load: working,
    view: spec.view as never,
    form: spec.form,
    blank: spec.blank,
    submit: async (c, input, data) => {
      await spec.act(c, data, input as z.output<F>)
      return { to: shown(c, data.project), flash: spec.done }
    },
  })
}

const onToday = (name: string) => (_: verbs.Working, c: Request) => ({ [name]: plainDateLabel(today(c.now)) })

async function enter(c: Act & Request, input: forms.ProjectInput) {
  const project = await enterProject(c, input)
  return { to: shown(c, project), flash: `「${project.title}」を登録しました。` }
}

async function revise(c: Act & Request, input: forms.ProjectInput, { project }: verbs.Working) {
  await reviseProject(c, project, input)
  return { to: shown(c, project), flash: '登録の内容を保存しました。' }
}

export const routes = pages({
  [urls.new.pattern]: definePage({
    who: rules.mayEnterProject,
    load: entering,
    view: (props) => <NewProjectPage {...props} />,
    form: forms.ProjectForm,
    blank: ({ begun }) => begun,
    submit: enter,
    acts: { send: { form: forms.ProjectForm, submit: (c, input: forms.ProjectInput) => enter(c, input) } },
  }),
  [urls.edit.pattern]: definePage({
    who: mayEdit,
    load: async (c) => {
      const found = await working(c)
      return (
        found && {
          ...found,
          choosable: await listChoosableParties(c.db, c.actor),
          tieable: await listTieable(c.db, c.actor, found.project),
        }
      )
    },
    view: (props) => <EditProjectPage {...props} />,
    form: forms.ProjectForm,
    blank: ({ project }) => typedOf(project),
    revision: ({ project }) => String(project.revision),
    submit: revise,
    acts: {
      send: { form: forms.ProjectForm, submit: (c, input: forms.ProjectInput, data) => revise(c, input, data) },
    },
  }),
  [urls.start.pattern]: verb({
    who: mayStart,
    view: verbs.StartPage,
    form: forms.StartForm,
    blank: ({ project: { starts_on } }, c) => {
      const day = today(c.now)
      return { started_on: plainDateLabel(starts_on && starts_on < day ? starts_on : day) }
    },
    act: (c, { project }, input) => startProject(c, project, input),
    done: '事業が始まりました。',
  }),
  [urls.finish.pattern]: verb({
    who: mayFinish,
    view: verbs.FinishPage,
    form: forms.FinishForm,
    blank: ({ project }, c) => flatten({ finished_on: plainDateLabel(today(c.now)), actual_yen: project.actual_yen }),
    act: (c, { project }, input) => finishProject(c, project, input),
    done: '活動を終えました。評価に進めます。',
  }),
  [urls.stop.pattern]: verb({
    who: mayStop,
    view: verbs.StopPage,
    form: forms.StopForm,
    blank: onToday('decided_on'),
    act: (c, { project }, input) => stopProject(c, project, input),
    done: '途中で終えることを記録しました。',
  }),
  [urls.release.pattern]: verb({
    who: mayRelease,
    view: verbs.ReleasePage,
    form: forms.ReleaseForm,
    act: (c, { project }) => releaseProject(c, project),
    done: 'ページを公開しました。',
  }),
  [urls.retraction.pattern]: verb({
    who: mayRetract,
    view: verbs.RetractionPage,
    form: forms.RetractionForm,
    act: (c, { project }, input) => retractProject(c, project, input),
    done: 'ページの公開をやめました。',
  }),
  [urls.step.pattern]: verb({
    who: mayEdit,
    view: verbs.StepPage,
    form: forms.StepForm,
    blank: onToday('done_on'),
    act: (c, { project }, input) => recordStep(c, project, c.params.step!, input),
    done: '行った日を保存しました。',
  }),
  [urls.targets.pattern]: verb({
    who: mayEdit,
    view: TargetsPage,
    form: forms.TargetsForm,
    blank: ({ project }) => typedTargets(project),
    act: (c, { project }, input) => setTargets(c, project, input),
    done: '目標と結果を保存しました。',
  }),
  [urls.newMilestone.pattern]: verb({
    who: mayEdit,
    view: MilestonePage,
    form: forms.MilestoneForm,
    act: (c, { project }, input) => setMilestone(c, project, input),
    done: '予定を加えました。',
  }),
  [urls.milestone.pattern]: verb({
    who: mayEdit,
    view: MilestonePage,
    form: forms.MilestoneForm,
    blank: ({ project }, c) => typedMilestone(project, c.params.milestone!),
    act: (c, { project }, input) => setMilestone(c, project, input, c.params.milestone),
    done: '予定を保存しました。',
  }),
  [urls.newReport.pattern]: verb({
    who: mayReport,
    view: ReportPage,
    form: forms.ReportForm,
    blank: (_, c) => ({ kind: 'activity', held_on: plainDateLabel(today(c.now)) }),
    act: (c, { project }, input) => reportOnProject(c, project, input),
    done: '報告しました。',
  }),
  [urls.editReport.pattern]: verb({
    who: mayReport,
    view: ReportPage,
    form: forms.ReportForm,
    blank: ({ project }, c) => typedReport(project, c.params.report!),
    act: (c, { project }, input) => reviseReport(c, project, c.params.report!, input),
    done: '報告を保存しました。',
  }),
  [urls.principles.pattern]: definePage({
    who: 'anyone',
    published: publishedProject,
    load: ownProject,
    guest: () => ({ own: null }),
    view: ({ frame, published, data }) => <PrinciplesPage {...seenBy(frame, published, data.own)} />,
  }),
  [urls.show.pattern]: definePage({
    who: 'anyone',
    published: async (c) => {
      const found = await publishedProject(c)
      return found && { ...found, entries: await publicEntriesOf(c.db, c.city.id, cameFrom(found.project)) }
    },
    load: async (c) => {
      const found = await ownProject(c)
      const own = found?.own
      return found && { own, entries: own ? (await entriesOf(c.db, cameFrom(own.project))).map(asEveryone) : [] }
    },
    guest: () => ({ own: null, entries: [] }),
    view: ({ frame, published, data }) => (
      <ProjectPage
        {...seenBy(frame, published, data.own ?? null)}
        entries={data.own ? data.entries : published?.entries}
      />
    ),
  }),
})

/** The subjects whose entries tell how a project came about and what became of it. */
function cameFrom(project: Pick<Dossier, 'id' | 'proposal_id' | 'agreement_id'>) {
  const { id, proposal_id, agreement_id } = project
  return [
    { kind: 'project', id },
    ...(proposal_id ? [{ kind: 'proposal', id: proposal_id }] : []),
    ...(agreement_id ? [{ kind: 'agreement', id: agreement_id }] : []),
  ]
}

type Published = Awaited<ReturnType<typeof publishedProject>>

/** The project of the address as everyone may know it, with the charter it was made under; or null. */
async function publishedProject(c: Reading) {
  const project = await queries.findPublishedProject(c.db, c.city.id, c.params.ref!)
  if (!project) return null
  const old = project.charter_id !== c.charter_id && (await getPublishedCharter(c.db, c.city.id, project.charter_id))
  return { project, charter: old || c.charter }
}

/** The same from inside, for those to whom it belongs. */
async function ownProject(c: Reading & { published: Published }) {
  const own = c.actor.account_id ? await working(c) : undefined
  return own || c.published ? { own: own ?? null } : undefined
}

function seenBy(frame: Frame, published: Published, own: verbs.Working | null) {
  const { project, charter } = own ?? published!
  return { frame, project, charter, inside: own?.project ?? null }
}
