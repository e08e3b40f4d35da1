import type { Child } from 'hono/jsx'
import type { Letter } from '../../../platform/letters/index.ts'
import { dateLabel } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { LetterList } from '../../../site/index.ts'
import { type Fact, Section, SummaryList } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import { urls as parties } from '../../parties/urls.ts'
import { channelLabels, Files } from '../parts/answers.tsx'
import { givenRelease } from '../proposal/decision.ts'
import { programmeName } from '../proposal/proposal.ts'
import type { Seen } from '../queries/one.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'

type Known = Seen & { letters: Letter[] }

/** Acts older than the kept letters are not in this list. */
const isKept = ({ letters }: Pick<Known, 'letters'>, ...kinds: string[]): boolean =>
  letters.some(({ kind }) => kinds.includes(kind))

export function KeyFacts({ frame, data }: { frame: Frame; data: Known }) {
  const { proposal, files, letters } = data
  const here = { city: frame.city.slug, ref: refOf(proposal) }
  const scans = files.filter((file) => file.purpose === 'scan')
  return (
    <>
      <SummaryList facts={factsOf(frame, data)} compact />
      {scans.length > 0 && (
        <Section heading="届いた書面" level={3}>
          <Files files={scans} frame={frame} />
        </Section>
      )}
      <LetterList letters={letters} subject={urls.show(here)} heading="お送りした通知" />
      <ul>
        {proposal.number !== null && (
          <li>
            <a href={urls.receipt(here)}>受付票</a>
          </li>
        )}
        <li>
          <a href={urls.sheet(here)}>提案書（PDF）</a>
        </li>
        {proposal.state === 'returned' && !isKept(data, 'proposal.return', 'proposal.correction') && (
          <li>
            <a href={urls.returnLetter(here)}>補正のお願い（PDF）</a>
          </li>
        )}
      </ul>
    </>
  )
}

function factsOf(frame: Frame, { proposal, charter }: Known): Fact[] {
  const released_on = givenRelease(proposal)
  return [
    {
      label: '提案した団体',
      value: (
        <a href={parties.show({ city: frame.city.slug, number: String(proposal.party_number) })}>
          {proposal.party_name}
        </a>
      ),
    },
    { label: '制度', value: programmeName(charter, proposal, frame.lang) },
    ...(proposal.received_on ? [{ label: '受け付けた日', value: dateLabel(proposal.received_on) as Child }] : []),
    ...(proposal.submitted_at
      ? [{ label: '担当', value: (proposal.department_name ?? label(charter.city.contact.section)) as Child }]
      : []),
    ...(proposal.channel === 'web' ? [] : [{ label: '提出のしかた', value: channelLabels[proposal.channel] as Child }]),
    ...(released_on && !proposal.published_at
      ? [{ label: '公表の予定', value: `${dateLabel(released_on)}から` as Child }]
      : []),
  ]
}
