import type { Frame, Views } from '../../../platform/web/index.ts'
import {
  ButtonLink,
  ButtonRow,
  Columns,
  DataTable,
  EmptyState,
  FilterForm,
  LinkList,
  Pagination,
} from '../../../ui/index.ts'
import { word } from '../../charters/index.ts'
import { CityPage } from '../../cities/index.ts'
import type { GroupFilter } from '../forms.ts'
import { type countGroups, type listBodies, type listGroups, PAGE } from '../queries.ts'
import { canRegisterParty } from '../rules.ts'
import { urls } from '../urls.ts'
import { kindLabel, wardLabel } from './labels.ts'

export interface Groups {
  filter: GroupFilter
  rows: Awaited<ReturnType<typeof listGroups>>
  counts: Awaited<ReturnType<typeof countGroups>>
}

/** Every published group of the city. */
export function GroupsPage({ frame, published }: Views<Groups, undefined>) {
  const { city, charter, actor, lang } = frame
  const here = { city: city.slug }
  const { filter, rows, counts } = published
  const page = rows.slice(0, PAGE)
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const wards = charter.territory.units.length > 0
  return (
    <CityPage
      frame={frame}
      title={city.words.group ?? '団体'}
      wide
      lead="市民の活動をしている団体のうち、公開している団体の一覧です。"
    >
      <ButtonRow>
        {canRegisterParty(actor) === true && <ButtonLink href={urls.new(here)}>団体を登録する</ButtonLink>}
        <ButtonLink kind="quiet" href={urls.departments(here)}>
          {wards ? '市の部署と区を見る' : '市の部署を見る'}
        </ButtonLink>
      </ButtonRow>
      <Columns first label="しぼり込み" aside={<Narrow frame={frame} groups={published} />}>
        {page.length === 0 ? (
          <EmptyState action={total > 0 ? <a href={urls.list(here)}>条件をすべて外す</a> : undefined}>
            {total > 0
              ? '条件に合う団体はありません。条件をひとつ外すと、見つかることがあります。'
              : '公開している団体はまだありません。団体の登録は、協働の担当課で受け付けています。'}
          </EmptyState>
        ) : (
          <DataTable
            caption="公開している団体"
            rows={page}
            columns={[
              {
                label: '団体の名前',
                heading: true,
                cell: (one) => <a href={urls.show({ ...here, number: String(one.number) })}>{one.name}</a>,
              },
              { label: '種類', cell: (one) => kindLabel(charter, one.kind, lang) },
              ...(wards
                ? [
                    {
                      label: word(charter, 'ward', lang),
                      cell: (one: (typeof page)[number]) => wardLabel(charter, one.ward, lang),
                    },
                  ]
                : []),
              { label: '目的', cell: (one) => one.purpose },
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
  const facet = (key: 'kind' | 'ward', label: string, order: string[], nameOf: (value: string) => string) => ({
    name: key,
    label,
    options: order
      .map((value) => ({
        value,
        label: nameOf(value),
        count: counts.filter((one) => one[key] === value).reduce((sum, { count }) => sum + count, 0),
        checked: filter[key].includes(value),
      }))
      .filter(({ count, checked }) => count > 0 || checked),
  })
  const kinds = [...new Set([...charter.actors.map(({ key }) => key), ...counts.map(({ kind }) => kind)])]
  const facets = [
    facet('kind', '種類', kinds, (value) => kindLabel(charter, value, lang)),
    facet(
      'ward',
      word(charter, 'ward', lang),
      charter.territory.units.map(({ key }) => key),
      (value) => wardLabel(charter, value, lang),
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
      clear={chosen.length || filter.words ? { href: urls.list(here), label: '条件をすべて外す' } : undefined}
    />
  )
}

/** The city's own side: its departments, and its wards where it has them. */
export function DepartmentsPage({ frame, published }: Views<Awaited<ReturnType<typeof listBodies>>, undefined>) {
  const here = { city: frame.city.slug }
  const links = (units: string[]) =>
    published
      .filter(({ unit }) => units.includes(unit))
      .map(({ number, name, purpose, projects }) => ({
        href: urls.show({ ...here, number: String(number) }),
        label: name,
        about: purpose || undefined,
        count: projects > 0 ? `事業 ${projects}件` : undefined,
      }))
  const wards = links(['ward'])
  return (
    <CityPage
      frame={frame}
      title={wards.length > 0 ? '市の部署と区' : '市の部署'}
      lead="市の側で、協働にかかわっている部署です。どの部署が、どの事業にかかわっているかを見ることができます。"
      breadcrumbs={[{ href: urls.list(here), label: frame.city.words.group ?? '団体' }]}
    >
      <LinkList label="部署" links={links(['city', 'department'])} />
      {wards.length > 0 && (
        <>
          <h2>{word(frame.charter, 'ward', frame.lang)}</h2>
          <LinkList label={word(frame.charter, 'ward', frame.lang)} links={wards} />
        </>
      )}
    </CityPage>
  )
}
