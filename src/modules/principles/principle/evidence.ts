import { daysBetween, fiscalYearLabel, plainDateLabel, today } from '../../../platform/time/index.ts'
import type { Principle as Drawn } from '../../../ui/index.ts'
import { type Charter, type Principle, principleEvidence, word } from '../../charters/index.ts'
import { type Dossier, isWholeTarget, sidesOf } from '../../projects/index.ts'
import { talksOf } from './talks.ts'

type EvidenceKey = Principle['evidence'][number]

export type Met = Drawn['met']

/** The result for one kind of evidence: degree, sentence, and the places that show it. */
export interface Shown {
  met: Met
  because: string
  at: Where[]
}

export type Where =
  | 'proposal'
  | 'agreement'
  | 'roles'
  | 'targets'
  | 'reports'
  | 'money'
  | 'decision'
  | `evaluation-${number}`

export type Evident = Pick<
  Dossier,
  | 'purpose'
  | 'beneficiaries'
  | 'parties'
  | 'targets'
  | 'reports'
  | 'evaluations'
  | 'facts'
  | 'proposal'
  | 'agreement'
  | 'starts_on'
  | 'ends_on'
  | 'started_on'
  | 'sunset_on'
  | 'decision'
  | 'decided_on'
  | 'published_at'
>

type Evaluation = Evident['evaluations'][number]

/** One principle of the charter with what the record shows; where nothing can show it, the question that is asked instead. */
export interface Judged {
  principle: Principle
  met: Met | 'asked' | 'believed'
  shown: (Shown & { key: EvidenceKey })[]
  question?: string
}

/** Judges every principle of the charter by the record alone; nobody ticks a box. */
export function judge(charter: Charter, project: Evident): Judged[] {
  return principleEvidence(charter).map(({ principle, evidence, question }) => {
    const shown = evidence.map((key) => ({ key, ...evidenceOf[key](project, charter) }))
    if (shown.length === 0) return { principle, met: question ? 'asked' : 'believed', shown, question: question?.ja }
    return { principle, met: combined(shown), shown, question: question?.ja }
  })
}

function combined(shown: Shown[]): Met {
  if (shown.every(({ met }) => met === 'met')) return 'met'
  return shown.every(({ met }) => met === 'not-yet') ? 'not-yet' : 'partly'
}

const met = (because: string, ...at: Where[]): Shown => ({ met: 'met', because, at })

const partly = (because: string, ...at: Where[]): Shown => ({ met: 'partly', because, at })

const notYet = (because: string, ...at: Where[]): Shown => ({ met: 'not-yet', because, at })

/** Returns the agreement once every party has signed it. */
const signedBy = ({ facts: { agreement } }: Evident) =>
  agreement && agreement.parties > 1 && agreement.signed === agreement.parties ? agreement : undefined

const latest = ({ evaluations }: Evident): Evaluation | undefined => evaluations.at(-1)

const allAnswered = (one: Evaluation | undefined) => Boolean(one?.opened_on && one.answered === one.awaited)

