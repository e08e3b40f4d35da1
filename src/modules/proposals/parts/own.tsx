import type { Frame } from '../../../platform/web/index.ts'
import { DataTable, Original, Section } from '../../../ui/index.ts'
import { programme, Words } from '../../charters/index.ts'
import { numberLabel, titleOf } from '../proposal/proposal.ts'
import type { listOwnProposals } from '../queries/lists.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { say } from '../words.ts'
import { StateBadge } from './badge.tsx'

export type Own = Awaited<ReturnType<typeof listOwnProposals>>

export function OwnSection(props: { frame: Frame; rows: Own; heading: string; none: string }) {
  const { frame, rows, heading, none } = props
  const { lang, charter } = frame
  return (
    <Section heading={heading} id="own">
      <DataTable
        caption={heading}
        hideCaption
        rows={rows}
        empty={none}
        columns={[
          {
            label: say.title[lang](),
            heading: true,
            cell: (one) => (
              <a href={urls.show({ city: frame.city.slug, ref: refOf(one) })}>
                <Original>{titleOf(one)}</Original>
              </a>
            ),
          },
          {
            label: say.number[lang](),
            cell: (one) => {
              const number = numberLabel(charter, one)
              return number ? <Original>{number}</Original> : say.noNumber[lang]()
            },
          },
          { label: say.group[lang](), cell: (one) => <Original>{one.party_name}</Original> },
          {
            label: say.programme[lang](),
            cell: (one) => <Words of={programme(charter, one.programme)?.label} otherwise={one.programme} />,
          },
          { label: say.state[lang](), cell: (one) => <StateBadge charter={charter} proposal={one} /> },
        ]}
      />
    </Section>
  )
}
