import type { Frame, Views } from '../../../platform/web/index.ts'
import { Columns, EmptyState, FilterForm, Pagination } from '../../../ui/index.ts'
import type { Charter } from '../../charters/index.ts'
import { CityPage } from '../../cities/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { keyOf, PAGE, queryOf, sharedKeys } from '../forms.ts'
import type { Found } from '../queries.ts'
import { urls } from '../urls.ts'
import { sharedFacets, sharedLabel } from './labels.ts'
import { type FoundList, ProjectTable } from './list.tsx'

/** The list over all cities, with the charters whose words it is told in. */
export type FoundAcross = FoundList & { charters: Map<number, Charter> }

/** Every city's collaborations in one list, narrowed by what means the same in all of them. */
export function AcrossPage({ frame, published }: Views<FoundAcross, undefined>) {
  const { cities, lang } = frame
  const { filter, rows, total, charters } = published
  const cityOf = (row: Found) => cities.find((one) => one.id === row.city_id)
  return (
    <CityPage
      frame={frame}
      title="すべての市の取り組み"
      wide
      lead="どの市の取り組みも、ひとつの一覧でさがせます。領域や類型など、その市だけの分け方は、それぞれの市の一覧で選べます。"
    >
      <Columns first label="しぼり込み" aside={<Narrow frame={frame} list={published} />}>
        <p role="status">
          {total === 0 ? '条件に合う事業はありません。' : `${total.toLocaleString('ja-JP')}件の事業があります。`}
        </p>
        {rows.length === 0 ? (
          <EmptyState action={<a href={urls.acrossCities()}>条件をすべて外す</a>}>
            条件をひとつ外すと、見つかることがあります。
          </EmptyState>
        ) : (
          <ProjectTable
            rows={rows.slice(0, PAGE)}
            caption="すべての市の取り組み"
            lang={lang}
            charterOf={(row) => charters.get(row.city_id)}
            cityName={(row) => cityOf(row)?.name ?? ''}
            href={(row) => projects.show({ city: cityOf(row)?.slug ?? '', ref: row.ref })}
          />
        )}
        <Pagination
          next={rows.length > PAGE ? urls.acrossCities(queryOf(filter, { after: keyOf(rows[PAGE - 1]!) })) : undefined}
          previous={filter.after ? urls.acrossCities(queryOf(filter)) : undefined}
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
      .map(({ slug, name }) => ({ label: name, href: without('city', chosenCities, slug) })),
    ...Object.entries(filter.facets).flatMap(([key, values]) =>
      values.map((value) => ({ label: sharedLabel(all, key, value, lang), href: without(key, values, value) })),
    ),
  ]
  const city = {
    name: 'city',
    label: '市',
    options: cities.map(({ id, slug, name }) => ({
      value: slug,
      label: name,
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
      clear={chosen.length || filter.words ? { href: urls.acrossCities(), label: '条件をすべて外す' } : undefined}
    />
  )
}
