import type { z } from 'zod'
import type { Act, Actor } from '../../../platform/actor.ts'
import type { Rule, Ruling } from '../../../platform/ruling.ts'
import { plainDateLabel, today } from '../../../platform/time/index.ts'
import {
  askWho,
  definePage,
  type FormState,
  flatten,
  type Page,
  pages,
  type Reading,
  type Request,
  type Sent,
} from '../../../platform/web/index.ts'
import { listDepartments } from '../../parties/index.ts'
import {
  decideProposal,
  declineProposal,
  offeredDecisions,
  resumeReview,
  withdrawProposal,
} from '../actions/deciding.ts'
import {
  acceptProposal,
  assignProposal,
  openTalks,
  returnProposal,
  sendToReview,
  writeMessage,
} from '../actions/handling.ts'
import { releaseProposal, withholdProposal } from '../actions/publishing.ts'
import * as forms from '../forms.ts'
import type { ProposalVerb } from '../lifecycle.ts'
import { findSeen } from '../queries/one.ts'
import { listMessages } from '../queries/talks.ts'
import { type Facts, mayAssign, mayRelease, mayWithhold, mayWriteMessage, rules } from '../rules.ts'
import type { Proposal } from '../tables.ts'
import { urls } from '../urls.ts'
import { DecisionPage, ReleasePage, ResumptionPage, releasable, WithholdingPage } from '../views/deciding.tsx'
import { AcceptancePage, CorrectionPage, DepartmentPage, ReviewPage, TalksPage } from '../views/handling.tsx'
import { RefusalPage, WithdrawalPage } from '../views/leaving.tsx'
import { MessagesPage } from '../views/talks.tsx'
import type { Handling } from '../views/verb.tsx'
import { ensureHere, ensureMoment, shown } from './moment.ts'

interface VerbSpec<Form extends z.ZodType> {
  who: Rule<[actor: Actor, proposal: Facts]> | ((actor: Actor, proposal: Facts, now: Date) => Ruling)
  verb?: ProposalVerb
  view: Page['view']
  form: Form
  blank?: (data: Handling, c: Request) => FormState['values']
  act: (c: Act, data: Handling, input: z.output<Form>) => Promise<Proposal>
  done: string
}

/** A verb's page: who may, whether it is the moment, what it asks, what it does. */
function verbPage<Form extends z.ZodType>(spec: VerbSpec<Form>): Page {
  return definePage({
    who: (actor: Actor, data: Handling, now: Date) => askWho(spec.who, actor, data.proposal, now),
    load: (c) => handling(c, spec),
    view: spec.view as never,
    form: spec.form,
    blank: (data, c) => spec.blank?.(data as Handling, c) ?? {},
    submit: async (c, input, data): Promise<Sent> => {
      const done = await spec.act(c, data as Handling, input as z.output<Form>)
      return { to: shown(c, done), flash: spec.done }
    },
  })
}

async function handling(
  c: Reading,
  spec: { who: VerbSpec<z.ZodType>['who']; verb?: ProposalVerb },
): Promise<Handling | undefined> {
  const found = await findSeen(c)
  if (!found) return undefined
  ensureHere(c, found.proposal, askWho(spec.who, c.actor, found.proposal, c.now))
  if (spec.verb) ensureMoment(c, found, spec.verb)
  const departments = await listDepartments(c.db)
  const messages = await listMessages(c.db, found.proposal.id)
  return { ...found, departments, messages, offered: offeredDecisions(found.charter, found.proposal.programme) }
}

/** What the city and the group do with a proposal, a page for each. */
export const verbPages = pages({
  [urls.acceptance.pattern]: verbPage({
    who: rules.accept,
    verb: 'accept',
    view: AcceptancePage,
    form: forms.AcceptanceForm,
    blank: ({ proposal }) => flatten({ department_id: proposal.department_id }),
    act: (c, { proposal }, input) => acceptProposal(c, proposal, input),
    done: '提案を受理しました。',
  }),
  [urls.department.pattern]: verbPage({
    who: mayAssign,
    view: DepartmentPage,
    form: forms.DepartmentForm,
    blank: ({ proposal }) => flatten({ department_id: proposal.department_id }),
    act: (c, { proposal }, input) => assignProposal(c, proposal, input),
    done: '担当課を決めました。',
  }),
  [urls.correction.pattern]: verbPage({
    who: rules.return,
    verb: 'return',
    view: CorrectionPage,
    form: forms.CorrectionForm,
    act: (c, { proposal }, input) => returnProposal(c, proposal, input),
    done: '団体に補正を求めました。',
  }),
  [urls.talks.pattern]: verbPage({
    who: rules.openTalks,
    verb: 'openTalks',
    view: TalksPage,
    form: forms.TalksForm,
    act: (c, { proposal }, input) => openTalks(c, proposal, input),
    done: '話し合いを始めました。',
  }),
  [urls.review.pattern]: verbPage({
    who: rules.review,
    verb: 'review',
    view: ReviewPage,
    form: forms.ReviewForm,
    act: (c, { proposal }) => sendToReview(c, proposal),
    done: '審査に回しました。',
  }),
  [urls.decision.pattern]: verbPage({
    who: rules.decide,
    verb: 'decide',
    view: DecisionPage,
    form: forms.DecisionForm,
    blank: (_, c) => ({ decided_on: plainDateLabel(today(c.now)) }),
    act: (c, { proposal, charter }, input) => decideProposal(c, proposal, charter, input),
    done: '決定しました。通知書ができています。',
  }),
  [urls.resumption.pattern]: verbPage({
    who: rules.resume,
    verb: 'resume',
    view: ResumptionPage,
    form: forms.ReviewForm,
    act: (c, { proposal }) => resumeReview(c, proposal),
    done: '審査を再開しました。',
  }),
  [urls.release.pattern]: verbPage({
    who: (actor, proposal, now) => mayRelease.why(actor, proposal, today(now)),
    view: ReleasePage,
    form: forms.ReleaseForm,
    blank: (data) => ({ summary: data.proposal.public_summary, keys: releasable(data).map(({ key }) => key) }),
    act: (c, { proposal, charter }, input) => releaseProposal(c, proposal, charter, input),
    done: '公表しました。',
  }),
  [urls.withholding.pattern]: verbPage({
    who: mayWithhold,
    view: WithholdingPage,
    form: forms.WithholdingForm,
    act: (c, { proposal }, input) => withholdProposal(c, proposal, input),
    done: '公表を取りやめました。',
  }),
  [urls.withdrawal.pattern]: verbPage({
    who: rules.withdraw,
    verb: 'withdraw',
    view: WithdrawalPage,
    form: forms.WithdrawalForm,
    act: (c, { proposal }, input) => withdrawProposal(c, proposal, input),
    done: '取り下げました。書いた内容は残っています。',
  }),
  [urls.refusal.pattern]: verbPage({
    who: rules.decline,
    verb: 'decline',
    view: RefusalPage,
    form: forms.RefusalForm,
    act: (c, { proposal, charter }, input) => declineProposal(c, proposal, charter, input),
    done: '辞退を受け付けました。',
  }),
  [urls.messages.pattern]: verbPage({
    who: mayWriteMessage,
    view: MessagesPage,
    form: forms.MessageForm,
    blank: () => ({ side: 'city' }),
    act: async (c, { proposal }, input) => {
      await writeMessage(c, proposal, input)
      return proposal
    },
    done: 'メッセージを送りました。',
  }),
})
