import { allow, deny, type Ruling, rule } from '../../platform/ruling.ts'
import { addFiscalYears, type IsoDate } from '../../platform/time/index.ts'
import type { Lang } from '../../platform/words/lang.ts'
import { type Label, stages } from './schema/base.ts'
import type { WordKey } from './schema/guide.ts'
import type { Charter, CharterText } from './schema.ts'

export type Kinded = { kind: string }
export type ActorKind = Charter['actors'][number]
export type Form = Charter['forms'][number]
export type Principle = Charter['principles'][number]
export type Programme = Charter['programmes'][number]
export type Track = Programme['tracks'][number]
export type Side = Charter['evaluation']['sides'][number]

const one = <T extends { key: string }>(list: readonly T[], key: string | null | undefined): T | undefined =>
  list.find((entry) => entry.key === key)
const quoted = (list: readonly string[]) => list.map((text) => `「${text}」`).join('')

/** Words in the reader's language; plain Japanese and English fall back to Japanese. */
export function label(words: Label | undefined, language: Lang = 'ja'): string {
  return words?.[language] ?? words?.ja ?? ''
}

/** This city's own term for a concept (協定, 覚書, アダプト, アドプト), or the usual one. */
export function word(charter: Charter, key: WordKey, language: Lang = 'ja'): string {
  return label(charter.words[key] ?? charter.common.words[key], language)
}

const reach: Record<'telephone' | 'noTelephone' | 'fax' | 'email', Record<Lang, string>> = {
  telephone: { ja: '電話', easy: '{電話|でんわ}', en: 'Telephone' },
  noTelephone: {
    ja: '電話　役所の代表番号から、この窓口をお呼び出しください',
    easy: '{電話|でんわ}　{市役所|しやくしょ}に かけて、この {窓口|まどぐち}を {呼|よ}んで ください',
    en: 'Telephone: call the city hall’s main number and ask for this office',
  },
  fax: { ja: 'ファクス', easy: 'ファクス', en: 'Fax' },
  email: { ja: 'メール', easy: 'メール', en: 'Email' },
}

/** Whom to turn to, line by line, as it stands on letters, forms and receipts: a telephone is always spoken of. */
export function contactLines({ city }: Charter, language: Lang = 'ja'): string[] {
  const { section, postalCode, address, telephone, fax, email } = city.contact
  const place = [postalCode?.replace(/^(\d{3})/, '〒$1-'), label(address, language)].filter(Boolean).join('　')
  return [
    `${label(city.name, language)}　${label(section, language)}`,
    ...(place ? [place] : []),
    telephone ? `${reach.telephone[language]}　${telephone}` : reach.noTelephone[language],
    ...(fax ? [`${reach.fax[language]}　${fax}`] : []),
    ...(email ? [`${reach.email[language]}　${email}`] : []),
  ]
}

/** How a letter speaks to somebody of this kind: 御中 to a body, 様 to a person. */
export function honorific(charter: Charter, kind: string): '御中' | '様' {
  return actorKind(charter, kind)?.as === 'person' ? '様' : '御中'
}

/** What the city itself has written: the same for as long as it changes nothing, whatever the product words anew. */
export function ownText({ common: _, ...own }: Charter): CharterText {
  return own
}

export function actorKind(charter: Charter, kind: string): ActorKind | undefined {
  return one(charter.actors, kind)
}

/** The kinds a party can be entered as: gathering terms such as 市民等 are left out. */
export function registrableKinds(charter: Charter): ActorKind[] {
  return charter.actors.filter(({ gathers }) => !gathers)
}

/** Whether one kind is the other, or stands under it. */
export function isWithin(charter: Charter, kind: string, above: string): boolean {
  for (let at: string | undefined = kind; at !== undefined; at = actorKind(charter, at)?.parent)
    if (at === above) return true
  return false
}

export function isCityKind(charter: Charter, kind: string): boolean {
  return actorKind(charter, kind)?.as === 'city'
}

/** Whether these parties together make a project that this charter knows; if not, why, in its own terms. */
export const scopeRuling = rule((charter: Charter, parties: readonly Kinded[]): Ruling => {
  const strange = parties.find(({ kind }) => !actorKind(charter, kind) || actorKind(charter, kind)?.gathers)
  if (strange)
    return deny(
      `「${strange.kind}」は、${word(charter, 'charter')}が定める${word(charter, 'party')}の種類にありません。`,
    )
  if (charter.scope.patterns.some((pattern) => fits(charter, pattern.slots, parties))) return allow()
  const when = scopeProblem(charter, parties)
  const refusal = charter.scope.refusals.find((one) => one.when === when)
  const known = quoted(charter.scope.patterns.map((pattern) => pattern.label.ja))
  return deny(
    refusal?.because.ja ??
      `${word(charter, 'charter')}が協働としているのは${known}です。当事者の組み合わせを見直してください。`,
  )
})

