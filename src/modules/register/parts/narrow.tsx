import type { Frame } from '../../../platform/web/index.ts'
import { FilterForm, Original } from '../../../ui/index.ts'
import { type Charter, Words } from '../../charters/index.ts'
import { labelOf } from '../facet.ts'
import { queryOf } from '../filter.ts'
import type { FoundList } from '../queries.ts'
import { urls } from '../urls.ts'
import { facetNames } from '../words/facets.ts'
import { publicWords } from '../words/public.ts'
import { facetsFor, type PartyNames, SharedName, sharedFacets } from './facets.tsx'

/** The id of the part of the page that is replaced after each choice. */
export const FOUND = 'found'

export type FoundInCity = FoundList & { parties: PartyNames }

export function NarrowInCity({ frame, list }: { frame: Frame; list: FoundInCity }) {
  const { city, charter, lang } = frame
  const at = { city: city.slug }
  const { filter } = list
  const chosen = Object.entries(filter.facets).flatMap(([key, values]) =>
    values.map((value) => ({
      label:
        key === 'party' ? (
          <Original>{list.parties.get(value) ?? value}</Original>
        ) : (
          <Words of={labelOf(charter, key, value)} />
        ),
      href: urls.projects(at, queryOf(filter, { [key]: values.filter((one) => one !== value) })),
    })),
  )
  return (
    <FilterForm
      action={urls.projects(at)}
      results={FOUND}
      facets={facetsFor({ ...list, lang }, charter, list.parties)}
      search={{ value: filter.words }}
      chosen={chosen}
      clear={chosen.length || filter.words ? { href: urls.projects(at), label: publicWords[lang].clear } : undefined}
    />
  )
}

/** The list of all cities, with the charters whose words it uses. */
export type FoundAcross = FoundList & { charters: Map<number, Charter> }

export function NarrowAcross({ frame, list }: { frame: Frame; list: FoundAcross }) {
  const { cities, lang } = frame
  const { filter, facets, charters } = list
  const all = [...charters.values()]
  const without = (key: string, values: string[], value: string) =>
    urls.acrossCities(queryOf(filter, { [key]: values.filter((one) => one !== value) }))
  const chosenCities = filter.cities ?? []
  const chosen = [
    ...cities
      .filter(({ slug }) => chosenCities.includes(slug))
      .map(({ slug, spoken }) => ({ label: spoken.name[lang], href: without('city', chosenCities, slug) })),
    ...Object.entries(filter.facets).flatMap(([key, values]) =>
      values.map((value) => ({
        label: <SharedName charters={all} of={[key, value]} />,
        href: without(key, values, value),
      })),
    ),
  ]
  const city = {
    name: 'city',
    label: facetNames.city[lang],
    options: cities.map(({ id, slug, spoken }) => ({
      value: slug,
      label: spoken.name[lang],
      count: facets.get(`city:${id}`) ?? 0,
      checked: chosenCities.includes(slug),
    })),
  }
  return (
    <FilterForm
      action={urls.acrossCities()}
      facets={[city, ...sharedFacets({ filter, facets, lang }, all)]}
      search={{ value: filter.words }}
      chosen={chosen}
      clear={chosen.length || filter.words ? { href: urls.acrossCities(), label: publicWords[lang].clear } : undefined}
    />
  )
}
