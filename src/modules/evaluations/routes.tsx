import type { z } from 'zod'
import type { Act, Actor } from '../../platform/actor.ts'
import type { Ruling } from '../../platform/ruling.ts'
import { fiscalYearLabel, parseFiscalYear, plainDateLabel, today } from '../../platform/time/index.ts'
import {
  definePage,
  type FormState,
  flatten,
  type Page,
  pages,
  type Reading,
  type Request,
} from '../../platform/web/index.ts'
import { continuationRuling, getCharter, getPublishedCharter } from '../charters/index.ts'
import { continuation, findProject, findPublishedProject, type Inside, projectRef } from '../projects/index.ts'
import { urls as projects } from '../projects/urls.ts'
import * as answering from './actions/answer.ts'
import * as concluding from './actions/conclude.ts'
import * as forms from './forms.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'
import type { Answer, Round } from './tables.ts'
import { urls } from './urls.ts'
import { type Answering, AnswerPage, PaperAnswerPage } from './views/answer.tsx'
import { PaperConsentPage } from './views/consent.tsx'
import { DecisionPage } from './views/decision.tsx'
import { EvaluationsPage } from './views/list.tsx'
import { PublicRoundPage } from './views/public.tsx'
import { ConsentPage, ReleasePage, RetractionPage } from './views/release.tsx'
import { type Opened, RoundPage } from './views/show.tsx'
import { TalkPage } from './views/talk.tsx'
import * as verbs from './views/verbs.tsx'

const yearOf = (c: Request) => parseFiscalYear(c.params.year ?? '')
const shown = (c: Request, project: Inside, year: number) =>
  urls.show({ city: c.city.slug, ref: projectRef(project), year: rules.yearInUrl(year) })

const projectPage = (c: Request, project: Inside) => projects.show({ city: c.city.slug, ref: projectRef(project) })

async function projectOf(c: Reading) {
  const project = await findProject(c.db, c.actor, c.params.ref!)
  if (!project) return undefined
  const charter = project.charter_id === c.charter_id ? c.charter : await getCharter(c.db, project.charter_id)
  return { project, charter }
}

/** The evaluation of the address with who has answered; the answers only once it is open. */
async function roundOf(c: Reading): Promise<Opened | undefined> {
  const found = await projectOf(c)
  const year = yearOf(c)
  const round = found && year !== undefined ? await queries.findRound(c.db, found.project.id, year) : undefined
  if (!found || !round) return undefined
  const answers = round.opened_at ? await queries.listOpenedAnswers(c.db, round.id) : []
  return { ...found, round, answers }
}

/** The sheet of the one seat this person writes for, with what it has written itself. */
async function answeringOf(c: Reading): Promise<Answering | undefined> {
  const found = await roundOf(c)
  if (!found) return undefined
  const { project, charter, round } = found
  const mine = rules.openSeats(c.actor, round)
  const asked = c.query.get('seat')
  const seat = mine.length === 1 ? mine[0] : mine.find(({ id }) => id === asked)
  const reads = seat !== undefined && rules.mayReadOwn(c.actor, round, seat)
  const own = reads ? await queries.listOwnAnswers(c.db, seat.id) : []
  return { project, charter, round, seat, own }
}

function typedAnswers(own: readonly Answer[]): FormState['values'] {
  return Object.fromEntries(
    own.flatMap(({ phase, question, mark, words }) => [
      [`${rules.fieldOf(phase, question)}.mark`, mark ?? undefined],
      [`${rules.fieldOf(phase, question)}.words`, words],
    ]),
  )
}

type Rule = (actor: Actor, data: verbs.Handling, now: Date) => Ruling

const mayClose: Rule = (actor, { round }, now) => rules.mayClose.why(actor, round, today(now))
const mayExtend: Rule = (actor, { round }) => rules.mayExtend.why(actor, round)
const mayTalk: Rule = (actor, { project, round }) => rules.mayTalk.why(actor, project, round)
const mayConsent: Rule = (actor, { round, charter }) => rules.mayConsent.why(actor, round, charter)
const mayEnterConsent: Rule = (actor, { round, charter }) => rules.mayEnterConsent.why(actor, round, charter)
const mayRelease: Rule = (actor, { project, round, charter }) => rules.mayRelease.why(actor, project, round, charter)
const mayRetract: Rule = (actor, { round }) => rules.mayRetract.why(actor, round)
const mayEnterPaper: Rule = (actor, { round }) => rules.mayEnterPaper.why(actor, round)
const mayAnswer = (actor: Actor, { round }: Answering) => rules.mayAnswer.why(actor, round)
const mayBegin = (actor: Actor, { project }: { project: Inside }) => rules.mayBegin.why(actor, project)
const mayDecide = (actor: Actor, { project }: { project: Inside }) => rules.mayDecide.why(actor, project)

