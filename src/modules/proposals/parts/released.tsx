import type { Frame } from '../../../platform/web/index.ts'
import { fiscalYearIn } from '../../../platform/words/spoken-time.ts'
import { Card, CardGrid, EmptyState, Original, Pagination, Section, Tabs } from '../../../ui/index.ts'
import { openToProposals } from '../../charters/index.ts'
import { decisions } from '../lifecycle.ts'
import { numberLabel } from '../proposal/proposal.ts'
import type { listPublishedProposals, PublicFilter } from '../queries/lists.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { say } from '../words.ts'
import { DecisionName, StateBadge } from './badge.tsx'
import { changedQuery, keyOf, PAGE } from './paging.ts'

export interface Released {
  filter: PublicFilter
  rows: Awaited<ReturnType<typeof listPublishedProposals>>
}

export function ReleasedSection({ frame, list: { filter, rows } }: { frame: Frame; list: Released }) {
  const { charter, city, lang, query } = frame
  const list = urls.list({ city: city.slug })
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  const decided = decisions.filter((one) => one !== 'deferred')
  return (
    <Section heading={say.released[lang]()} id="released">
      <Tabs
        label={say.byDecision[lang]()}
        links={[
          {
            href: `${list}${changedQuery(query, { decision: undefined, from: undefined })}#released`,
            label: say.all[lang](),
            current: !filter.decision || undefined,
          },
          ...decided.map((one) => ({
            href: `${list}${changedQuery(query, { decision: one, from: undefined })}#released`,
            label: <DecisionName charter={charter} programme={openToProposals(charter)[0]?.key ?? ''} decision={one} />,
            current: filter.decision === one || undefined,
          })),
        ]}
      />
      {page.length === 0 ? (
        <EmptyState>{say.noneReleased[lang]()}</EmptyState>
      ) : (
        <CardGrid>
          {page.map((one) => (
            <Card
              href={urls.show({ city: city.slug, ref: refOf(one) })}
              title={<Original>{one.title}</Original>}
              eyebrow={
                <>
                  {fiscalYearIn(lang, one.fiscal_year, charter.city.eraChange)}
                  {'　'}
                  <Original>{numberLabel(charter, one)}</Original>
                </>
              }
              badge={<StateBadge charter={charter} proposal={one} />}
              foot={<Original>{one.party_name}</Original>}
            >
              {one.public_summary && (
                <p>
                  <Original>{one.public_summary}</Original>
                </p>
              )}
            </Card>
          ))}
        </CardGrid>
      )}
      <Pagination
        next={
          rows.length > PAGE && last
            ? `${list}${changedQuery(query, { from: keyOf(last.published_at, last.id) })}#released`
            : undefined
        }
        previous={query.has('from') ? `${list}${changedQuery(query, { from: undefined })}#released` : undefined}
      />
    </Section>
  )
}
