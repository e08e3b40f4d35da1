import { isId } from '../../../platform/db/index.ts'
import { today } from '../../../platform/time/index.ts'
import { definePage, type Frame, instantAsked, numberAsked, type Views } from '../../../platform/web/index.ts'
import { CityPage, cityWord } from '../../../site/index.ts'
import {
  Badge,
  ButtonLink,
  ButtonRow,
  DataTable,
  EmptyState,
  Original,
  Pagination,
  Section,
  Spoken,
} from '../../../ui/index.ts'
import type { Charter } from '../../charters/index.ts'
import { kindName, NAMED, numberLabel, stateOn } from '../agreement/agreement.ts'
import { lifecycle } from '../lifecycle.ts'
import { mayStart } from '../may.ts'
import { listMine, listPublished } from '../queries/lists.ts'
import { type AgreementRow, refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { heads, moreParties, say, termIn } from '../words.ts'

type Mine = Awaited<ReturnType<typeof listMine>>
type Published = Awaited<ReturnType<typeof listPublished>>
type Row = Pick<
  AgreementRow,
  'id' | 'title' | 'kind' | 'state' | 'fiscal_year' | 'number' | 'starts_on' | 'ends_on'
> & {
  parties: { name: string }[]
}

const pageSize = 20

function AgreementsPage({ frame, published, data }: Views<Published, { mine: Mine }>) {
  const { city, charter, actor, lang } = frame
  const thing = cityWord(city, 'agreement', lang)
  const shown = published.slice(0, pageSize)
  const mine = data.mine.slice(0, 30)
  const [last, lastOfMine] = [shown.at(-1), mine.at(-1)]
  return (
    <CityPage frame={frame} title={say.title[lang](thing)} lead={say.lead[lang](thing)}>
      {mayStart(actor, charter) && (
        <ButtonRow>
          <ButtonLink href={urls.new({ city: city.slug })}>{say.start[lang](thing)}</ButtonLink>
        </ButtonRow>
      )}
      {mine.length > 0 && (
        <Section heading={say.mine[lang]()} id="mine">
          <AgreementTable frame={frame} charter={charter} rows={mine} caption={say.mineCaption[lang](thing)} />
          <Pagination
            next={
              data.mine.length > 30 && lastOfMine ? urls.list({ city: city.slug }, afterMine(lastOfMine)) : undefined
            }
          />
        </Section>
      )}
      <Section heading={say.released[lang]()} id="published">
        {shown.length === 0 ? (
          <EmptyState>{say.none[lang](thing)}</EmptyState>
        ) : (
          <AgreementTable frame={frame} charter={charter} rows={shown} caption={say.caption[lang](thing)} />
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

function AgreementTable(props: { frame: Frame; charter: Charter; rows: Row[]; caption: string }) {
  const { frame, charter, rows, caption } = props
  const day = today(frame.now)
  const { lang } = frame
  return (
    <DataTable
      caption={caption}
      rows={rows}
      columns={[
        {
          label: heads.name[lang],
          heading: true,
          cell: (one) => (
            <>
              <a href={urls.show({ city: frame.city.slug, ref: refOf(one) })}>
                <Original>{one.title}</Original>
              </a>
              <br />
              <span class="small">
                <Original>
                  {[kindName(charter, one.kind), numberLabel(charter, one)].filter(Boolean).join('　')}
                </Original>
              </span>
            </>
          ),
        },
        {
          label: heads.parties[lang],
          cell: ({ parties }) => (
            <>
              <Original>
                {parties
                  .slice(0, NAMED)
                  .map(({ name }) => name)
                  .join('、')}
              </Original>
              {parties.length > NAMED && moreParties[lang](parties.length - NAMED)}
            </>
          ),
        },
        {
          label: heads.term[lang],
          cell: ({ starts_on, ends_on }) => (starts_on ? termIn[lang](starts_on, ends_on) : ''),
        },
        {
          label: heads.state[lang],
          cell: (one) => {
            const state = stateOn(one, day)
            return (
              <Badge tone={lifecycle.states[state].tone}>
                <Spoken>{lifecycle.label(state)}</Spoken>
              </Badge>
            )
          },
        },
      ]}
    />
  )
}

function moment(at: string | null, id: string | null) {
  const asked = instantAsked(at)
  return asked && id && isId(id) ? { at: asked, id } : undefined
}

/** The list: released agreements for everyone, unreleased ones for their parties and staff. */
export const listPage = definePage({
  who: 'anyone',
  translated: true,
  published: (c) =>
    listPublished(c.db, c.city.id, {
      year: numberAsked(c.query.get('year')),
      after: moment(c.query.get('after'), c.query.get('id')),
    }),
  load: async (c) => ({ mine: await listMine(c.db, c.actor, moment(c.query.get('mine'), c.query.get('mine_id'))) }),
  guest: () => ({ mine: [] }),
  view: AgreementsPage,
})