/** A page on which one thing is done with an evaluation, and which leads back to it. */
function verb<F extends z.ZodType>(spec: {
  who: Rule
  view: (props: never) => unknown
  form: F
  blank?: (data: verbs.Handling, c: Request) => FormState['values']
  revision?: (data: verbs.Handling) => string
  act: (c: Act & Request, data: verbs.Handling, input: z.output<F>) => Promise<unknown>
  done: string
}): Page {
  return definePage({
    who: spec.who,
    load: roundOf,
    view: spec.view as never,
    form: spec.form,
    blank: spec.blank,
    revision: spec.revision,
    submit: async (c, input, data) => {
      await spec.act(c, data, input as z.output<F>)
      return { to: shown(c, data.project, data.round.year), flash: spec.done }
    },
  })
}

async function deciding(c: Reading) {
  const found = await projectOf(c)
  const year = yearOf(c)
  if (!found || year === undefined || !found.project.fiscal_years.includes(year)) return undefined
  const round = await queries.findRound(c.db, found.project.id, year)
  const done = [
    ...(round?.talked_on ? (['joint-talk'] as const) : []),
    ...(round?.published_at ? (['publication'] as const) : []),
  ]
  const facts = continuation(found.project, { evaluated: rules.isEvaluated(round), done })
  const ruling = continuationRuling.why(found.charter, facts)
  return { ...found, year, round, obstacle: ruling.allowed ? undefined : ruling.because }
}

async function give(c: Act & Request, input: forms.AnswerInput, { project, round }: Answering) {
  const after = await answering.giveAnswer(c, round, input)
  const flash =
    after.state === round.state
      ? '回答を受け付けました。そろったときに、全員に同時に開かれます。'
      : '回答を受け付けました。全員の回答がそろい、開かれました。'
  return { to: shown(c, project, round.year), flash }
}

async function receive(c: Act & Request, input: forms.PaperInput, { project, round }: Opened) {
  await answering.enterPaperAnswer(c, round, input)
  return { to: shown(c, project, round.year), flash: '届いた回答を受け付けました。' }
}

const talkNotes = (round: Round) =>
  Object.fromEntries(
    Object.entries(round.talk_notes).map(([key, text]) => {
      const [phase, question] = key.split('.')
      return [`notes.p-${phase}.q-${question}`, text]
    }),
  )

