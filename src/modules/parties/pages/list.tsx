import { definePage, type Frame, type Views } from '../../../platform/web/index.ts'
import { CityPage, cityWord } from '../../../site/index.ts'
import { ButtonLink, ButtonRow, Columns, DataTable, EmptyState, Original, Pagination } from '../../../ui/index.ts'
import { Words, word } from '../../charters/index.ts'
import { registerGroup, registerPerson } from '../actions/index.ts'
import { mayRegisterPerson } from '../may.ts'
import { Narrow } from '../parts/narrow.tsx'
import { asQuery, type GroupFilter, PAGE, readGroupFilter } from '../party/filter.ts'
import { kindName, wardName } from '../party/labels.ts'
import { countGroups, type GroupCount, listGroups } from '../queries/published.ts'
import { urls } from '../urls.ts'
import { say } from '../words.ts'

interface Groups {
  filter: GroupFilter
  rows: Awaited<ReturnType<typeof listGroups>>
  counts: GroupCount[]
}

function GroupsPage({ frame, published }: Views<Groups, undefined>) {
  const { city, charter, actor, lang, now } = frame
  const here = { city: city.slug }
  const { filter, rows, counts } = published
  const page = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? page.at(-1) : undefined
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const wards = charter.territory.units.length > 0
  return (
    <CityPage frame={frame} title={cityWord(city, 'group', lang)} wide lead={say.lead[lang]}>
      <ButtonRow>
        {registerGroup.may(actor, { charter }, now) && (
          <ButtonLink href={urls.new(here)}>{say.register[lang]}</ButtonLink>
        )}
        {registerPerson.may(actor, { charter }, now) && (
          <ButtonLink kind="secondary" href={urls.newPerson(here)}>
            {say.registerPerson[lang]}
          </ButtonLink>
        )}
        {mayRegisterPerson(actor, charter) && (
          <ButtonLink kind="quiet" href={urls.persons(here)}>
            {say.persons[lang]}
          </ButtonLink>
        )}
        <ButtonLink kind="quiet" href={urls.departments(here)}>
          {(wards ? say.departmentsAndWards : say.departments)[lang]}
        </ButtonLink>
      </ButtonRow>
      <Columns first label={say.narrow[lang]} aside={<Narrow frame={frame} filter={filter} counts={counts} />}>
        {page.length === 0 ? (
          <EmptyState action={total > 0 ? <a href={urls.list(here)}>{say.clear[lang]}</a> : undefined}>
            {(total > 0 ? say.noneFound : say.noneYet)[lang]}
          </EmptyState>
        ) : (
          <GroupsTable frame={frame} rows={page} />
        )}
        <Pagination
          next={last && urls.list(here, { ...asQuery(filter), after: String(last.number) })}
          previous={filter.after ? urls.list(here, asQuery(filter)) : undefined}
        />
      </Columns>
    </CityPage>
  )
}

function GroupsTable({ frame: { city, charter, lang }, rows }: { frame: Frame; rows: Groups['rows'] }) {
  const ward = {
    label: word(charter, 'ward', lang),
    cell: (one: Groups['rows'][number]) => <Words of={wardName(charter, one.ward)} />,
  }
  return (
    <DataTable
      caption={say.caption[lang]}
      rows={rows}
      columns={[
        {
          label: say.name[lang],
          heading: true,
          cell: (one) => (
            <a href={urls.show({ city: city.slug, number: String(one.number) })}>
              <Original>{one.name}</Original>
            </a>
          ),
        },
        { label: say.kind[lang], cell: (one) => <Words of={kindName(charter, one.kind)} /> },
        ...(charter.territory.units.length > 0 ? [ward] : []),
        { label: say.purpose[lang], cell: (one) => <Original>{one.purpose}</Original> },
      ]}
    />
  )
}

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
