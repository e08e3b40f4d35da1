import type { z } from 'zod'
import type { Act, Actor } from '../../platform/actor.ts'
import { isId } from '../../platform/db/index.ts'
import { entriesOf } from '../../platform/record/index.ts'
import { Conflict, deny, Forbidden, type Ruling } from '../../platform/refusals.ts'
import { plainDateLabel, today } from '../../platform/time.ts'
import {
  definePage,
  type FormState,
  flatten,
  instantAsked,
  type Page,
  pages,
  type Reading,
  type Request,
  type Sent,
} from '../../platform/web/index.ts'
import { getPublishedCharter, programme, proposerRuling } from '../charters/index.ts'
import { isStaff, listChoosableParties, listDepartments } from '../parties/index.ts'
import { asTyped, listCalls, listPublishedCalls, problemsOf, receptionRuling } from '../programmes/index.ts'
import {
  decideProposal,
  declineProposal,
  offeredDecisions,
  resumeReview,
  withdrawProposal,
} from './actions/deciding.ts'
import { reviseProposal, saveDraft, startPaperProposal, startProposal, submitProposal } from './actions/drafts.ts'
import {
  acceptProposal,
  assignProposal,
  openTalks,
  returnProposal,
  sendToReview,
  writeMessage,
} from './actions/handling.ts'
import { releaseProposal, withholdProposal } from './actions/publishing.ts'
import * as forms from './forms.ts'
import { lifecycle, type ProposalVerb } from './lifecycle.ts'
import * as queries from './queries.ts'
import {
  canAssign,
  canRegisterOnPaper,
  canRelease,
  canWithhold,
  canWriteMessage,
  canWriteProposal,
  type Facts,
  momentRuling,
  numberLabel,
  rules,
  wrongMoment,
} from './rules.ts'
import { type Proposal, refOf } from './tables.ts'
import { urls } from './urls.ts'
import { type OwnLists, ProposalsPage } from './views/list.tsx'
import { PaperPage } from './views/paper.tsx'
import { ReceiptPage } from './views/receipt.tsx'
import { ProposalPage } from './views/show.tsx'
import * as verbs from './views/verbs.tsx'
import { EditPage, StartPage, SubmissionPage, type Writing } from './views/write.tsx'

/** What a writer needs beside it: what is missing, and whether it can be handed in now. */
async function writing(c: Reading): Promise<Writing | undefined> {
  const found = await queries.findSeen(c)
  if (!found) return undefined
  const { proposal, sheet, files, charter } = found
  ensureHere(c, proposal, canWriteProposal(c.actor, proposal))
  const counted: Record<string, number> = {}
  for (const { purpose } of files) counted[purpose] = (counted[purpose] ?? 0) + 1
  const reception = proposal.number === null ? await receptionOf(c, found) : true
  const eligible = proposerRuling(charter, proposal.programme, proposal.party_kind, proposal.track)
  return {
    ...found,
    problems: problemsOf(sheet, {
      title: proposal.title,
      theme: proposal.theme,
      contents: proposal.contents,
      files: counted,
    }),
    reception: because(eligible) ?? because(reception),
  }
}

const because = (ruling: Ruling) => (ruling === true ? undefined : ruling.because)

async function receptionOf(c: Reading, { proposal, charter }: queries.Seen): Promise<Ruling> {
  const found = programme(charter, proposal.programme)
  if (!found) return { because: 'この制度は、いまの指針にはありません。担当課にご相談ください。' }
  if (proposal.channel !== 'web') return true
  return receptionRuling(found, proposal.track, await listCalls(c.db, proposal.programme), c.now)
}

/** What can be done only while the proposal is in the right state is refused by saying what is the case. */
function ensureMoment(c: Request, { proposal, charter }: queries.Seen, ...possible: ProposalVerb[]): void {
  const fits = possible.find((verb) => lifecycle.canMove(proposal.state, verb))
  const { heading, says } = wrongMoment(charter, proposal, fits ?? possible[0]!)
  const moment = fits ? momentRuling(fits, proposal) : deny(says)
  if (moment !== true) throw new Conflict(moment.because, undefined, { heading, back: wayBack(c, proposal) })
}

