import { definePage, type Frame, type Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { Columns, EmptyState, FilterForm, LinkList, Pagination } from '../../../ui/index.ts'
import { type Charter, chartersInForce } from '../../charters/index.ts'
import { nextKey, PAGE, queryOf, readFilter, sharedKeys } from '../filter.ts'
import { SharedName, sharedFacets } from '../parts/facets.tsx'
import { ProjectTable } from '../parts/projects.tsx'
import { countFound, type FoundList, listFound, whereOf } from '../queries.ts'
import { urls } from '../urls.ts'
import { facetNames } from '../words/facets.ts'
import { publicWords } from '../words/public.ts'

/** The list over all cities, with the charters whose words it is told in. */
type FoundAcross = FoundList & { charters: Map<number, Charter> }

/** Every city's collaborations in one list, narrowed by what means the same in all of them. */
export const acrossPage = definePage({
  who: 'anyone',
  translated: true,
  published: async (c): Promise<FoundAcross> => {
    const filter = readFilter(c.query, sharedKeys)
    const where = whereOf(c.cities, filter)
    const rows = await listFound(c.db, 'project', where, filter)
    const counted = await countFound(c.db, 'project', where, filter)
    return { filter, rows, ...counted, charters: await chartersInForce(c.db, c.now) }
  },
  view: AcrossPage,
})

function AcrossPage({ frame, published }: Views<FoundAcross, undefined>) {
  const { filter, rows, total, charters } = published
  const say = publicWords[frame.lang]
  const next = nextKey(rows)
  return (
    <CityPage frame={frame} title={say.acrossTitle} wide lead={say.acrossLead}>
      <Columns first label={say.narrow} aside={<Narrow frame={frame} list={published} />}>
        <p role="status">{total === 0 ? say.noneFound : say.found(total)}</p>
        {rows.length === 0 ? (
          <EmptyState action={<a href={urls.acrossCities()}>{say.clear}</a>}>{say.tryOther}</EmptyState>
        ) : (
          <ProjectTable
            frame={frame}
            rows={rows.slice(0, PAGE)}
            caption={say.acrossTitle}
            charterOf={(row) => charters.get(row.city_id)}
            withCity
          />
        )}
        <Pagination
          next={next && urls.acrossCities(queryOf(filter, { after: next }))}
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
      facets={[city, ...sharedFacets({ filter, facets, lang }, all)]}
      search={{ value: filter.words }}
      chosen={chosen}
      clear={chosen.length || filter.words ? { href: urls.acrossCities(), label: publicWords[lang].clear } : undefined}
    />
  )
}
