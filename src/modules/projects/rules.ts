import { type Actor, actingFor } from '../../platform/actor.ts'
import { numberLabel, referenceOf } from '../../platform/numbers/index.ts'
import { Forbidden, Invalid } from '../../platform/refusals.ts'
import { allow, deny, type Ruling, rule } from '../../platform/ruling.ts'
import {
  type Charter,
  type Form,
  formRequirements,
  formRuling,
  isCityKind,
  type Kinded,
  label,
  scopeRuling,
  word,
  zoneRuling,
} from '../charters/index.ts'
import { isIn, isOfficerOf, isSection, isStaff, mayActFor, writableParties } from '../parties/index.ts'
import { lifecycle } from './lifecycle.ts'
import type { Dossier } from './tables.ts'

/** A project as far as the rules about people look at it. */
export type Facts = Pick<Dossier, 'state' | 'department_id' | 'published_at'> & {
  parties: readonly { party_id: string | null; is_city: boolean }[]
}

/** How a project stands in addresses: `r8-project-0003`. */
export function refOf(project: { fiscal_year: number; number: number }): string {
  return referenceOf('project', project)
}

/** 令8-協働事業-0003: how the project is called in the register and on paper. */
export function projectNumberLabel(charter: Charter, one: { fiscal_year: number; number: number }): string {
  return numberLabel(word(charter, 'collaborationProject'), one, charter.city.eraChange)
}

/** Whether the charter knows collaboration in which the city takes no part. */
export function allowsWithoutCity(charter: Charter): boolean {
  return charter.scope.patterns.some(({ slots }) =>
    slots.every(({ kinds }) => kinds.some((kind) => !isCityKind(charter, kind))),
  )
}

/** Whether the person speaks for a party: as its representative or secretary, or as an officer of the city's department. */
export function speaksFor(actor: Actor, party: { party_id: string | null; is_city: boolean }): boolean {
  if (party.party_id === null) return false
  if (mayActFor(actor, party.party_id)) return true
  return party.is_city && (isIn(actor, party.party_id, 'officer') || isOfficerOf(actor, party.party_id))
}

/** The parties of the project for which the person may speak: what the form offers. */
export function voicesOf<P extends { party_id: string | null; is_city: boolean }>(actor: Actor, parties: readonly P[]) {
  return parties.filter((party) => isIn(actor, party.party_id) && speaksFor(actor, party))
}

/** The person acting for the party the form says; staff may act as staff alone. */
export function inVoiceOf(
  actor: Actor,
  parties: readonly { party_id: string | null; is_city: boolean }[],
  chosen: string,
): Actor {
  const voices = voicesOf(actor, parties)
  const voice = voices.find(({ party_id }) => party_id === chosen)
  if (voice) return actingFor(actor, voice.party_id)
  if (chosen) throw new Forbidden('選ばれた立場では手続きできません。ご自分の団体を選び直してください。')
  if (voices.length === 1) return actingFor(actor, voices[0]!.party_id)
  if (voices.length > 1 && !isStaff(actor)) throw new Invalid({ acting_for: 'どの立場で行うかを選んでください。' })
  return actor
}

/** Its parties and the city's staff know of a project before everyone does; to others it is not there. */
export function canSeeProject(actor: Actor, project: Facts): boolean {
  return isStaff(actor) || project.parties.some((party) => isIn(actor, party.party_id) || speaksFor(actor, party))
}

/** Who may enter a project: staff; and groups themselves, where the charter knows collaboration without the city. */
export const mayEnterProject = rule((actor: Actor, { charter }: { charter: Charter }): Ruling => {
  if (isStaff(actor, 'section', 'administrator', 'department')) return allow()
  if (writableParties(actor).length === 0)
    return deny('事業を登録できるのは、市の担当課の職員と、団体の代表者・事務担当の方です。')
  if (allowsWithoutCity(charter)) return allow()
  return deny(
    `${word(charter, 'charter')}では、市の加わらない組み合わせを協働の事業としていません。事業の登録は担当課が行いますので、ご相談ください。`,
  )
})

/** Whether this person may make a project of just these parties. */
export const entrantRuling = rule(
  (actor: Actor, parties: readonly { party_id: string; is_city: boolean }[]): Ruling => {
    if (isStaff(actor, 'section', 'administrator', 'department')) return allow()
    if (parties.some(({ is_city }) => is_city))
      return deny('市の加わる事業は、担当課が登録します。担当課にご相談ください。')
    if (parties.some((party) => speaksFor(actor, party))) return allow()
    return deny('ご自分の団体を、取り組む団体の一つに入れてください。')
  },
)

