import type { Actor } from '../../platform/actor.ts'
import { allow, deny, notNow, rule } from '../../platform/ruling.ts'
import { type Charter, word } from '../charters/index.ts'
import { isOfficerOf, isSection, isStaff, writableParties } from '../parties/index.ts'
import { lifecycle } from './lifecycle.ts'
import { goesOn } from './project/decision.ts'
import { allowsWithoutCity, canSeeProject, type Facts, speaksFor } from './project/standing.ts'
import type { Inside } from './tables.ts'

/** The charter's entry that says whether there is collaboration without the city. */
const scope = 'scope.patterns'

/** Staff enter a project; and groups themselves, where the charter knows collaboration without the city. */
export const mayEnterProject = rule((actor: Actor, { charter }: { charter: Charter }) => {
  if (isStaff(actor, 'section', 'administrator', 'department')) return allow()
  if (writableParties(actor).length === 0)
    return deny('事業を登録できるのは、市の担当課の職員と、団体の代表者・事務担当の方です。')
  if (allowsWithoutCity(charter)) return allow(scope)
  return deny(
    `${word(charter, 'charter')}では、市の加わらない組み合わせを協働の事業としていません。事業の登録は担当課が行いますので、ご相談ください。`,
    scope,
  )
})

/** Whether this person may make a project of just these parties. */
export const mayEnterFor = rule((actor: Actor, parties: readonly { party_id: string; is_city: boolean }[]) => {
  if (isStaff(actor, 'section', 'administrator', 'department')) return allow()
  if (parties.some(({ is_city }) => is_city))
    return deny('市の加わる事業は、担当課が登録します。担当課にご相談ください。')
  if (parties.some((party) => speaksFor(actor, party))) return allow()
  return deny('ご自分の団体を、取り組む団体の一つに入れてください。')
})

/**
 * Whether this person may change who is in a project. The staff may; a group brings in no city and puts out nobody but
 * itself, and what everyone can read says of another group only what the city has looked at.
 */
export const mayChangeParties = rule((actor: Actor, before: Facts, after: Facts['parties']) => {
  if (isStaff(actor, 'section', 'administrator', 'department')) return allow()
  const among = (parties: Facts['parties']) => new Set(parties.map(({ party_id }) => party_id))
  const [were, are] = [among(before.parties), among(after)]
  const added = after.filter(({ party_id }) => !were.has(party_id))
  if (added.some(({ is_city }) => is_city))
    return deny('市の加わる事業は、担当課が登録します。担当課にご相談ください。')
  if (added.length > 0 && before.published_at)
    return deny('公開している事業に団体を加えるときは、担当課にご連絡ください。担当課が登録します。')
  if (before.parties.some((party) => !are.has(party.party_id) && !speaksFor(actor, party)))
    return deny('ほかの団体を、この事業から外すことはできません。担当課にご相談ください。')
  return allow()
})

/** All who speak for a party work on the project's page alike, with the section and the responsible department. */
export const mayWriteProject = rule((actor: Actor, project: Facts) => {
  if (isSection(actor) || isOfficerOf(actor, project.department_id)) return allow()
  if (project.parties.some((party) => speaksFor(actor, party))) return allow()
  return deny('この事業の記録を書けるのは、取り組む団体の代表者・事務担当の方と、担当課の職員です。')
})

/** What was decided upon stands: until then its facts can be changed, and results and reports may come in. */
export const mayEditProject = rule((actor: Actor, project: Facts) => {
  const writer = mayWriteProject.why(actor, project)
  if (!writer.allowed || project.state !== 'decided') return writer
  return notNow('この事業は判断まで終わっているため、内容は変えられません。')
})

/** For the city its department answers; where the city takes no part, the groups themselves. */
const mayAnswerFor = rule((actor: Actor, project: Facts) => {
  if (isSection(actor) || isOfficerOf(actor, project.department_id)) return allow()
  const withCity = project.parties.some(({ is_city }) => is_city)
  if (project.parties.some((party) => (party.is_city || !withCity) && speaksFor(actor, party))) return allow()
  return deny('この手続きができるのは、担当課の職員です（市の加わらない事業では、取り組む団体の方です）。')
})

const mayMove = (move: 'start' | 'finish' | 'stop' | 'decide', otherwise: string) =>
  rule((actor: Actor, project: Facts) => {
    const ruling = mayAnswerFor.why(actor, project)
    return !ruling.allowed || lifecycle.canMove(project.state, move) ? ruling : notNow(otherwise)
  })

export const mayStart = mayMove('start', 'この事業は、すでに始まっています。')

export const mayFinish = mayMove('finish', '評価に進めるのは、実施中の事業だけです。')

export const mayStop = mayMove('stop', '途中で終えられるのは、準備中か実施中の事業だけです。')

export const mayDecide = mayMove('decide', 'これからのことを決められるのは、活動を終えた事業です。')

/** What everyone will see is released by those who answer for the register. */
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

/** Whether it is decided that the project goes on, and nobody has made its next year yet. */
export const mayRenew = rule((actor: Actor, project: Facts & Pick<Inside, 'decision' | 'next'>) => {
  const ruling = mayAnswerFor.why(actor, project)
  if (!ruling.allowed) return ruling
  if (!goesOn(project.decision)) return notNow('次の年度の事業をつくれるのは、続けると決まった事業だけです。')
  return project.next ? notNow('次の年度の事業は、すでにつくられています。') : ruling
})

/** Who may see what was attached to its reports before they are public: those who take part, and the city's staff. */
export const maySeeFiles = rule((actor: Actor, project: Facts) =>
  canSeeProject(actor, project) ? allow() : deny('この写真や書類を見られるのは、取り組む団体の方と市の職員です。'),
)
