import { definePage, type Frame, type Views } from '../../../platform/web/index.ts'
import { CityPage, cityWord } from '../../../site/index.ts'
import {
  ButtonLink,
  ButtonRow,
  Columns,
  DataTable,
  EmptyState,
  FilterForm,
  Original,
  Pagination,
} from '../../../ui/index.ts'
import { type Charter, type Label, Words, word } from '../../charters/index.ts'
import { registerGroup } from '../actions/index.ts'
import { type GroupFilter, PAGE, readGroupFilter } from '../party/filter.ts'
import { countGroups, listGroups } from '../queries.ts'
import { urls } from '../urls.ts'
import { say } from '../words.ts'

interface Groups {
  filter: GroupFilter
  rows: Awaited<ReturnType<typeof listGroups>>
  counts: Awaited<ReturnType<typeof countGroups>>
}

/** Every published group of the city. */
function GroupsPage({ frame, published }: Views<Groups, undefined>) {
  const { city, charter, actor, lang, now } = frame
  const here = { city: city.slug }
  const { filter, rows, counts } = published
  const page = rows.slice(0, PAGE)
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const wards = charter.territory.units.length > 0
  return (
    <CityPage frame={frame} title={cityWord(city, 'group', lang)} wide lead={say.lead[lang]}>
      <ButtonRow>
        {registerGroup.may(actor, { charter }, now) && (
          <ButtonLink href={urls.new(here)}>{say.register[lang]}</ButtonLink>
        )}
        <ButtonLink kind="quiet" href={urls.departments(here)}>
          {(wards ? say.departmentsAndWards : say.departments)[lang]}
        </ButtonLink>
      </ButtonRow>
      <Columns first label={say.narrow[lang]} aside={<Narrow frame={frame} groups={published} />}>
        {page.length === 0 ? (
          <EmptyState action={total > 0 ? <a href={urls.list(here)}>{say.clear[lang]}</a> : undefined}>
            {(total > 0 ? say.noneFound : say.noneYet)[lang]}
          </EmptyState>
        ) : (
          <DataTable
            caption={say.caption[lang]}
            rows={page}
            columns={[
              {
                label: say.name[lang],
                heading: true,
                cell: (one) => (
                  <a href={urls.show({ ...here, number: String(one.number) })}>
                    <Original>{one.name}</Original>
                  </a>
                ),
              },
              { label: say.kind[lang], cell: (one) => <Words of={kindOf(charter, one.kind)} /> },
              ...(wards
                ? [
                    {
                      label: word(charter, 'ward', lang),
                      cell: (one: (typeof page)[number]) => <Words of={wardOf(charter, one.ward)} />,
                    },
                  ]
                : []),
              { label: say.purpose[lang], cell: (one) => <Original>{one.purpose}</Original> },
            ]}
          />
        )}
        <Pagination
          next={
            rows.length > PAGE ? urls.list(here, { ...asQuery(filter), after: String(page.at(-1)!.number) }) : undefined
          }
          previous={filter.after ? urls.list(here, asQuery(filter)) : undefined}
        />
      </Columns>
    </CityPage>
  )
}

const asQuery = ({ kind, ward, words }: GroupFilter) => ({ kind, ward, q: words })

function Narrow({ frame, groups }: { frame: Frame; groups: Groups }) {
  const { city, charter, lang } = frame
  const { filter, counts } = groups
  const here = { city: city.slug }
  const facet = (
    key: 'kind' | 'ward',
    label: string,
    order: string[],
    nameOf: (value: string) => Label | undefined,
  ) => ({
    name: key,
    label,
    options: order
      .map((value) => ({
        value,
        label: <Words of={nameOf(value)} otherwise={value} />,
        count: counts.filter((one) => one[key] === value).reduce((sum, { count }) => sum + count, 0),
        checked: filter[key].includes(value),
      }))
      .filter(({ count, checked }) => count > 0 || checked),
  })
  const kinds = [...new Set([...charter.actors.map(({ key }) => key), ...counts.map(({ kind }) => kind)])]
  const facets = [
    facet('kind', say.kind[lang], kinds, (value) => kindOf(charter, value)),
    facet(
      'ward',
      word(charter, 'ward', lang),
      charter.territory.units.map(({ key }) => key),
      (value) => wardOf(charter, value),
    ),
  ]
  const chosen = facets.flatMap(({ name, options }) =>
    options
      .filter(({ checked }) => checked)
      .map(({ value, label }) => ({
        label,
        href: urls.list(here, { ...asQuery(filter), [name]: filter[name as 'kind'].filter((one) => one !== value) }),
      })),
  )
  return (
    <FilterForm
      action={urls.list(here)}
      facets={facets.filter(({ options }) => options.length > 0)}
      search={{ value: filter.words }}
      chosen={chosen}
      clear={chosen.length || filter.words ? { href: urls.list(here), label: say.clear[lang] } : undefined}
    />
  )
}

const kindOf = (charter: Charter, kind: string) => charter.actors.find(({ key }) => key === kind)?.label
const wardOf = (charter: Charter, ward: string | null) => charter.territory.units.find(({ key }) => key === ward)?.label

export const listPage = definePage({
  who: 'anyone',
  translated: true,
  published: async (c): Promise<Groups> => {
    const filter = readGroupFilter(c.query)
    const rows = await listGroups(c.db, c.city.id, filter)
    return { filter, rows, counts: await countGroups(c.db, c.city.id) }
  },
  view: GroupsPage,
})