/**
 * Whether this person may change who is in a project. The staff may; a group brings in no city and puts out nobody but
 * itself, and what everyone can read says of another group only what the city has looked at.
 */
export const changeRuling = rule((actor: Actor, before: Facts, after: Facts['parties']): Ruling => {
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
export const mayWriteProject = rule((actor: Actor, project: Facts): Ruling => {
  if (isSection(actor) || isOfficerOf(actor, project.department_id)) return allow()
  if (project.parties.some((party) => speaksFor(actor, party))) return allow()
  return deny('この事業の記録を書けるのは、取り組む団体の代表者・事務担当の方と、担当課の職員です。')
})

/** What was decided upon stands; only while it runs, its facts can be changed. */
export const mayEditProject = rule((actor: Actor, project: Facts): Ruling => {
  const writer = mayWriteProject.why(actor, project)
  if (!writer.allowed) return writer
  if (project.state === 'decided') return deny('この事業は判断まで終わっているため、内容は変えられません。')
  return allow()
})

/** Results and reports may come in until it is decided what follows. */
export const mayReport = mayEditProject

const carries = rule((actor: Actor, project: Facts): Ruling => {
  if (isSection(actor) || isOfficerOf(actor, project.department_id)) return allow()
  const withCity = project.parties.some(({ is_city }) => is_city)
  if (project.parties.some((party) => (party.is_city || !withCity) && speaksFor(actor, party))) return allow()
  return deny('この手続きができるのは、担当課の職員です（市の加わらない事業では、取り組む団体の方です）。')
})

export const mayStart = rule((actor: Actor, project: Facts): Ruling => {
  if (!lifecycle.canMove(project.state, 'start')) return deny('この事業は、すでに始まっています。')
  return carries.why(actor, project)
})

export const mayFinish = rule((actor: Actor, project: Facts): Ruling => {
  if (!lifecycle.canMove(project.state, 'finish')) return deny('評価に進めるのは、実施中の事業だけです。')
  return carries.why(actor, project)
})

export const mayStop = rule((actor: Actor, project: Facts): Ruling => {
  if (!lifecycle.canMove(project.state, 'stop')) return deny('途中で終えられるのは、準備中か実施中の事業だけです。')
  return carries.why(actor, project)
})

/** What everyone will see is released by those who answer for the register. */
export const mayRelease = rule((actor: Actor, project: Facts): Ruling => {
  if (isSection(actor) || isOfficerOf(actor, project.department_id)) return allow()
  return deny('事業のページを公開できるのは、担当課の職員だけです。公開の準備ができたら、担当課にお知らせください。')
})

export const mayRetract = rule((actor: Actor, project: Facts): Ruling => {
  if (!project.published_at) return deny('この事業のページは、公開されていません。')
  return mayRelease.why(actor, project)
})

/** Whether it is decided that the project goes on, and nobody has made its next year yet. */
export const mayRenew = rule((actor: Actor, project: Facts & Pick<Dossier, 'decision' | 'next'>): Ruling => {
  if (project.decision !== 'continue' && project.decision !== 'improve')
    return deny('次の年度の事業をつくれるのは、続けると決まった事業だけです。')
  if (project.next) return deny('次の年度の事業は、すでにつくられています。')
  return carries.why(actor, project)
})

type Share = { is_city: boolean; unit: string; does: string; brings: string; money_yen: number | null }

/**
 * Those who take part, each once. Where the city itself is a party, its departments and wards are no parties beside it; where
 * it is not, as in a council with a seat for each of them, each stands for itself.
 */
export function sidesOf<P extends Share>(parties: readonly P[]): P[][] {
  const city = parties.some(({ unit }) => unit === 'city') ? parties.filter(({ is_city }) => is_city) : []
  const others = parties.filter((party) => !city.includes(party)).map((party) => [party])
  return city.length > 0 ? [...others, city] : others
}

/** Whether these parties make a project that the charter knows; each once. */
export const partiesRuling = rule((charter: Charter, parties: readonly (Kinded & { party_id: string })[]): Ruling => {
  if (new Set(parties.map(({ party_id }) => party_id)).size < parties.length)
    return deny('同じ団体が二度入っています。団体は一度だけ選んでください。')
  return scopeRuling.why(charter, parties)
})

/** Whether the place of a project among the charter's zones and forms holds; the sentence for each field that does not. */
export function placeProblems(charter: Charter, project: { zone: string | null; forms: readonly string[] }) {
  const problems: Record<string, string> = {}
  if (charter.zones.length > 0) {
    const zone = zoneRuling.why(charter, project.zone ?? '')
    if (!zone.allowed) return { zone: zone.because }
  }
  if (project.forms.length === 0) problems.forms = `${word(charter, 'form')}を一つ以上選んでください。`
  for (const form of project.forms) {
    const ruling = formRuling.why(charter, form, project.zone)
    if (!ruling.allowed) problems.forms ??= ruling.because
  }
  return problems
}

export type Need = Form['needs'][number]

/** What the chosen forms ask for altogether. */
export function needsOf(charter: Charter, forms: readonly string[]): Need[] {
  return [...new Set(forms.flatMap((form) => formRequirements(charter, form)?.needs ?? []))]
}

/** What is asked in words of its own, beside what a project has anyway. */
export const particularNeeds = ['name-use', 'seats', 'supplies'] as const

export type ParticularNeed = (typeof particularNeeds)[number]

export const isParticular = (need: Need): need is ParticularNeed => particularNeeds.some((one) => one === need)

/** What all cities call what a form asks for. */
export const needLabel = (charter: Charter, need: Need): string =>
  label(charter.common.needs.find(({ key }) => key === need)?.label)

type Complete = Pick<
  Dossier,
  'forms' | 'facts' | 'budget_yen' | 'starts_on' | 'ends_on' | 'parties' | 'targets' | 'place' | 'wards'
> & { particulars: Record<string, string> }

const has: Record<Need, (project: Complete) => boolean> = {
  agreement: ({ facts }) => Boolean(facts.agreement?.in_force_on),
  money: ({ budget_yen }) => budget_yen !== null,
  term: ({ starts_on, ends_on }) => starts_on !== null && ends_on !== null,
  roles: ({ parties }) => sidesOf(parties).every((side) => side.some(({ does }) => does !== '')),
  targets: ({ targets }) => targets.some(isWholeTarget),
  place: ({ place, wards }) => place !== '' || wards.length > 0,
  'name-use': ({ particulars }) => Boolean(particulars['name-use']),
  seats: ({ particulars }) => Boolean(particulars.seats),
  supplies: ({ particulars }) => Boolean(particulars.supplies),
}

/** Where more is looked at than that something is written. */
const wanted: Partial<Record<Need, string>> = {
  money: '予算額',
  term: '始まりと終わりの日',
  roles: 'すべての主体の役割',
  targets: '指標・値・期日のそろった目標',
  place: '活動する場所',
}

/** A target that can be looked at later: an indicator, a value and a day. */
export const isWholeTarget = (target: { indicator: string; value: string; by_on: string | null }): boolean =>
  target.indicator !== '' && target.value !== '' && target.by_on !== null

/** Targets are what the sides agreed on before the work began; from then on only their results are written. */
export const targetsAreSet = (project: Pick<Dossier, 'state' | 'targets'>): boolean =>
  project.state !== 'planned' && project.targets.length > 0

/** What the chosen forms still ask for before the work may begin, in words. */
export function missingNeeds(charter: Charter, project: Complete): { need: Need; words: string }[] {
  return needsOf(charter, project.forms)
    .filter((need) => !has[need](project))
    .map((need) => ({
      need,
      words:
        need === 'agreement' ? `効力のある${word(charter, 'agreement')}` : (wanted[need] ?? needLabel(charter, need)),
    }))
}

const order = ['consultation', 'proposal', 'talks', 'review', 'agreement', 'work', 'evaluation', 'decision'] as const

type Stage = (typeof order)[number]

/** The steps of the chosen forms that must be done before this stage. */
export function stepsBefore(charter: Charter, forms: readonly string[], stage: Stage) {
  const steps = forms.flatMap((form) => formRequirements(charter, form)?.steps ?? [])
  const wanted = steps.filter(({ before }) => order.indexOf(before) <= order.indexOf(stage))
  return [...new Map(wanted.map((step) => [step.key, step])).values()]
}

/** Steps that are still to be done before this stage. */
export function missingSteps(charter: Charter, project: { forms: readonly string[]; steps: object }, stage: Stage) {
  return stepsBefore(charter, project.forms, stage).filter(({ key }) => !(key in project.steps))
}

/** The names of what is missing, under which the sentence about it stands on the page. */
export const needField = (need: Need): string => `need-${need}`

export const stepField = (step: string): string => `step-${step}`

/** What is still to be put in place before the work may begin: a sentence for each. */
export function readinessProblems(charter: Charter, project: Complete & { steps: object }): Record<string, string> {
  const sentence = (words: string) => `始める前に、「${words}」が必要です。そろえてから、もう一度お進みください。`
  return Object.fromEntries([
    ...missingNeeds(charter, project).map(({ need, words }) => [needField(need), sentence(words)]),
    ...missingSteps(charter, project, 'work').map((step) => [stepField(step.key), sentence(label(step.label))]),
  ])
}
