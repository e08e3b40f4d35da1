import { event, publicEvent } from '../../platform/record/event.ts'
import { preparationEvents } from '../../platform/web/action/index.ts'
import type { Changed } from '../../platform/web/index.ts'
import { budget, decision, pastDecisions, settlement } from './attested.ts'
import type { Decision } from './project/decision.ts'

const parties = 'parties'

type None = Record<never, never>

interface On {
  on: string
}

interface Titled {
  title: string
}

interface OfReport extends Titled {
  report: string
}

interface OfMilestone extends Titled {
  milestone: string
  on: string | null
}

const reasoned = (because: string | undefined) => (because ? `（理由　${because}）` : '')

const after = (title: string | undefined) => (title ? `：${title}` : '')

/** What was changed: each field with its words before and after, for the parties and the city. */
interface Changes {
  changes?: Changed[]
}

export const entered = publicEvent<None, Titled & Changes>('project.entered', () => '事業を登録しました', {
  inTimeline: true,
  attests: [budget, settlement],
})

export const renewed = publicEvent<None, { next: string }>('project.renewed', () => '次の年度の事業をつくりました', {
  inTimeline: true,
})

export const agreementJoined = publicEvent<None, { agreement: string }>(
  'project.agreement-joined',
  () => '署名のすんだ取り決めを、この事業のもとにしました',
  { inTimeline: true },
)

export const revised = event<{ parties: (string | null)[] } & Changes>('project.revised', {
  audience: parties,
  says: () => '登録の内容を改めました',
  attests: [budget, settlement],
})

export const shareEntered = event<{ party: string; received_on: string } & Changes>('project.share-entered', {
  audience: parties,
  says: ({ party }) => `「${party ?? '…'}」から書面で届いた役割と金額を書き入れました`,
  attests: [budget],
})

export const started = publicEvent<On>('project.started', () => '事業を始めました')

export const reported = event<OfReport & On>('project.reported', {
  audience: parties,
  says: ({ title }) => `活動を報告しました${after(title)}`,
})

export const talked = event<OfReport & On>('project.talked', {
  audience: parties,
  says: ({ title }) => `話し合いの記録を残しました${after(title)}`,
})

export const reportWithheld = event<OfReport & { withheld: boolean }>('project.report-withheld', {
  audience: parties,
  says: ({ title, withheld }) => `報告を${withheld ? '公開から外しました' : 'また公開しました'}${after(title)}`,
})

export const reportRevised = event<OfReport & Changes>('project.report-revised', {
  audience: parties,
  says: ({ title }) => `報告を直しました${after(title)}`,
})

export const targetsSet = publicEvent<None, { count: number } & Changes>(
  'project.targets-set',
  () => '目標と結果を書きました',
)

export const milestoneSet = publicEvent<OfMilestone, Changes>(
  'project.milestone-set',
  ({ title }) => `予定を加えました${after(title)}`,
)

export const milestoneReached = publicEvent<OfMilestone, Changes>(
  'project.milestone-reached',
  ({ title }) => `予定を済ませました${after(title)}`,
)

export const stepDone = event<{ step: string } & On & Changes>('project.step-done', {
  audience: parties,
  says: ({ step }) => `「${step ?? '…'}」を行いました`,
})

export const finished = publicEvent<On, Changes>('project.finished', () => '活動を終えました', {
  attests: [settlement],
})

export const evaluated = publicEvent<On & { year: number }>('project.evaluated', () => '評価が出そろいました')

export const decided = publicEvent<On & { decision: Decision }, { reason: string }>(
  'project.decided',
  () => 'これからのことが決まりました',
  { attests: [decision] },
)

export const decisionCorrected = publicEvent<On & { decision: Decision; because: string }, { reason: string }>(
  'project.decision-corrected',
  ({ because }) => `これからのことの決定を訂正しました${reasoned(because)}`,
  { attests: [decision, pastDecisions] },
)

export const decisionAnnulled = publicEvent<On & { because: string }, { reason: string }>(
  'project.decision-annulled',
  ({ because }) => `これからのことの決定を取り消しました${reasoned(because)}`,
  { attests: [decision, pastDecisions] },
)

export const stopped = publicEvent<On>('project.stopped', () => '途中で終えることが決まりました', {
  inTimeline: true,
  attests: [decision],
})

export const released = publicEvent<None, Titled>('project.released', () => '事業のページを公開しました')

export const retracted = event<{ reason: string }>('project.retracted', {
  audience: parties,
  says: () => '事業のページの公開をやめました',
})

export const { prepared, dismissed, voided } = preparationEvents('project')

export const events = [
  prepared,
  dismissed,
  voided,
  entered,
  renewed,
  agreementJoined,
  revised,
  shareEntered,
  started,
  reported,
  talked,
  reportRevised,
  reportWithheld,
  targetsSet,
  milestoneSet,
  milestoneReached,
  stepDone,
  finished,
  evaluated,
  decided,
  decisionCorrected,
  decisionAnnulled,
  stopped,
  released,
  retracted,
] as const
