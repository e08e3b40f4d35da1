import { plainDateLabel, today } from '../../../platform/time.ts'
import type { Frame, Views } from '../../../platform/web/index.ts'
import { Badge, ButtonLink, ButtonRow, DataTable, EmptyState, Pagination, Section } from '../../../ui/index.ts'
import { type Charter, word } from '../../charters/index.ts'
import { CityPage } from '../../cities/index.ts'
import { lifecycle } from '../lifecycle.ts'
import type { listMine, listPublished } from '../queries.ts'
import { canStartAgreement, kindName, numberLabel, stateOn } from '../rules.ts'
import { type Agreement, refOf } from '../tables.ts'
import { urls } from '../urls.ts'

type Mine = Awaited<ReturnType<typeof listMine>>
type Published = Awaited<ReturnType<typeof listPublished>>
type Row = Pick<Agreement, 'id' | 'title' | 'kind' | 'state' | 'fiscal_year' | 'number' | 'starts_on' | 'ends_on'> & {
  parties: { name: string }[]
}

export const pageSize = 20

/** What is released, for everyone; above it what the person is part of. */
export function AgreementsPage({ frame, published, data }: Views<Published, { mine: Mine }>) {
  const { city, charter, actor } = frame
  const thing = word(charter, 'agreement')
  const shown = published.slice(0, pageSize)
  const mine = data?.mine.slice(0, 30) ?? []
  const last = shown.at(-1)
  return (
    <CityPage
      frame={frame}
      title={`${thing}の一覧`}
      lead={`市民・団体・市が、目的と役割を決めて取り交わした${thing}です。`}
    >
      {canStartAgreement(actor, charter) === true && (
        <ButtonRow>
          <ButtonLink href={urls.new({ city: city.slug })}>{thing}を書き始める</ButtonLink>
        </ButtonRow>
      )}
      {mine.length > 0 && (
        <Section heading="あなたが関わるもの" id="mine">
          <AgreementTable frame={frame} charter={charter} rows={mine} caption={`関わっている${thing}`} />
          <Pagination
            next={data!.mine.length > 30 ? urls.list({ city: city.slug }, afterMine(mine.at(-1)!)) : undefined}
          />
        </Section>
      )}
      <Section heading="公開しているもの" id="published">
        {shown.length === 0 ? (
          <EmptyState>公開している{thing}は、まだありません。</EmptyState>
        ) : (
          <AgreementTable frame={frame} charter={charter} rows={shown} caption={`公開している${thing}（新しい順）`} />
        )}
        <Pagination
          next={
            published.length > pageSize && last
              ? urls.list(
                  { city: city.slug },
                  { after: last.published_at.toISOString(), id: last.id, year: frame.query.get('year') ?? undefined },
                )
              : undefined
          }
        />
      </Section>
    </CityPage>
  )
}

const afterMine = (row: Mine[number]) => ({ mine: row.saved_at.toISOString(), mine_id: row.id })

function AgreementTable({
  frame,
  charter,
  rows,
  caption,
}: {
  frame: Frame
  charter: Charter
  rows: Row[]
  caption: string
}) {
  const day = today(frame.now)
  return (
    <DataTable
      caption={caption}
      rows={rows}
      columns={[
        {
          label: '題名',
          heading: true,
          cell: (one) => (
            <>
              <a href={urls.show({ city: frame.city.slug, ref: refOf(one) })}>{one.title}</a>
              <br />
              <span class="small">
                {[kindName(charter, one.kind), numberLabel(charter, one)].filter(Boolean).join('　')}
              </span>
            </>
          ),
        },
        { label: '当事者', cell: (one) => someNames(one.parties) },
        { label: '期間', cell: termOf },
        {
          label: '状態',
          cell: (one) => {
            const state = stateOn(one, day)
            return <Badge tone={lifecycle.states[state].tone}>{lifecycle.label(state)}</Badge>
          },
        },
      ]}
    />
  )
}

/** みどりの会、東高校、公園課ほか9者. */
export function someNames(parties: { name: string }[]): string {
  const names = parties.slice(0, 3).map(({ name }) => name)
  return `${names.join('、')}${parties.length > 3 ? `ほか${parties.length - 3}者` : ''}`
}

function termOf({ starts_on, ends_on }: Pick<Agreement, 'starts_on' | 'ends_on'>): string {
  if (!starts_on) return ''
  return `${plainDateLabel(starts_on)}から${ends_on ? `${plainDateLabel(ends_on)}まで` : ''}`
}