function scopeProblem(charter: Charter, parties: readonly Kinded[]) {
  if (parties.length < 2) return 'too-few'
  const cities = parties.filter(({ kind }) => isCityKind(charter, kind)).length
  return cities === 0 ? 'without-city' : cities === parties.length ? 'city-alone' : 'other'
}

type Slot = Charter['scope']['patterns'][number]['slots'][number]

// Every party has a place, and a matching of parties to the places that must be filled exists.
function fits(charter: Charter, slots: readonly Slot[], parties: readonly Kinded[]): boolean {
  const suits = (slot: Slot, { kind }: Kinded) => slot.kinds.some((above) => isWithin(charter, kind, above))
  if (!parties.every((party) => slots.some((slot) => suits(slot, party)))) return false
  const places = slots.flatMap((slot) => Array<Slot>(slot.atLeast).fill(slot))
  const holder = new Map<number, number>()
  const seat = (place: number, tried: Set<number>): boolean =>
    parties.some((party, at) => {
      if (tried.has(at) || !suits(places[place]!, party)) return false
      tried.add(at)
      const held = holder.get(at)
      if (held !== undefined && !seat(held, tried)) return false
      holder.set(at, place)
      return true
    })
  return places.every((_, place) => seat(place, new Set()))
}

/** Whether a project may stand in this zone; where it may not, the charter's own reason. */
export const zoneRuling = rule((charter: Charter, zoneKey: string): Ruling => {
  const zone = one(charter.zones, zoneKey)
  if (!zone) return deny(`${word(charter, 'zone')}を一覧から選んでください。`)
  const area = one(charter.areas, zone.area)
  if (!zone.collaboration) return deny(zone.because!.ja)
  return area && !area.collaboration ? deny(area.because!.ja) : allow()
})

/** The forms a project can take: all, or those of its zone where the charter says which suit which. */
export function formsOffered(charter: Charter, zoneKey?: string | null): Form[] {
  const zone = one(charter.zones, zoneKey)
  return zone ? charter.forms.filter(({ key }) => zone.forms.includes(key)) : charter.forms
}

/** Whether this form may be chosen in this zone. */
export const formRuling = rule((charter: Charter, formKey: string, zoneKey?: string | null): Ruling => {
  const form = one(charter.forms, formKey)
  if (!form) return deny(`${word(charter, 'form')}を一覧から選んでください。`)
  if (formsOffered(charter, zoneKey).includes(form)) return allow()
  const zones = charter.zones.filter((zone) => zone.forms.includes(formKey)).map((zone) => zone.label.ja)
  const here = one(charter.zones, zoneKey)!.label.ja
  const where = zones.length > 0 ? `${quoted(zones)}で選べます` : `どの${word(charter, 'zone')}にも置かれていません`
  return deny(`「${form.label.ja}」は「${here}」では選べません。${where}。`)
})

/** What must be filled in and done for a form; undefined when the charter has no such form. */
export function formRequirements(charter: Charter, formKey: string) {
  const form = one(charter.forms, formKey)
  if (!form) return undefined
  const legalNotes = charter.common.legalNotes.filter(({ key }) => form.legalNotes.includes(key))
  return { light: form.light, needs: form.needs, steps: form.requiredSteps, legalNotes }
}

/** What binds at a stage of the program, or at a step of the charter's own, in the charter's order. */
export function principlesAt(charter: Charter, step: string): Principle[] {
  const steps = charter.principleSteps.filter(
    ({ key, stages: at }) => key === step || (at as readonly string[]).includes(step),
  )
  const everywhere = (stages as readonly string[]).includes(step)
  return inOrder(charter).filter((principle) =>
    principle.step === undefined ? everywhere : steps.some(({ key }) => key === principle.step),
  )
}

/** Every principle with what the record must show for it, or the question that is asked instead. */
export function principleEvidence(charter: Charter) {
  return inOrder(charter).map((principle) => ({
    principle,
    evidence: principle.evidence,
    question: principle.question,
    binding: one(charter.principleGroups, principle.group)!.binding,
  }))
}

