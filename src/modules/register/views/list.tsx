import type { Frame, Views } from '../../../platform/web/index.ts'
import { CityPage, cityWord } from '../../../site/index.ts'
import {
  Badge,
  Columns,
  DataTable,
  EmptyState,
  FilterForm,
  LinkList,
  Original,
  Pagination,
  Spoken,
} from '../../../ui/index.ts'
import { type Charter, Words, WordsInLine } from '../../charters/index.ts'
import { lifecycle, mayEnterProject } from '../../projects/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { type Filter, keyOf, PAGE, queryOf } from '../forms.ts'
import type { Found } from '../queries.ts'
import { urls } from '../urls.ts'
import { facetNames } from '../words/facets.ts'
import { publicWords } from '../words/public.ts'
import { facetsFor, labelOf, type PartyNames } from './labels.tsx'
import { termIn } from './term.ts'

export interface FoundList {
  filter: Filter
  rows: Found[]
  total: number
  facets: Map<string, number>
}

/** The same in one city, with what its parties are called. */
export type FoundInCity = FoundList & { parties: PartyNames }

/** The part of the page that follows each choice. */
const FOUND = 'found'

/** The city's list of collaborations: what it is narrowed by stands in the address, so that it can be kept and sent. */
export function ProjectsPage({ frame, published }: Views<FoundInCity, undefined>) {
  const { city, charter, lang } = frame
  const at = { city: city.slug }
  const { filter, rows, total } = published
  const say = publicWords[lang]
  const title = cityWord(city, 'register', lang)
  const download = queryOf(filter)
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
      <Columns first label={say.narrow} aside={<Narrow frame={frame} list={published} />}>
        <div class="flow" id={FOUND}>
          <p role="status">{total === 0 ? say.noneFound : say.found(total)}</p>
          {rows.length === 0 ? (
            <EmptyState action={<a href={urls.projects(at)}>{say.clear}</a>}>{say.tryOther}</EmptyState>
          ) : (
            <ProjectTable
              rows={rows.slice(0, PAGE)}
              charterOf={() => charter}
              href={(row) => projects.show({ ...at, ref: row.ref })}
              lang={lang}
              caption={title}
            />
          )}
          <Pagination
            next={
              rows.length > PAGE ? urls.projects(at, queryOf(filter, { after: keyOf(rows[PAGE - 1]!) })) : undefined
            }
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

function Narrow({ frame, list }: { frame: Frame; list: FoundInCity }) {
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
      facets={facetsFor(charter, filter, list.facets, list.parties, lang)}
      search={{ value: filter.words }}
      chosen={chosen}
      clear={chosen.length || filter.words ? { href: urls.projects(at), label: publicWords[lang].clear } : undefined}
    />
  )
}

/** Found projects in a table that becomes cards on a phone. */
export function ProjectTable(props: {
  rows: Found[]
  caption: string
  charterOf?: (row: Found) => Charter | undefined
  lang: Frame['lang']
  href: (row: Found) => string
  cityName?: (row: Found) => string | undefined
}) {
  const { rows, caption, charterOf, lang, href, cityName } = props
  const say = publicWords[lang]
  const formsOf = (row: Found) => {
    const charter = charterOf?.(row)
    return <WordsInLine of={valuesOf(row, 'form').map((value) => labelOf(charter, 'form', value))} />
  }
  const termOf = (row: Found) => termIn(lang, row.shown.period, valuesOf(row, 'year'), charterOf?.(row)?.city.eraChange)
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={rows}
      columns={[
        {
          label: say.name,
          heading: true,
          cell: (row) => (
            <a href={href(row)}>
              <Original>{row.title}</Original>
            </a>
          ),
        },
        ...(cityName ? [{ label: say.city, whole: true, cell: (row: Found) => cityName(row) }] : []),
        {
          label: say.parties,
          cell: (row) => (
            <>
              <Original>{row.shown.parties?.slice(0, 4).join('、')}</Original>
              {(row.shown.parties?.length ?? 0) > 4 && say.others}
            </>
          ),
        },
        { label: say.term, cell: termOf },
        ...(charterOf ? [{ label: facetNames.form[lang], cell: formsOf }] : []),
        { label: say.state, cell: (row) => <StateBadge row={row} /> },
      ]}
    />
  )
}

/** Where a found project stands. */
export function StateBadge({ row }: { row: Found }) {
  const state = lifecycle.states[valuesOf(row, 'state')[0] as keyof typeof lifecycle.states]
  return state ? (
    <Badge tone={state.tone}>
      <Spoken>{state.label}</Spoken>
    </Badge>
  ) : null
}

/** The values of one facet of a row. */
export function valuesOf(row: Found, key: string): string[] {
  return row.facets.filter((facet) => facet.startsWith(`${key}:`)).map((facet) => facet.slice(key.length + 1))
}
