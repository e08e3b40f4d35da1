import type { Frame, Views } from '../../../platform/web/index.ts'
import { Badge, Columns, DataTable, EmptyState, FilterForm, LinkList, Pagination } from '../../../ui/index.ts'
import type { Charter } from '../../charters/index.ts'
import { CityPage } from '../../cities/index.ts'
import { canEnterProject, lifecycle } from '../../projects/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { type Filter, keyOf, PAGE, queryOf } from '../forms.ts'
import type { Found } from '../queries.ts'
import { urls } from '../urls.ts'
import { facetLabel, facetsFor, type PartyNames } from './labels.ts'

export interface FoundList {
  filter: Filter
  rows: Found[]
  total: number
  facets: Map<string, number>
}

/** The same in one city, with what its parties are called. */
export type FoundInCity = FoundList & { parties: PartyNames }

/** The city's list of collaborations: what it is narrowed by stands in the address, so that it can be kept and sent. */
export function ProjectsPage({ frame, published }: Views<FoundInCity, undefined>) {
  const { city, charter, lang } = frame
  const at = { city: city.slug }
  const { filter, rows, total } = published
  const title = city.words.register ?? '協働事業の一覧'
  const download = queryOf(filter)
  return (
    <CityPage
      frame={frame}
      title={title}
      wide
      lead="市民と市が、力を合わせて取り組んでいること、取り組んできたことのすべてです。"
      alternates={[{ href: urls.feed(at), type: 'application/atom+xml', title: `${city.name}の協働` }]}
    >
      <Columns first label="しぼり込み" aside={<Narrow frame={frame} list={published} />}>
        <p role="status">
          {total === 0 ? '条件に合う事業はありません。' : `${total.toLocaleString('ja-JP')}件の事業があります。`}
        </p>
        {rows.length === 0 ? (
          <EmptyState action={<a href={urls.projects(at)}>条件をすべて外す</a>}>
            条件をひとつ外すと、見つかることがあります。
          </EmptyState>
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
          next={rows.length > PAGE ? urls.projects(at, queryOf(filter, { after: keyOf(rows[PAGE - 1]!) })) : undefined}
          previous={filter.after ? urls.projects(at, queryOf(filter)) : undefined}
        />
        {canEnterProject(frame.actor, frame) === true && (
          <p>
            <a href={projects.new(at)}>この一覧に事業を登録する</a>
          </p>
        )}
        <LinkList
          label="この一覧のダウンロード"
          links={[
            { href: urls.projectsCsv(at, download), label: 'CSV（表計算ソフト用）' },
            { href: urls.projectsXlsx(at, download), label: 'Excel' },
            { href: urls.projectsJson(at, download), label: 'JSON（プログラム用）' },
          ]}
        />
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
      label: (key === 'party' && list.parties.get(value)) || facetLabel(charter, key, value, lang),
      href: urls.projects(at, queryOf(filter, { [key]: values.filter((one) => one !== value) })),
    })),
  )
  return (
    <FilterForm
      action={urls.projects(at)}
      facets={facetsFor(charter, filter, list.facets, list.parties, lang)}
      search={{ value: filter.words }}
      chosen={chosen}
      clear={chosen.length || filter.words ? { href: urls.projects(at), label: '条件をすべて外す' } : undefined}
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
  cityName?: (row: Found) => string
}) {
  const { rows, caption, charterOf, lang, href, cityName } = props
  const formsOf = (row: Found) => {
    const charter = charterOf?.(row)
    return valuesOf(row, 'form')
      .map((value) => (charter ? facetLabel(charter, 'form', value, lang) : value))
      .join('、')
  }
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={rows}
      columns={[
        { label: '事業の名前', heading: true, cell: (row) => <a href={href(row)}>{row.title}</a> },
        ...(cityName ? [{ label: '市', whole: true, cell: (row: Found) => cityName(row) }] : []),
        {
          label: '取り組む人たち',
          cell: (row) =>
            row.shown.parties?.slice(0, 4).join('、') + ((row.shown.parties?.length ?? 0) > 4 ? ' ほか' : ''),
        },
        { label: '期間', cell: (row) => row.shown.period ?? '' },
        ...(charterOf ? [{ label: '形態', cell: formsOf }] : []),
        { label: '状態', cell: (row) => <StateBadge row={row} /> },
      ]}
    />
  )
}

function StateBadge({ row }: { row: Found }) {
  const state = lifecycle.states[valuesOf(row, 'state')[0] as keyof typeof lifecycle.states]
  return state ? <Badge tone={state.tone}>{state.label}</Badge> : null
}

/** The values of one facet of a row. */
export function valuesOf(row: Found, key: string): string[] {
  return row.facets.filter((facet) => facet.startsWith(`${key}:`)).map((facet) => facet.slice(key.length + 1))
}
