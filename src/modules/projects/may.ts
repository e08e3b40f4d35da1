import type { Actor } from '../../platform/actor.ts'
import { allow, deny, notNow, rule } from '../../platform/ruling.ts'
import { allowsWithoutCity, type Charter, word } from '../charters/index.ts'
import { isOfficerOf, isSection, isStaff, writableParties } from '../parties/index.ts'
import { lifecycle } from './lifecycle.ts'
import { type Decision, goesOn, isDecidedUpon, yearsToEvaluate } from './project/decision.ts'
import { canSeeProject, type Facts, type Inside, type ReportShown, writesFor } from './project/project.ts'
import { hasShare, type Share } from './project/share.ts'

type ReportBy = Pick<ReportShown, 'by_party_id'>

const scope = 'scope.patterns'

/** Staff enter a project; groups enter it where the charter allows collaboration without the city. */
export const mayEnterProject = rule((actor: Actor, { charter }: { charter: Charter }) => {
  if (isStaff(actor, 'section', 'department')) return allow()
  if (writableParties(actor).length === 0)
    return deny('事業を登録できるのは、市の担当課の職員と、団体の代表者・事務担当の方です。')
  if (allowsWithoutCity(charter)) return allow(scope)
  return deny(
    `${word(charter, 'charter')}では、市の加わらない組み合わせを協働の事業としていません。事業の登録は担当課が行いますので、ご相談ください。`,
    scope,
  )
})

/** A group may enter only projects of its own without the city. */
export const mayEnterFor = rule((actor: Actor, parties: readonly { party_id: string; is_city: boolean }[]) => {
  if (isStaff(actor, 'section', 'department')) return allow()
  if (parties.some(({ is_city }) => is_city))
    return deny('市の加わる事業は、担当課が登録します。担当課にご相談ください。')
  if (parties.some((party) => writesFor(actor, party))) return allow()
  return deny('ご自分の団体を、取り組む団体の一つに入れてください。')
})

type Saying = Facts['parties'][number] & Partial<Share> & { name?: string | null }

/**
 * The city takes out no group that has said what it does. A group removes only itself; on a published page it adds nobody,
 * because the city checks a party first.
 */
export const mayChangeParties = rule((actor: Actor, before: Facts, after: Facts['parties']) => {
  const among = (parties: Facts['parties']) => new Set(parties.map(({ party_id }) => party_id))
  const [were, are] = [among(before.parties), among(after)]
  if (isStaff(actor, 'section', 'department')) {
    const gone: Saying | undefined = before.parties.find(
      (party: Saying) => !are.has(party.party_id) && !party.is_city && hasShare(party) && !writesFor(actor, party),
    )
    if (!gone) return allow()
    return deny(
      `「${gone.name ?? ''}」は、この事業での役割を書いています。市が外すことはできません。団体がご自分で外すか、抜けるという書面が届いてから、「書面で届いた役割と金額を入力する」で役割を空にしてください。`,
    )
  }
  const added = after.filter(({ party_id }) => !were.has(party_id))
  if (added.some(({ is_city }) => is_city))
    return deny('市の加わる事業は、担当課が登録します。担当課にご相談ください。')
  if (added.length > 0 && before.published_at)
    return deny('公開している事業に団体を加えるときは、担当課にご連絡ください。担当課が登録します。')
  if (before.parties.some((party) => !are.has(party.party_id) && !writesFor(actor, party)))
    return deny('ほかの団体を、この事業から外すことはできません。担当課にご相談ください。')
  return allow()
})

/**
 * What a party does, brings and pays is said by itself: by its writers, and for the city by the section or, of the city as a
 * whole, by the department in charge.
 */
export const mayWriteShare = rule(
  (
    actor: Actor,
    { department_id }: Pick<Facts, 'department_id'>,
    party: Facts['parties'][number] & { name: string | null; unit: string },
  ) => {
    if (writesFor(actor, party)) return allow()
    if (party.is_city && (isSection(actor) || (party.unit === 'city' && isOfficerOf(actor, department_id))))
      return allow()
    const who = party.is_city ? 'その課の職員と、協働の担当課' : 'その代表者・事務担当の方'
    return deny(`「${party.name ?? ''}」の役割と金額を書けるのは、${who}だけです。`)
  },
)

