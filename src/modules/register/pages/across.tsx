import { definePage, type Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { Columns, EmptyState, LinkList, Pagination } from '../../../ui/index.ts'
import { chartersInForce } from '../../charters/index.ts'
import { nextKey, PAGE, queryOf, readFilter, sharedKeys } from '../filter.ts'
import { type FoundAcross, NarrowAcross } from '../parts/narrow.tsx'
import { ProjectTable } from '../parts/projects.tsx'
import { countFound, listFound, whereOf } from '../queries.ts'
import { urls } from '../urls.ts'
import { publicWords } from '../words/public.ts'

export const acrossPage = definePage({
  who: 'anyone',
  translated: true,
  published: async (c): Promise<FoundAcross> => {
    const filter = readFilter(c.query, sharedKeys)
    const where = whereOf(c.cities, filter)
    const rows = await listFound(c.db, where, filter)
    const counted = await countFound(c.db, where, filter)
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
      <Columns first label={say.narrow} aside={<NarrowAcross frame={frame} list={published} />}>
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
