import type { Actor } from '../../../platform/actor.ts'
import { type EventSpec, eventOf } from '../../../platform/record/event.ts'
import { type Entry, entrySentence } from '../../../platform/record/index.ts'
import { dateTimeLabel, isoDateTime } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { actSheetHref } from '../../../site/index.ts'
import { Section, Timeline } from '../../../ui/index.ts'
import { isStaff } from '../../parties/index.ts'
import { annulled, corrected, decided, decidedAnew, events, messageWritten, submitted } from '../events.ts'
import { maySeeActs } from '../may.ts'
import { channelLabels } from '../parts/answers.tsx'
import { entersFor, isProposer } from '../proposal/proposal.ts'
import { type Proposal, refOf } from '../tables.ts'
import { urls } from '../urls.ts'

const wordsOf = ({ kind }: Entry) => eventOf([{ events }], kind)
const milestones = [submitted, decided, decidedAnew, corrected, annulled]

function Sheet({ frame, proposal, entry }: { frame: Frame; proposal: Proposal; entry: Entry }) {
  const href = actSheetHref(urls.show({ city: frame.city.slug, ref: refOf(proposal) }), entry)
  if (!href || !maySeeActs(frame.actor, proposal)) return null
  return (
    <p>
      <a href={href}>起案・決裁</a>
    </p>
  )
}

/** Only staff see what staff prepare; the proposer sees the rest. */
function isFor(actor: Actor, mine: boolean, audience: EventSpec['audience'] | undefined): boolean {
  return audience === 'public' || (audience === 'staff' ? isStaff(actor) : mine)
}

export function History({ frame, proposal, entries }: { frame: Frame; proposal: Proposal; entries: Entry[] }) {
  const mine = isProposer(frame.actor, proposal) || entersFor(frame.actor, proposal) || isStaff(frame.actor)
  // Messages are shown in the talks, so the history leaves them out.
  const listed = entries.filter((entry) => wordsOf(entry) && !messageWritten.is(entry))
  const shown = listed.filter((entry) => isFor(frame.actor, mine, wordsOf(entry)?.audience))
  if (shown.length === 0) return null
  return (
    <Section heading="これまでのあゆみ" id="history">
      <Timeline
        events={shown.map((entry) => ({
          at: isoDateTime(entry.at),
          when: dateTimeLabel(entry.at),
          what: entrySentence(wordsOf(entry), entry.payload) ?? '',
          who: entry.names?.party ?? entry.names?.actor,
          channel:
            entry.channel === 'web' || entry.channel === 'system'
              ? undefined
              : `${channelLabels[entry.channel]}（市の担当者が入力）`,
          milestone: milestones.some((event) => event.is(entry)),
          children: <Sheet frame={frame} proposal={proposal} entry={entry} />,
        }))}
      />
    </Section>
  )
}