/** What a signed agreement says of roles, money and term is changed by its amendment alone. */
export const maySayOtherwise = rule((_: Actor, { title }: { title: string }) =>
  deny(
    `役割、お金、期間、目標は、皆さんが署名した「${title}」のとおりです。変えるときは、その取り決めの変更の案を書き、皆さんで署名してください。`,
  ),
)

/** For a group that writes on paper the city types in what its paper says, with the scan. */
export const mayEnterShare = rule((actor: Actor, project: Facts) => {
  if (!isSection(actor) && !isOfficerOf(actor, project.department_id))
    return deny('書面で届いた役割と金額を入力できるのは、担当課の職員だけです。')
  if (project.state === 'decided') return notNow('この事業は判断まで終わっているため、内容は変えられません。')
  return project.parties.some(({ is_city }) => !is_city)
    ? allow()
    : notNow('この事業には、市のほかに取り組む団体がありません。')
})

/** The department in charge is the city's choice. */
export const mayChooseDepartment = rule((actor: Actor) =>
  isStaff(actor) ? allow() : deny('市の担当課は、市が決めます。担当課にご連絡ください。'),
)

/** Every writer of a party may write, and so may the section and the department in charge. */
export const mayWriteProject = rule((actor: Actor, project: Facts) => {
  if (isSection(actor) || isOfficerOf(actor, project.department_id)) return allow()
  if (project.parties.some((party) => writesFor(actor, party))) return allow()
  return deny('この事業の記録を書けるのは、取り組む団体の代表者・事務担当の方と、担当課の職員です。')
})

/** Letters to the parties are open to every party and to the city's staff. */
export const mayReadLetters = rule((actor: Actor, project: Facts) =>
  canSeeProject(actor, project) ? allow() : deny('この事業の通知を読めるのは、取り組む団体の方と、市の職員です。'),
)

/** The sheet of an act names its preparer, its confirmer and its grounds, so it is internal to the city office. */
export const maySeeActs = rule((actor: Actor) =>
  isStaff(actor, 'section', 'department') ? allow() : deny('起案・決裁の控えは、市の職員だけが見られます。'),
)

/** A decided project is fixed; until the decision its facts, results and reports may change. */
export const mayEditProject = rule((actor: Actor, project: Facts) => {
  const writer = mayWriteProject.why(actor, project)
  if (!writer.allowed || project.state !== 'decided') return writer
  return notNow('この事業は判断まで終わっているため、内容は変えられません。')
})

/** A report is put right by the party that wrote it; one of the city by the section and the department in charge. */
export const mayReviseReport = rule((actor: Actor, { report, ...project }: Facts & { report: ReportBy }) => {
  const editor = mayEditProject.why(actor, project)
  if (!editor.allowed) return editor
  const by = project.parties.find(({ party_id }) => party_id !== null && party_id === report.by_party_id)
  if (by && writesFor(actor, by)) return allow()
  const ofCity = report.by_party_id === null || by?.is_city
  if (ofCity && (isSection(actor) || isOfficerOf(actor, project.department_id))) return allow()
  return deny('報告を直せるのは、その報告を書いた主体の方だけです。')
})

/** The city answers for what its pages show, and hides a report without changing a word of it. */
export const mayWithholdReport = rule((actor: Actor, project: Facts) => {
  if (!isSection(actor) && !isOfficerOf(actor, project.department_id))
    return deny('ほかの方の報告を公開から外せるのは、担当課の職員だけです。')
  return project.state === 'decided' ? notNow('この事業は判断まで終わっているため、内容は変えられません。') : allow()
})

/** The department in charge answers for the city; without the city the groups answer themselves. */
export const mayAnswerFor = rule((actor: Actor, project: Facts) => {
  if (isSection(actor) || isOfficerOf(actor, project.department_id)) return allow()
  const withCity = project.parties.some(({ is_city }) => is_city)
  if (project.parties.some((party) => (party.is_city || !withCity) && writesFor(actor, party))) return allow()
  return deny('この手続きができるのは、担当課の職員です（市の加わらない事業では、取り組む団体の方です）。')
})

