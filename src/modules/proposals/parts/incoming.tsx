import { today } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { dayIn } from '../../../platform/words/spoken-time.ts'
import { DataTable, Original, Pagination, SearchBox, Section, Spoken, Tabs } from '../../../ui/index.ts'
import { lifecycle, type ProposalState } from '../lifecycle.ts'
import { numberLabel, titleOf } from '../proposal/proposal.ts'
import type { countIncoming, IncomingFilter, listIncoming } from '../queries/lists.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { say } from '../words.ts'
import { StateBadge } from './badge.tsx'
import { changedQuery, keyOf, PAGE } from './paging.ts'

export interface Incoming {
  filter: IncomingFilter
  rows: Awaited<ReturnType<typeof listIncoming>>
  counts: Awaited<ReturnType<typeof countIncoming>>
}

// The keys of a lifecycle are its states; TypeScript calls the keys of every object strings.
const shownStates = (Object.keys(lifecycle.states) as ProposalState[]).filter((state) => state !== 'draft')

export function IncomingSection({ frame, filter, rows, counts }: { frame: Frame } & Incoming) {
  const { charter, city, lang, query } = frame
  const list = urls.list({ city: city.slug })
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  const count = new Map(counts.map((one) => [one.state, Number(one.count)]))
  const total = counts.reduce((sum, one) => sum + Number(one.count), 0)
  return (
    <Section heading={say.incoming[lang]()} id="incoming">
      <Tabs
        label={say.byState[lang]()}
        links={[
          {
            href: `${list}${changedQuery(query, { state: undefined, after: undefined })}#incoming`,
            label: say.all[lang](),
            count: total,
            current: filter.states.length === 0 || undefined,
          },
          ...shownStates
            .filter((state) => count.has(state) || filter.states.includes(state))
            .map((state) => ({
              href: `${list}${changedQuery(query, { state, after: undefined })}#incoming`,
              label: <Spoken>{lifecycle.label(state)}</Spoken>,
              count: count.get(state) ?? 0,
              current: filter.states.includes(state) || undefined,
            })),
        ]}
      />
      <SearchBox action={list} value={filter.words} label={say.search[lang]()}>
        {filter.states.map((state) => (
          <input type="hidden" name="state" value={state} />
        ))}
      </SearchBox>
      <DataTable
        caption={say.incomingCaption[lang]()}
        rows={page}
        empty={say.noneFound[lang]()}
        columns={[
          {
            label: say.title[lang](),
            heading: true,
            cell: (one) => (
              <a href={urls.show({ city: city.slug, ref: refOf(one) })}>
                <Original>{titleOf(one)}</Original>
              </a>
            ),
          },
          { label: say.number[lang](), cell: (one) => <Original>{numberLabel(charter, one)}</Original> },
          { label: say.group[lang](), cell: (one) => <Original>{one.party_name}</Original> },
          { label: say.state[lang](), cell: (one) => <StateBadge charter={charter} proposal={one} /> },
          {
            label: say.officer[lang](),
            cell: (one) => (one.department_name ? <Original>{one.department_name}</Original> : say.undecided[lang]()),
          },
          { label: say.since[lang](), cell: (one) => dayIn(lang, today(one.state_since)) },
        ]}
      />
      <Pagination
        next={
          rows.length > PAGE && last
            ? `${list}${changedQuery(query, { after: keyOf(last.submitted_at, last.id) })}#incoming`
            : undefined
        }
        previous={query.has('after') ? `${list}${changedQuery(query, { after: undefined })}#incoming` : undefined}
      />
    </Section>
  )
}
