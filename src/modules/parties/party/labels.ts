import type { Lang } from '../../../platform/web/index.ts'
import { actorKind, type Charter, label, registrableKinds } from '../../charters/index.ts'
import type { MembershipRole } from '../tables.ts'

/** What the charter calls a kind of party. */
export function kindLabel(charter: Charter, kind: string, lang: Lang = 'ja'): string {
  return label(actorKind(charter, kind)?.label, lang) || kind
}

/** The kinds that a group may be entered as. */
export function kindOptions(charter: Charter, lang: Lang = 'ja') {
  return registrableKinds(charter)
    .filter((one) => one.as === 'organization')
    .map((one) => ({ value: one.key, label: label(one.label, lang) }))
}

/** What the charter calls a part of the city; nothing where there is none. */
export function wardLabel(charter: Charter, ward: string | null, lang: Lang = 'ja'): string {
  return ward ? label(charter.territory.units.find(({ key }) => key === ward)?.label, lang) || ward : ''
}

export const roleLabels: Record<MembershipRole, string> = {
  representative: '代表者',
  secretary: '事務担当',
  signatory: '署名者',
  member: '会員',
  officer: '担当職員',
}