export const routes = pages({
  [urls.list.pattern]: definePage({
    who: 'anyone',
    translated: true,
    published: (c) => queries.listPublishedEvaluations(c.db, c.city.id),
    guest: () => ({ own: [] }),
    load: async (c) => ({ own: rules.isHere(c.actor) ? await queries.listRounds(c.db, c.actor) : [] }),
    view: (props) => <EvaluationsPage {...props} />,
  }),
  [urls.new.pattern]: definePage({
    who: mayBegin,
    load: projectOf,
    view: verbs.BeginPage,
    form: forms.BeginForm,
    blank: ({ project }) => {
      const years = rules.yearsToEvaluate(project)
      return years.length === 0 ? {} : { year: fiscalYearLabel(Math.max(...years)) }
    },
    submit: async (c, input, { project }) => {
      const round = await answering.beginEvaluation(c, project, input.year)
      return { to: shown(c, project, round.year), flash: '評価を始めました。それぞれに、回答のお願いを送ります。' }
    },
  }),
  [urls.answer.pattern]: definePage({
    who: mayAnswer,
    load: answeringOf,
    view: AnswerPage,
    form: forms.AnswerForm,
    blank: ({ own, seat }) => ({ ...typedAnswers(own), seat: seat?.id }),
    submit: (c, input, data) => give(c, input, data),
    acts: {
      send: { form: forms.AnswerForm, submit: (c, input: forms.AnswerInput, data) => give(c, input, data) },
      save: {
        form: forms.AnswerForm,
        repeatable: true,
        submit: async (c, input: forms.AnswerInput, { project, round }) => {
          await answering.saveAnswer(c, round, input)
          const at = { city: c.city.slug, ref: projectRef(project), year: rules.yearInUrl(round.year) }
          return {
            to: urls.answer(at, { seat: input.seat || undefined }),
            flash: '書きかけを保存しました。まだ送られていません。',
          }
        },
      },
    },
  }),
  [urls.paperAnswer.pattern]: definePage({
    who: mayEnterPaper,
    load: roundOf,
    view: (props) => <PaperAnswerPage {...props} />,
    form: forms.PaperForm,
    blank: (_, c) => ({ channel: 'paper', seat: c.query.get('seat') ?? undefined }),
    submit: receive,
    acts: { send: { form: forms.PaperForm, submit: (c, input: forms.PaperInput, data) => receive(c, input, data) } },
  }),
  [urls.closing.pattern]: verb({
    who: mayClose,
    view: verbs.ClosingPage,
    form: forms.ClosingForm,
    act: (c, { round }, input) => answering.closeEvaluation(c, round, input.reason),
    done: '締め切って、回答を開きました。',
  }),
  [urls.extension.pattern]: verb({
    who: mayExtend,
    view: verbs.ExtensionPage,
    form: forms.ExtensionForm,
    act: (c, { round }, input) => answering.extendEvaluation(c, round, input),
    done: '期日を延ばしました。',
  }),
  [urls.jointTalk.pattern]: verb({
    who: mayTalk,
    view: TalkPage,
    form: forms.TalkForm,
    blank: ({ round }, c) => ({
      ...flatten({
        talked_on: plainDateLabel(round.talked_on ?? today(c.now)),
        people: round.talk_people || round.seats.map(({ name }) => name).join('、'),
        agreed: round.talk_agreed,
      }),
      ...talkNotes(round),
    }),
    revision: ({ round }) => String(round.revision),
    act: (c, { project, round }, input) => concluding.noteTalk(c, project, round, input),
    done: '話し合いの記録を保存しました。',
  }),
  [urls.decision.pattern]: definePage({
    who: mayDecide,
    load: deciding,
    view: (props) => <DecisionPage {...props} />,
    form: forms.DecisionForm,
    blank: (_, c) => ({ decided_on: plainDateLabel(today(c.now)) }),
    submit: async (c, input, { project, round }) => {
      const decided = await concluding.decideOn(c, project, round, input)
      return { to: projectPage(c, decided), flash: 'これからのことを記録しました。' }
    },
  }),
  [urls.consent.pattern]: verb({
    who: mayConsent,
    view: ConsentPage,
    form: forms.ConsentForm,
    act: (c, { round }) => concluding.consentToRelease(c, round),
    done: '公表に同意しました。',
  }),
  [urls.paperConsent.pattern]: verb({
    who: mayEnterConsent,
    view: PaperConsentPage,
    form: forms.PaperConsentForm,
    blank: (_, c) => ({ channel: 'paper', consented_on: plainDateLabel(today(c.now)) }),
    act: (c, { round }, input) => concluding.enterPaperConsent(c, round, input),
    done: '届いた同意を記録しました。',
  }),
  [urls.release.pattern]: verb({
    who: mayRelease,
    view: ReleasePage,
    form: forms.ReleaseForm,
    act: (c, { project, round }, input) => concluding.releaseEvaluation(c, project, round, input.note),
    done: '評価を公表しました。',
  }),
  [urls.retraction.pattern]: verb({
    who: mayRetract,
    view: RetractionPage,
    form: forms.RetractionForm,
    act: (c, { round }, input) => concluding.retractEvaluation(c, round, input.reason),
    done: '評価の公表をやめました。',
  }),
  [urls.show.pattern]: definePage({
    who: 'anyone',
    published: publishedRound,
    load: async (c) => {
      const own = c.actor.account_id ? await roundOf(c) : undefined
      return own || c.published ? { own: own ?? null } : undefined
    },
    guest: () => ({ own: null }),
    view: ({ frame, published, data }) =>
      data.own ? <RoundPage frame={frame} {...data.own} /> : <PublicRoundPage frame={frame} {...published!} />,
  }),
})

/** What was released of the evaluation of the address, or null. */
async function publishedRound(c: Reading) {
  const year = yearOf(c)
  const project = year === undefined ? undefined : await findPublishedProject(c.db, c.city.id, c.params.ref!)
  const found = project && (await queries.findPublishedEvaluation(c.db, c.city.id, project.id, year!))
  if (!found) return null
  const { public_copy: copy, published_at } = found
  const charter =
    (found.charter_id !== c.charter_id && (await getPublishedCharter(c.db, c.city.id, found.charter_id))) || c.charter
  return { project, charter, year: year!, copy, published_at }
}
