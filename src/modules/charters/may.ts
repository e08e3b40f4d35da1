import { allow, deny, type Ruling, rule } from '../../platform/ruling.ts'
import { addFiscalYears, type IsoDate } from '../../platform/time/index.ts'
import { type Continuation, lacksEvaluation, leftToDo } from './charter/continuation.ts'
import { entryOf } from './charter/entries.ts'
import { formsOffered } from './charter/forms.ts'
import { actorKind, isWithin, registrableKinds } from './charter/parties.ts'
import { label, quoted, word } from './charter/phrases.ts'
import { programme, tracksOf } from './charter/programmes.ts'
import { type Kinded, patternOf, refusalOf } from './charter/scope.ts'
import type { Charter } from './schema/charter.ts'

/** Allows parties that fit a pattern of this charter; refuses with the charter's own words. */
export const scopeRuling = rule((charter: Charter, parties: readonly Kinded[]): Ruling => {
  const known = registrableKinds(charter).map(({ key }) => key)
  const strange = parties.find(({ kind }) => !known.includes(kind))
  if (strange)
    return deny(
      `「${strange.kind}」は、${word(charter, 'charter')}が定める${word(charter, 'party')}の種類にありません。`,
      'actors',
    )
  const pattern = patternOf(charter, parties)
  if (pattern) return allow(`scope.patterns.${pattern.key}`)
  const because = refusalOf(charter, parties)
  if (because) return deny(because, 'scope.refusals')
  const patterns = quoted(charter.scope.patterns.map((one) => one.label.ja))
  return deny(
    `${word(charter, 'charter')}が協働としているのは${patterns}です。当事者の組み合わせを見直してください。`,
    'scope.patterns',
  )
})

/** Allows a zone; refuses with the charter's own reason. */
export const zoneRuling = rule((charter: Charter, zoneKey: string): Ruling => {
  const zone = entryOf(charter.zones, zoneKey)
  if (!zone) return deny(`${word(charter, 'zone')}を一覧から選んでください。`, 'zones')
  if (!zone.collaboration) return deny(label(zone.because), `zones.${zone.key}`)
  const area = entryOf(charter.areas, zone.area)
  if (area && !area.collaboration) return deny(label(area.because), `areas.${area.key}`)
  return allow(`zones.${zone.key}`)
})

/** Allows a form in a zone. */
export const formRuling = rule((charter: Charter, formKey: string, zoneKey?: string | null): Ruling => {
  const form = entryOf(charter.forms, formKey)
  if (!form) return deny(`${word(charter, 'form')}を一覧から選んでください。`, 'forms')
  const here = entryOf(charter.zones, zoneKey)
  if (!here) return allow(`forms.${form.key}`)
  if (formsOffered(charter, here.key).includes(form)) return allow(`zones.${here.key}`)
  const zones = charter.zones.filter((zone) => zone.forms.includes(formKey)).map((zone) => zone.label.ja)
  const where = zones.length > 0 ? `${quoted(zones)}で選べます` : `どの${word(charter, 'zone')}にも置かれていません`
  return deny(`「${form.label.ja}」は「${here.label.ja}」では選べません。${where}。`, `zones.${here.key}`)
})

/** Allows a project to continue for another year. */
export const continuationRuling = rule((charter: Charter, facts: Continuation): Ruling => {
  const { timeLimit } = charter
  if (lacksEvaluation(charter, facts))
    return deny(
      timeLimit?.because.ja ?? `${word(charter, 'evaluation')}がそろっていないため、継続を決められません。`,
      timeLimit ? 'timeLimit' : 'evaluation.requiredForContinuation',
    )
  if (!timeLimit) return allow()
  const left = leftToDo(charter, facts)
  if (left.length > 0) return deny(`継続を決める前に、${quoted(left)}が必要です。`, 'timeLimit.renewalNeeds')
  const { longestYears = Infinity, renewals = Infinity } = timeLimit.limits ?? {}
  if (facts.years > longestYears)
    return deny(`${timeLimit.label.ja}により、続けられるのは通算${longestYears}年までです。`, 'timeLimit.limits')
  if (facts.renewals > renewals)
    return deny(`${timeLimit.label.ja}により、更新は${renewals}回までです。`, 'timeLimit.limits')
  return allow('timeLimit')
})

/** Allows a term. */
export const termRuling = rule((charter: Charter, term: { starts_on: IsoDate; ends_on: IsoDate | null }): Ruling => {
  const { timeLimit } = charter
  if (term.ends_on === null)
    return timeLimit ? deny(`${timeLimit.label.ja}の考え方により、終わりの日を決めてください。`, 'timeLimit') : allow()
  if (term.ends_on < term.starts_on) return deny('終わりの日は、始まりの日より後にしてください。')
  const longest = timeLimit?.limits?.longestTermYears
  if (longest === undefined || term.ends_on < addFiscalYears(term.starts_on, longest)) return allow()
  return deny(`${label(timeLimit?.label)}により、一度に決められる期間は${longest}年以内です。`, 'timeLimit.limits')
})

/** Allows a party of this kind to propose in a programme (and track). */
export const proposerRuling = rule(
  (charter: Charter, programmeKey: string, partyKind: string, trackKey?: string): Ruling => {
    const found = programme(charter, programmeKey)
    const tracks = tracksOf(charter, programmeKey, trackKey)
    if (!found || tracks.length === 0)
      return deny(`この${word(charter, 'call')}では、${word(charter, 'proposal')}を受け付けていません。`)
    const ground = `programmes.${found.key}.tracks`
    const welcome = [...new Set(tracks.flatMap(({ proposers }) => proposers))]
    if (welcome.some((above) => isWithin(charter, partyKind, above))) return allow(ground)
    const names = quoted(welcome.map((key) => actorKind(charter, key)?.label.ja ?? key))
    return deny(`「${found.label.ja}」に${word(charter, 'proposal')}できるのは、${names}です。`, ground)
  },
)