const mayMove = (move: 'start' | 'finish' | 'stop', otherwise: string) =>
  rule((actor: Actor, project: Facts) => {
    const ruling = mayAnswerFor.why(actor, project)
    return !ruling.allowed || lifecycle.canMove(project.state, move) ? ruling : notNow(otherwise)
  })

export const mayStart = mayMove('start', 'この事業は、すでに始まっています。')

export const mayFinish = mayMove('finish', '評価に進めるのは、実施中の事業だけです。')

export const mayStop = mayMove('stop', '途中で終えられるのは、準備中か実施中の事業だけです。')

/** The department in charge answers for the content of public pages. */
const mayPublish = rule((actor: Actor, project: Facts) => {
  if (isSection(actor) || isOfficerOf(actor, project.department_id)) return allow()
  return deny('事業のページを公開できるのは、担当課の職員だけです。公開の準備ができたら、担当課にお知らせください。')
})

export const mayRelease = rule((actor: Actor, project: Facts) => {
  const ruling = mayPublish.why(actor, project)
  return ruling.allowed && project.published_at ? notNow('この事業のページは、すでに公開されています。') : ruling
})

export const mayRetract = rule((actor: Actor, project: Facts) => {
  const ruling = mayPublish.why(actor, project)
  return ruling.allowed && !project.published_at ? notNow('この事業のページは、公開されていません。') : ruling
})

export const mayCorrectDecision = rule((actor: Actor, project: Facts & Pick<Inside, 'finished_on'>) => {
  const ruling = mayAnswerFor.why(actor, project)
  if (!ruling.allowed || isDecidedUpon(project)) return ruling
  return notNow('訂正と取消しができるのは、活動を終えたあとに決めたことです。')
})

const hasNextYear = 'この決定から、次の年度の事業がつくられています。'

/** Once a next year exists, a correction may change the words but not the decision to continue. */
export const mayCorrectTo = rule(({ next }: Pick<Inside, 'next'>, decision: Decision) =>
  next && !goesOn(decision)
    ? notNow(`${hasNextYear}続けない決定には訂正できません。やめるときは、次の年度の事業を途中で終えてください。`)
    : allow(),
)

/** An annulment would leave an existing next year without its decision. */
export const mayAnnulDecision = rule((actor: Actor, project: Facts & Pick<Inside, 'finished_on' | 'next'>) => {
  const ruling = mayCorrectDecision.why(actor, project)
  if (!ruling.allowed || !project.next) return ruling
  return notNow(`${hasNextYear}取り消すことはできません。決めた日と理由は、訂正できます。`)
})

export const mayBeginEvaluation = rule(
  (actor: Actor, project: Facts & Pick<Inside, 'fiscal_years' | 'evaluations'>) => {
    const writer = mayWriteProject.why(actor, project)
    if (!writer.allowed) return writer
    if (project.state !== 'active' && project.state !== 'awaiting_evaluation')
      return notNow('評価を始められるのは、実施中か評価待ちの事業です。')
    return yearsToEvaluate(project).length > 0
      ? allow()
      : notNow('この事業のすべての年度で、評価がすでに始まっています。')
  },
)

/** A project may be renewed once, after a decision to continue. */
export const mayRenew = rule((actor: Actor, project: Facts & Pick<Inside, 'decision' | 'next'>) => {
  const ruling = mayAnswerFor.why(actor, project)
  if (!ruling.allowed) return ruling
  if (!goesOn(project.decision)) return notNow('次の年度の事業をつくれるのは、続けると決まった事業だけです。')
  return project.next ? notNow('次の年度の事業は、すでにつくられています。') : ruling
})

/** Attachments of reports are open to the parties and the city's staff before publication. */
export const maySeeFiles = rule((actor: Actor, project: Facts) =>
  canSeeProject(actor, project) ? allow() : deny('この写真や書類を見られるのは、取り組む団体の方と市の職員です。'),
)
