import { fiscalYearLabel } from '../../../platform/time.ts'
import type { Lang } from '../../../platform/web/index.ts'
import type { Facet } from '../../../ui/index.ts'
import { type Charter, label } from '../../charters/index.ts'
import { lifecycle as project } from '../../projects/index.ts'
import { type FacetKey, type Filter, facetKeys } from '../forms.ts'

const names: Record<FacetKey, string> = {
  year: '年度',
  state: '状態',
  form: '協働の形態',
  zone: '領域',
  type: 'はじまりの類型',
  field: '分野',
  ward: '区',
  programme: '制度',
  kind: '団体の種類',
  party: '団体',
}

type Keyed = { key: string; label: Parameters<typeof label>[0] }

/** What a facet's value is called in this city. */
export function facetLabel(charter: Charter, key: string, value: string, lang: Lang = 'ja'): string {
  if (key === 'year') return fiscalYearLabel(Number(value))
  if (key === 'state') return project.states[value as keyof typeof project.states]?.label ?? value
  const lists: Record<string, readonly Keyed[]> = {
    form: charter.forms,
    zone: charter.zones,
    type: charter.startTypes,
    field: charter.fields,
    ward: charter.territory.units,
    programme: charter.programmes,
    kind: charter.actors,
  }
  return label(lists[key]?.find((one) => one.key === value)?.label, lang) || value
}

/** The facets of a list with their counts; what would leave nothing and is not chosen is not offered. */
export function facetsFor(charter: Charter, filter: Filter, counts: Map<string, number>, lang: Lang): Facet[] {
  return facetKeys
    .filter((key) => key !== 'party' && key !== 'kind')
    .map((key) => {
      const values = [...counts.keys()]
        .filter((facet) => facet.startsWith(`${key}:`))
        .map((facet) => facet.slice(key.length + 1))
      const all = [...new Set([...values, ...(filter.facets[key] ?? [])])]
      return {
        name: key,
        label: names[key],
        options: order(key, all, charter).map((value) => ({
          value,
          label: facetLabel(charter, key, value, lang),
          count: counts.get(`${key}:${value}`) ?? 0,
          checked: filter.facets[key]?.includes(value),
        })),
      }
    })
    .filter((facet) => facet.options.length > 1 || facet.options.some((option) => option.checked))
}

/** Years newest first, everything else in the charter's own order. */
function order(key: string, values: string[], charter: Charter): string[] {
  if (key === 'year') return values.sort().reverse()
  const lists: Record<string, readonly Keyed[]> = {
    form: charter.forms,
    zone: charter.zones,
    type: charter.startTypes,
    field: charter.fields,
  }
  const position = new Map(lists[key]?.map((one, at) => [one.key, at]))
  return values.sort((a, b) => (position.get(a) ?? 99) - (position.get(b) ?? 99))
}
