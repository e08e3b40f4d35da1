import type { Frame, Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { Columns, EmptyState, FilterForm, LinkList, Pagination } from '../../../ui/index.ts'
import type { Charter } from '../../charters/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { keyOf, PAGE, queryOf, sharedKeys } from '../forms.ts'
import type { Found } from '../queries.ts'
import { urls } from '../urls.ts'
import { facetNames } from '../words/facets.ts'
import { publicWords } from '../words/public.ts'
import { SharedName, sharedFacets } from './labels.tsx'
import { type FoundList, ProjectTable } from './list.tsx'

/** The list over all cities, with the charters whose words it is told in. */
export type FoundAcross = FoundList & { charters: Map<number, Charter> }

/** Every city's collaborations in one list, narrowed by what means the same in all of them. */
export function AcrossPage({ frame, published }: Views<FoundAcross, undefined>) {
  const { cities, lang } = frame
  const { filter, rows, total, charters } = published
  const say = publicWords[lang]
  const cityOf = (row: Found) => cities.find((one) => one.id === row.city_id)
  return (
    <CityPage frame={frame} title={say.acrossTitle} wide lead={say.acrossLead}>
      <Columns first label={say.narrow} aside={<Narrow frame={frame} list={published} />}>
        <p role="status">{total === 0 ? say.noneFound : say.found(total)}</p>
        {rows.length === 0 ? (
          <EmptyState action={<a href={urls.acrossCities()}>{say.clear}</a>}>{say.tryOther}</EmptyState>
        ) : (
          <ProjectTable
            rows={rows.slice(0, PAGE)}
            caption={say.acrossTitle}
            lang={lang}
            charterOf={(row) => charters.get(row.city_id)}
            cityName={(row) => cityOf(row)?.spoken.name[lang]}
            href={(row) => projects.show({ city: cityOf(row)?.slug ?? '', ref: row.ref })}
          />
        )}
        <Pagination
          next={rows.length > PAGE ? urls.acrossCities(queryOf(filter, { after: keyOf(rows[PAGE - 1]!) })) : undefined}
          previous={filter.after ? urls.acrossCities(queryOf(filter)) : undefined}
        />
        <LinkList
          label={say.downloads}
          links={[
            { href: urls.acrossCsv(queryOf(filter)), label: say.csv },
            { href: urls.acrossXlsx(queryOf(filter)), label: 'Excel' },
            { href: urls.acrossJson(queryOf(filter)), label: say.json },
          ]}
        />
      </Columns>
    </CityPage>
  )
}

function Narrow({ frame, list }: { frame: Frame; list: FoundAcross }) {
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
      facets={[city, ...sharedFacets(sharedKeys, all, filter, facets, lang)]}
      search={{ value: filter.words }}
      chosen={chosen}
      clear={chosen.length || filter.words ? { href: urls.acrossCities(), label: publicWords[lang].clear } : undefined}
    />
  )
}
