import type { Module } from '../../platform/module.ts'
import type { Lang } from '../../platform/web/index.ts'
import type { Label } from './schema/base.ts'
import type { Charter } from './schema.ts'

export { applyCharter } from './actions.ts'
export { type CitySite, charterInForce, Directory, getCharter } from './queries.ts'
export type { Label } from './schema/base.ts'
export type { Charter } from './schema.ts'

/** A label in the language of the page; Japanese where the charter has no other. */
export function inLang(label: Label | undefined, lang: Lang = 'ja'): string {
  return label ? (label[lang] ?? label.ja) : ''
}

/** What the charter calls a kind of party. */
export function kindLabel(charter: Charter, kind: string, lang: Lang = 'ja'): string {
  return inLang(charter.actors.find((one) => one.key === kind)?.label, lang) || kind
}

/** The kinds that a group may register as, for a select field. */
export function kindOptions(charter: Charter, lang: Lang = 'ja') {
  return charter.actors
    .filter((one) => one.as === 'organization' && !one.gathers)
    .map((one) => ({ value: one.key, label: inLang(one.label, lang) }))
}

/** The charters: each city's guideline as data, its versions, and its living text. */
export const charters: Module = {
  name: 'charters',
  events: { 'charter.applied': { says: (payload) => `指針の版「${payload.version}」を適用しました`, audience: 'public' } },
}