function inOrder(charter: Charter): Principle[] {
  const groups = charter.principleGroups.map(({ key }) => key)
  return [...charter.principles].sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || a.order - b.order)
}

/** The sheet each side fills in: phases with questions (principles that only people can judge among them) and the scale. */
export function evaluationSheet(charter: Charter) {
  const { phases, mannersIn, scale } = charter.evaluation
  const asked = principleEvidence(charter).flatMap(({ principle, question, binding }) =>
    question
      ? [
          {
            key: `principle-${principle.key}`,
            label: question,
            kind: 'scale' as const,
            required: binding,
            principle: principle.key,
          },
        ]
      : [],
  )
  const sheet = [...phases]
    .sort((a, b) => a.order - b.order)
    .map(({ key, label, summary, questions }) => ({
      key,
      label,
      summary,
      questions: [
        ...questions.map((question) => ({ ...question, principle: undefined })),
        ...(key === mannersIn ? asked.map((question) => ({ ...question, summary: undefined, sides: undefined })) : []),
      ],
    }))
  return { phases: sheet, scale }
}

/** One entry for each answer that is waited for: a party alone, or the parties that answer together as a side. */
export function evaluatingSides<P extends Kinded>(
  charter: Charter,
  parties: readonly P[],
): { side: Side; parties: P[] }[] {
  const sides = charter.evaluation.sides.map((side) => ({
    side,
    parties: parties.filter(({ kind }) => side.kinds.some((above) => isWithin(charter, kind, above))),
  }))
  const present = sides.filter(({ side, parties: theirs }) => side.outside || theirs.length > 0)
  // Where all parties stand on one side, each answers for itself: else nobody would evaluate anybody.
  const single = present.filter(({ side }) => !side.outside).length === 1
  return present.flatMap(({ side, parties: theirs }) =>
    (side.each || single) && !side.outside
      ? theirs.map((party) => ({ side, parties: [party] }))
      : [{ side, parties: theirs }],
  )
}

/** Whether a mark (or its value) must be explained in words. */
export function reasonRequired(charter: Charter, score: number | string): boolean {
  const { grades, reasonBelow } = charter.evaluation.scale
  const value = typeof score === 'number' ? score : grades.find(({ mark }) => mark === score)?.value
  return reasonBelow !== undefined && value !== undefined && value < reasonBelow
}

type Precondition = NonNullable<Charter['timeLimit']>['renewalNeeds'][number]
const preconditions: Record<Precondition, string> = {
  evaluation: '評価',
  'joint-talk': 'ふりかえりの話し合い',
  publication: '評価の公表',
  'committee-opinion': '委員会の意見',
  'new-agreement': '新しい取り決め',
}

/** Whether a project may go on. `years` and `renewals` are what they would be after it did; `done` beyond the evaluation. */
export const continuationRuling = rule(
  (
    charter: Charter,
    facts: { evaluated: boolean; years: number; renewals: number; done?: readonly Precondition[] },
  ): Ruling => {
    const { timeLimit, evaluation } = charter
    const wanted = new Set<Precondition>(timeLimit?.renewalNeeds)
    if (evaluation.requiredForContinuation) wanted.add('evaluation')
    if (wanted.has('evaluation') && !facts.evaluated)
      return deny(timeLimit?.because.ja ?? `${word(charter, 'evaluation')}がそろっていないため、継続を決められません。`)
    const left = [...wanted].filter((need) => need !== 'evaluation' && !facts.done?.includes(need))
    if (left.length > 0) return deny(`継続を決める前に、${quoted(left.map((need) => preconditions[need]))}が必要です。`)
    const { longestYears = Infinity, renewals = Infinity } = timeLimit?.limits ?? {}
    if (facts.years > longestYears)
      return deny(`${timeLimit!.label.ja}により、続けられるのは通算${longestYears}年までです。`)
    if (facts.renewals > renewals) return deny(`${timeLimit!.label.ja}により、更新は${renewals}回までです。`)
    return allow()
  },
)

/** Whether a term may be agreed on. */
export const termRuling = rule((charter: Charter, term: { starts_on: IsoDate; ends_on: IsoDate | null }): Ruling => {
  const { timeLimit } = charter
  if (term.ends_on === null)
    return timeLimit ? deny(`${timeLimit.label.ja}の考え方により、終わりの日を決めてください。`) : allow()
  if (term.ends_on < term.starts_on) return deny('終わりの日は、始まりの日より後にしてください。')
  const longest = timeLimit?.limits?.longestTermYears
  if (longest === undefined || term.ends_on < addFiscalYears(term.starts_on, longest)) return allow()
  return deny(`${timeLimit!.label.ja}により、一度に決められる期間は${longest}年以内です。`)
})