/** Whoever may know of a proposal but may not do this is led back to it. */
function ensureHere(c: Request, proposal: Proposal, ruling: Ruling): void {
  if (ruling !== true) throw new Forbidden(ruling.because, { back: wayBack(c, proposal) })
}

const wayBack = (c: Request, proposal: Proposal) => ({ href: shown(c, proposal), label: '提案のページへ戻る' })

const shown = (c: Request, proposal: Proposal) => urls.show({ city: c.city.slug, ref: refOf(proposal) })
const startOf = (c: Request, proposal: Proposal) => urls.edit({ city: c.city.slug, ref: refOf(proposal) })

function blankOf({ proposal, sheet }: queries.Seen): FormState['values'] {
  return flatten({ title: proposal.title, theme: proposal.theme, answers: asTyped(sheet, proposal.contents) })
}

interface VerbSpec<Form extends z.ZodType> {
  who: (actor: Actor, proposal: Facts, now: Date) => Ruling
  verb?: ProposalVerb
  view: Page['view']
  form: Form
  blank?: (data: verbs.Handling, c: Request) => FormState['values']
  act: (c: Act, data: verbs.Handling, input: z.output<Form>) => Promise<Proposal>
  done: string
}

/** A verb's page: who may, whether it is the moment, what it asks, what it does. */
function verbPage<Form extends z.ZodType>(spec: VerbSpec<Form>): Page {
  return definePage({
    who: (actor: Actor, data: verbs.Handling, now: Date) => spec.who(actor, data.proposal, now),
    load: (c) => handling(c, spec),
    view: spec.view as never,
    form: spec.form,
    blank: (data, c) => spec.blank?.(data as verbs.Handling, c) ?? {},
    submit: async (c, input, data): Promise<Sent> => {
      const done = await spec.act(c, data as verbs.Handling, input as z.output<Form>)
      return { to: shown(c, done), flash: spec.done }
    },
  })
}

async function handling(
  c: Reading,
  spec: { who: VerbSpec<z.ZodType>['who']; verb?: ProposalVerb },
): Promise<verbs.Handling | undefined> {
  const found = await queries.findSeen(c)
  if (!found) return undefined
  ensureHere(c, found.proposal, spec.who(c.actor, found.proposal, c.now))
  if (spec.verb) ensureMoment(c, found, spec.verb)
  const departments = await listDepartments(c.db)
  const messages = await queries.listMessages(c.db, found.proposal.id)
  return { ...found, departments, messages, offered: offeredDecisions(found.charter, found.proposal.programme) }
}

async function lists(c: Reading): Promise<OwnLists | null> {
  if (!c.actor.account_id) return null
  const own = await queries.listOwnProposals(c.db, c.actor)
  if (!isStaff(c.actor)) return { own }
  const filter: queries.IncomingFilter = {
    states: c.query.getAll('state').filter((one): one is Proposal['state'] => one in lifecycle.states),
    words: c.query.get('q')?.trim().slice(0, 100) || undefined,
    after: keyFrom(c.query.get('after')),
  }
  return {
    own,
    incoming: {
      filter,
      rows: await queries.listIncoming(c.db, c.actor, filter),
      counts: await queries.countIncoming(c.db, c.actor),
    },
  }
}

function keyFrom(text: string | null): { at: Date; id: string } | undefined {
  const [time, id] = text?.split('_') ?? []
  const at = instantAsked(time)
  return at && id && isId(id) ? { at, id } : undefined
}

const released = new Set(['adopted', 'conditionally_adopted', 'not_adopted'])

