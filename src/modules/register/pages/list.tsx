import { definePage, type Views } from '../../../platform/web/index.ts'
import { CityPage, cityWord } from '../../../site/index.ts'
import { Columns, EmptyState, LinkList, Pagination } from '../../../ui/index.ts'
import { mayEnterProject } from '../../projects/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { nextKey, offeredParties, PAGE, queryOf, readFilter } from '../filter.ts'
import { FOUND, type FoundInCity, NarrowInCity } from '../parts/narrow.tsx'
import { ProjectTable } from '../parts/projects.tsx'
import { countFound, listFound, namesOfParties } from '../queries.ts'
import { urls } from '../urls.ts'
import { publicWords } from '../words/public.ts'

/** The city's list of collaborations; its filter is in the address, so that people can keep and share it. */
export const listPage = definePage({
  who: 'anyone',
  translated: true,
  published: async (c): Promise<FoundInCity> => {
    const filter = readFilter(c.query)
    const rows = await listFound(c.db, c.city.id, filter)
    const counted = await countFound(c.db, c.city.id, filter)
    const parties = await namesOfParties(c.db, c.city.id, offeredParties(filter, counted.facets))
    return { filter, rows, ...counted, parties }
  },
  view: ProjectsPage,
})

function ProjectsPage({ frame, published }: Views<FoundInCity, undefined>) {
  const { city, charter, lang } = frame
  const at = { city: city.slug }
  const { filter, rows, total } = published
  const say = publicWords[lang]
  const title = cityWord(city, 'register', lang)
  const download = queryOf(filter)
  const next = nextKey(rows)
  return (
    <CityPage
      frame={frame}
      title={title}
      wide
      lead={say.listLead}
      alternates={[
        {
          href: urls.feed(at),
          type: 'application/atom+xml',
          title: say.frontHeading(city.spoken.name[lang], cityWord(city, 'collaboration', lang)),
        },
      ]}
    >
      <Columns first label={say.narrow} aside={<NarrowInCity frame={frame} list={published} />}>
        <div class="flow" id={FOUND}>
          <p role="status">{total === 0 ? say.noneFound : say.found(total)}</p>
          {rows.length === 0 ? (
            <EmptyState action={<a href={urls.projects(at)}>{say.clear}</a>}>{say.tryOther}</EmptyState>
          ) : (
            <ProjectTable frame={frame} rows={rows.slice(0, PAGE)} charterOf={() => charter} caption={title} />
          )}
          <Pagination
            next={next && urls.projects(at, queryOf(filter, { after: next }))}
            previous={filter.after ? urls.projects(at, queryOf(filter)) : undefined}
          />
          {mayEnterProject(frame.actor, frame) && (
            <p>
              <a href={projects.new(at)}>{say.enter}</a>
            </p>
          )}
          <LinkList
            label={say.downloads}
            links={[
              { href: urls.projectsCsv(at, download), label: say.csv },
              { href: urls.projectsXlsx(at, download), label: 'Excel' },
              { href: urls.projectsJson(at, download), label: say.json },
            ]}
          />
        </div>
      </Columns>
    </CityPage>
  )
}