export function programme(charter: Charter, key: string): Programme | undefined {
  return one(charter.programmes, key)
}

/** Programmes through which somebody can propose. */
export function openToProposals(charter: Charter): Programme[] {
  return charter.programmes.filter(({ tracks, status }) => tracks.length > 0 && status !== 'ended')
}

/** Whether a party of this kind may propose in this programme (and track, when given). */
export const proposerRuling = rule(
  (charter: Charter, programmeKey: string, partyKind: string, trackKey?: string): Ruling => {
    const found = programme(charter, programmeKey)
    const tracks = found?.tracks.filter(({ key }) => trackKey === undefined || key === trackKey) ?? []
    if (!found || tracks.length === 0)
      return deny(`この${word(charter, 'call')}では、${word(charter, 'proposal')}を受け付けていません。`)
    const welcome = [...new Set(tracks.flatMap(({ proposers }) => proposers))]
    if (welcome.some((above) => isWithin(charter, partyKind, above))) return allow()
    const names = quoted(welcome.map((key) => actorKind(charter, key)?.label.ja ?? key))
    return deny(`「${found.label.ja}」に${word(charter, 'proposal')}できるのは、${names}です。`)
  },
)

/** Whether what is proposed here is settled in an agreement; a light way of working together (後援) goes on without one. */
export function leadsToAgreement(charter: Charter, programmeKey: string, trackKey: string): boolean {
  const track = programme(charter, programmeKey)?.tracks.find(({ key }) => key === trackKey)
  const forms = charter.forms.filter(({ key }) => track?.forms.includes(key))
  return forms.length === 0 || forms.some(({ needs }) => needs.includes('agreement'))
}

/** The city's form for a proposal: sections and questions, with the choices that come from the charter filled in. */
export function proposalFields(charter: Charter, programmeKey: string, trackKey?: string) {
  const found = programme(charter, programmeKey)
  const track = found?.tracks.find(({ key }) => trackKey === undefined || key === trackKey)
  const sheet = one(found?.sheets ?? [], track?.sheet) ?? found?.sheets[0]
  return (sheet?.sections ?? []).map((section) => ({
    ...section,
    fields: section.fields.map((field) => ({
      ...field,
      choices: [...field.choices, ...choicesOf(charter, field.choicesFrom)],
    })),
  }))
}

type Choices = 'fields' | 'forms' | 'zones' | 'startTypes' | 'units' | 'resources' | 'roles'

type Choice = Programme['sheets'][number]['sections'][number]['fields'][number]['choices'][number]

function choicesOf(charter: Charter, from: Choices | undefined): Choice[] {
  if (!from) return []
  const list = from === 'units' ? charter.territory.units : charter[from]
  return list.map(({ key, label: words }) => ({ key, label: words }))
}

/** Whether taking part in this way counts as collaboration; where the charter does not tell ways apart, it does. */
export function countsAsCollaboration(charter: Charter, kind: 'active' | 'passive'): boolean {
  return charter.participation.find(({ key }) => key === kind)?.countsAsCollaboration ?? true
}

type GuideQuestion = Charter['guide']['questions'][number]

/** A question of the guide and what was answered to it. */
export interface GuideAnswer {
  question: GuideQuestion
  answer: GuideQuestion['answers'][number]
}

/** Where the answers given so far lead in the guide: to the next question, or to what it comes to; and by which answers. */
export function guideStep({ guide }: Charter, answers: Readonly<Record<string, string | undefined>>) {
  const given: GuideAnswer[] = []
  let question = guide.questions[0]
  while (question) {
    const answer = one(question.answers, answers[question.key])
    if (!answer) return { question, outcome: undefined, given }
    given.push({ question, answer })
    if (answer.outcome !== undefined)
      return { question: undefined, outcome: one(guide.outcomes, answer.outcome)!, given }
    question = one(guide.questions, answer.next)
  }
  return { question: guide.questions[0], outcome: undefined, given: [] }
}

/** Whether this city has an act prepared by one person and confirmed by another. Versions applied earlier name none. */
export function asksFourEyes(charter: Pick<Charter, 'fourEyes'>, act: Charter['fourEyes'][number]): boolean {
  return (charter.fourEyes ?? []).includes(act)
}