export const routes = pages({
  [urls.list.pattern]: definePage({
    who: 'anyone',
    published: async (c) => {
      const decision = c.query.get('decision') ?? ''
      const filter = { decision: released.has(decision) ? decision : undefined, after: keyFrom(c.query.get('from')) }
      return { filter, rows: await queries.listPublishedProposals(c.db, c.city.id, filter) }
    },
    load: lists,
    guest: () => null,
    view: ProposalsPage,
  }),
  [urls.new.pattern]: definePage({
    who: 'signed-in',
    load: async (c) => ({ calls: await listPublishedCalls(c.db, c.city.id) }),
    view: StartPage,
    form: forms.StartForm,
    blank: (_, c) => ({ to: choiceAsked(c) }),
    submit: async (c, input) => {
      const draft = await startProposal(c, c, input)
      return { to: startOf(c, draft), flash: '下書きをつくりました。書いた内容は、そのつど保存できます。' }
    },
  }),
  [urls.newFromPaper.pattern]: definePage({
    who: (actor) => canRegisterOnPaper(actor),
    load: async (c) => {
      const groups = (await listChoosableParties(c.db, c.actor)).filter((one) => !one.is_city)
      return { calls: await listPublishedCalls(c.db, c.city.id), groups }
    },
    view: PaperPage,
    form: forms.PaperForm,
    blank: (_, c) => ({ to: choiceAsked(c), received_on: plainDateLabel(today(c.now)), channel: 'paper' }),
    submit: async (c, input) => {
      const draft = await startPaperProposal(c, c, input)
      return {
        to: startOf(c, draft),
        flash: `${draft.party_name}の下書きをつくりました。書面の内容を書き写してください。`,
      }
    },
  }),
  [urls.show.pattern]: definePage({
    who: 'anyone',
    published: async (c) => {
      const row = await queries.findPublishedProposal(c.db, c.city.id, c.params.ref!)
      return row
        ? {
            row,
            charter:
              row.charter_id === c.charter_id ? c.charter : await getPublishedCharter(c.db, c.city.id, row.charter_id),
          }
        : null
    },
    load: async (c) => {
      const found = c.actor.account_id ? await queries.findSeen(c) : undefined
      if (!found) return c.published ? { inside: null } : undefined
      const { proposal } = found
      const messages = await queries.listMessages(c.db, proposal.id)
      const entries = await entriesOf(c.db, [{ kind: 'proposal', id: proposal.id }])
      const versions = await queries.listVersions(c.db, proposal.id)
      return { inside: { ...found, messages, entries, versions } }
    },
    guest: () => ({ inside: null }),
    view: ProposalPage,
  }),
  [urls.edit.pattern]: definePage({
    who: (actor, { proposal }) => canWriteProposal(actor, proposal),
    load: async (c) => {
      const found = await writing(c)
      if (found) ensureMoment(c, found, 'submit', 'revise')
      return found
    },
    view: EditPage,
    form: forms.DraftForm,
    blank: (data) => blankOf(data),
    revision: ({ proposal }) => String(proposal.revision),
    submit: async (c, input, data) => {
      const ref = { city: c.city.slug, ref: refOf(data.proposal) }
      if (data.proposal.state === 'in_talks') {
        await reviseProposal(c, data.proposal, data, input)
        return { to: urls.show(ref), flash: '内容を改めました。改める前の文章も残っています。' }
      }
      await saveDraft(c, data.proposal, data, input)
      return urls.submission(ref)
    },
    acts: {
      save: {
        form: forms.DraftForm,
        repeatable: true,
        submit: async (c, input: forms.DraftInput, data) => {
          const saved = await saveDraft(c, data.proposal, data, input)
          return { to: startOf(c, saved), flash: '下書きを保存しました。', revision: String(saved.revision) }
        },
      },
    },
  }),
  [urls.submission.pattern]: definePage({
    who: (actor, { proposal }) => canWriteProposal(actor, proposal),
    load: async (c) => {
      const found = await writing(c)
      if (found) ensureMoment(c, found, 'submit')
      return found
    },
    view: SubmissionPage,
    form: forms.SubmissionForm,
    blank: ({ proposal }) => flatten({ received_on: proposal.received_on && plainDateLabel(proposal.received_on) }),
    revision: ({ proposal }) => String(proposal.revision),
    submit: async (c, input, data) => {
      const done = await submitProposal(c, data.proposal, data, input)
      return {
        to: urls.receipt({ city: c.city.slug, ref: refOf(done) }),
        flash: `受け付けました。受付番号は ${numberLabel(data.charter, done)} です。`,
      }
    },
  }),
  [urls.receipt.pattern]: definePage({
    who: 'signed-in',
    load: async (c) => {
      const found = await queries.findSeen(c)
      return found?.proposal.submitted_at ? found : undefined
    },
    view: ReceiptPage,
  }),
  [urls.acceptance.pattern]: verbPage({
    who: rules.accept,
    verb: 'accept',
    view: verbs.AcceptancePage,
    form: forms.AcceptanceForm,
    blank: ({ proposal }) => flatten({ department_id: proposal.department_id }),
    act: (c, { proposal }, input) => acceptProposal(c, proposal, input),
    done: '提案を受理しました。',
  }),
  [urls.department.pattern]: verbPage({
    who: canAssign,
    view: verbs.DepartmentPage,
    form: forms.DepartmentForm,
    blank: ({ proposal }) => flatten({ department_id: proposal.department_id }),
    act: (c, { proposal }, input) => assignProposal(c, proposal, input),
    done: '担当課を決めました。',
  }),
  [urls.correction.pattern]: verbPage({
    who: rules.return,
    verb: 'return',
    view: verbs.CorrectionPage,
    form: forms.CorrectionForm,
    act: (c, { proposal }, input) => returnProposal(c, proposal, input),
    done: '団体に補正を求めました。',
  }),
  [urls.talks.pattern]: verbPage({
    who: rules.openTalks,
    verb: 'openTalks',
    view: verbs.TalksPage,
    form: forms.TalksForm,
    act: (c, { proposal }, input) => openTalks(c, proposal, input),
    done: '話し合いを始めました。',
  }),
  [urls.review.pattern]: verbPage({
    who: rules.review,
    verb: 'review',
    view: verbs.ReviewPage,
    form: forms.ReviewForm,
    act: (c, { proposal }) => sendToReview(c, proposal),
    done: '審査に回しました。',
  }),
  [urls.decision.pattern]: verbPage({
    who: rules.decide,
    verb: 'decide',
    view: verbs.DecisionPage,
    form: forms.DecisionForm,
    blank: (_, c) => ({ decided_on: plainDateLabel(today(c.now)) }),
    act: (c, { proposal, charter }, input) => decideProposal(c, proposal, charter, input),
    done: '決定しました。通知書ができています。',
  }),
  [urls.resumption.pattern]: verbPage({
    who: rules.resume,
    verb: 'resume',
    view: verbs.ResumptionPage,
    form: forms.ReviewForm,
    act: (c, { proposal }) => resumeReview(c, proposal),
    done: '審査を再開しました。',
  }),
  [urls.release.pattern]: verbPage({
    who: (actor, proposal, now) => canRelease(actor, proposal, today(now)),
    view: verbs.ReleasePage,
    form: forms.ReleaseForm,
    blank: (data) => ({ summary: data.proposal.public_summary, keys: verbs.releasable(data).map(({ key }) => key) }),
    act: (c, { proposal, charter }, input) => releaseProposal(c, proposal, charter, input),
    done: '公表しました。',
  }),
  [urls.withholding.pattern]: verbPage({
    who: canWithhold,
    view: verbs.WithholdingPage,
    form: forms.WithholdingForm,
    act: (c, { proposal }, input) => withholdProposal(c, proposal, input),
    done: '公表を取りやめました。',
  }),
  [urls.withdrawal.pattern]: verbPage({
    who: rules.withdraw,
    verb: 'withdraw',
    view: verbs.WithdrawalPage,
    form: forms.WithdrawalForm,
    act: (c, { proposal }, input) => withdrawProposal(c, proposal, input),
    done: '取り下げました。書いた内容は残っています。',
  }),
  [urls.refusal.pattern]: verbPage({
    who: rules.decline,
    verb: 'decline',
    view: verbs.RefusalPage,
    form: forms.RefusalForm,
    act: (c, { proposal, charter }, input) => declineProposal(c, proposal, charter, input),
    done: '辞退を受け付けました。',
  }),
  [urls.messages.pattern]: verbPage({
    who: canWriteMessage,
    view: verbs.MessagesPage,
    form: forms.MessageForm,
    blank: () => ({ side: 'city' }),
    act: async (c, { proposal }, input) => {
      await writeMessage(c, proposal, input)
      return proposal
    },
    done: 'メッセージを送りました。',
  }),
})

/** The programme that the link named, as the choice of the form. */
function choiceAsked(c: Request): string | undefined {
  const found = programme(c.charter, c.query.get('programme') ?? '')
  const track = c.query.get('track') ?? (found?.tracks.length === 1 ? found.tracks[0]!.key : undefined)
  return found && track ? `${found.key}/${track}` : undefined
}
