import type { Lang } from '../../../platform/web/index.ts'
import { actorKind, type Charter, type Label, label, registrableKinds } from '../../charters/index.ts'
import type { MembershipRole, Party } from '../tables.ts'

export const kindName = (charter: Charter, kind: string): Label | undefined => actorKind(charter, kind)?.label

export const wardName = (charter: Charter, ward: string | null): Label | undefined =>
  charter.territory.units.find(({ key }) => key === ward)?.label

export function kindLabel(charter: Charter, kind: string, lang: Lang = 'ja'): string {
  return label(kindName(charter, kind), lang) || kind
}

/** By what the public knows a party: a group by its name, a person by the charter's word for persons. */
export const publicNameOf = (charter: Charter, { unit, kind, name }: Pick<Party, 'unit' | 'kind' | 'name'>): string =>
  unit === 'person' ? label(kindName(charter, kind)) || '個人' : name

/** The charter's kinds of group, or of person, for a form. */
export function kindOptions(charter: Charter, lang: Lang = 'ja', as: 'organization' | 'person' = 'organization') {
  return registrableKinds(charter)
    .filter((one) => one.as === as)
    .map((one) => ({ value: one.key, label: label(one.label, lang) }))
}

/** The kind of the city's own parties: the charter's kind in the city's part; a ward's own where there is one. */
export function cityKind(charter: Charter, ward: boolean): string {
  const own = charter.actors.filter(({ role, gathers }) => role === 'city' && !gathers)
  const found = (ward && own.find(({ standard }) => standard === 'ward')) || own[0] || charter.actors[0]
  return found?.key ?? 'city'
}

export function wardLabel(charter: Charter, ward: string | null, lang: Lang = 'ja'): string {
  return ward ? label(wardName(charter, ward), lang) || ward : ''
}

export const roleLabels: Record<MembershipRole, string> = {
  representative: '代表者',
  secretary: '事務担当',
  signatory: '署名者',
  member: '会員',
  officer: '担当職員',
}