/** For each kind of evidence: its requirement, and the sentence for each result. */
export const evidenceOf: Record<EvidenceKey, (project: Evident, charter: Charter) => Shown> = {
  'shared-purpose': (project, charter) => {
    const signed = signedBy(project)
    const name = word(charter, 'agreement')
    if (signed?.purpose && signed.targets > 0)
      return met(
        `共通の目的と、指標・値・期日のそろった目標${signed.targets}件に、全員が署名しています。`,
        'agreement',
        'targets',
      )
    const targets = project.targets.filter(isWholeTarget).length
    if (project.purpose && targets > 0)
      return partly(`目的と目標${targets}件は書かれていますが、全員が署名した${name}はまだありません。`, 'targets')
    if (project.purpose) return partly('目的は書かれています。指標・値・期日のそろった目標は、まだありません。')
    return notYet('共通の目的と目標が、まだ書かれていません。')
  },
  'role-division': (project) => {
    const sides = sidesOf(project.parties)
    const all = sides.length
    const named = sides.filter((side) => side.some(({ does }) => does !== '')).length
    const signed = signedBy(project)
    if (signed && signed.roles === signed.parties)
      return met('すべての主体が載った役割の表に、全員が署名しています。', 'agreement', 'roles')
    if (named === all && all > 0)
      return partly(`${all}者すべての役割が書かれています。署名はまだそろっていません。`, 'roles')
    if (named > 0) return partly(`${all}者のうち${named}者の役割が書かれています。`, 'roles')
    return notYet('だれが何をするかが、まだ書かれていません。')
  },
  equality: (project) => {
    const signed = signedBy(project)
    const evaluated = project.evaluations.find(allAnswered)
    if (signed && evaluated)
      return met(
        '全員が同じ文面に署名し、全員が、たがいの回答を見ずに評価しました。',
        'agreement',
        `evaluation-${evaluated.year}`,
      )
    if (signed) return partly('全員が同じ文面に署名しています。評価はこれからです。', 'agreement')
    if (evaluated) return partly('全員が、たがいの回答を見ずに評価しました。', `evaluation-${evaluated.year}`)
    return notYet('全員の署名も、全員の評価も、まだありません。')
  },
  openness: (project) => {
    if (!project.published_at) return notYet('この事業のページは、まだ公開されていません。')
    const hidden = unpublished(project)
    const reports = project.reports.filter(({ withheld }) => !withheld)
    if (hidden.length > 0) return partly(`ページは公開されています。${hidden.join('、')}は、まだ公表されていません。`)
    if (reports.length === 0) return partly('ページは公開されています。活動の報告は、まだありません。')
    const days = reports.map((one) => daysBetween(one.held_on, today(new Date(one.reported_at))))
    const usual = days.sort((a, b) => a - b)[Math.floor(days.length / 2)] ?? 0
    return met(
      `ページと、活動の報告${reports.length}件が公開されています。行ってから報告まで、ふつう${Math.max(0, usual)}日です。`,
      'reports',
    )
  },
  talks: (project, charter) => {
    const talks = talksOf(project)
    const both = talks.filter(({ bothSides }) => bothSides)
    const times = both.reduce((sum, { count }) => sum + count, 0)
    const at = [...new Set(talks.map(({ at }) => at))]
    const early = both.filter(({ before }) => before)
    const thread = early.find(({ at }) => at === 'proposal')
    if (thread)
      return met(`決める前に、${plainDateLabel(thread.on)}から双方で${thread.count}回のやりとりをしました。`, ...at)
    if (early.length > 0) return met(`始める前に、双方が出た話し合いを${early.length}回しました。`, ...at)
    if (both.some(({ at }) => at === 'reports'))
      return partly(`始めてから、双方が出た話し合いを${times}回しました。始める前の記録は、まだありません。`, ...at)
    if (both.length > 0)
      return partly(
        `${charter.evaluation.jointTalk.label.ja}をしました。始める前の話し合いの記録は、まだありません。`,
        ...at,
      )
    if (talks.length > 0) return partly('一方からの発言だけが残っています。', ...at)
    return notYet('主体どうしの話し合いの記録が、まだありません。')
  },
  independence: ({ parties }) => {
    const sides = sidesOf(parties)
    const gives = ({ brings, money_yen }: Evident['parties'][number]) => brings !== '' || (money_yen ?? 0) > 0
    const named = sides.filter((side) => side.some(gives)).length
    const total = parties.reduce((sum, { money_yen }) => sum + (money_yen ?? 0), 0)
    const city = parties.filter(({ is_city }) => is_city).reduce((sum, { money_yen }) => sum + (money_yen ?? 0), 0)
    const share =
      total > 0
        ? `お金の割合は、市${Math.round((city / total) * 100)}％、ほか${100 - Math.round((city / total) * 100)}％です。`
        : ''
    if (named === sides.length && named > 0)
      return met(`${named}者すべてが持ち寄るものが書かれています。${share}`, 'roles')
    if (named > 0) return partly(`${sides.length}者のうち${named}者の持ち寄るものが書かれています。${share}`, 'roles')
    return notYet('それぞれが何を持ち寄るかが、まだ書かれていません。')
  },
  evaluation: (project, charter) => {
    const last = latest(project)
    const name = word(charter, 'evaluation')
    if (!last?.opened_on)
      return notYet(
        last ? `${fiscalYearLabel(last.year)}の${name}が、いま行われています。` : `${name}は、まだ行われていません。`,
      )
    const where = `evaluation-${last.year}` as const
    const talk = charter.evaluation.jointTalk.label.ja
    if (!allAnswered(last))
      return partly(`${last.awaited}者のうち${last.answered}者が、期日までに評価しました。`, where)
    if (!last.talked_on) return partly(`全員の評価がそろいました。${talk}は、これからです。`, where)
    return met(`全員が評価し、${plainDateLabel(last.talked_on)}に${talk}をしました。`, where)
  },
  'time-limit': ({ starts_on, ends_on, sunset_on, decision, decided_on }) => {
    const looked = sunset_on ?? ends_on
    if (!starts_on || !looked) return notYet('期間と見直しの日が、まだ決まっていません。')
    if (decision && decided_on)
      return met(`期間を決めて行い、${plainDateLabel(decided_on)}に、これからを決めました。`, 'decision')
    return partly(`${plainDateLabel(looked)}までに、続けるかどうかを見直すことが決まっています。`)
  },
  'public-benefit': ({ facts, beneficiaries }) => {
    if (facts.proposal?.accepted && beneficiaries)
      return met(`対象になることを受理のときに確かめました。${beneficiaries}のための事業です。`, 'proposal')
    if (beneficiaries) return partly(`${beneficiaries}のための事業です。`)
    if (facts.proposal?.accepted)
      return partly(
        '対象になることを受理のときに確かめました。だれのための事業かは、まだ書かれていません。',
        'proposal',
      )
    return notYet('だれのための事業かが、まだ書かれていません。')
  },
}

function unpublished(project: Evident): string[] {
  const { facts, proposal, agreement, evaluations } = project
  const closed = evaluations.filter(({ opened_on, published_on }) => opened_on && !published_on)
  return [
    facts.proposal?.decided_on && !proposal ? '提案の結果' : '',
    facts.agreement?.in_force_on && !agreement ? '取り決め' : '',
    ...closed.map(({ year }) => `${fiscalYearLabel(year)}の評価`),
  ].filter(Boolean)
}
