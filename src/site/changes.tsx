import type { EventSpec } from '../platform/record/event.ts'
import { type Entry, entrySentence } from '../platform/record/index.ts'
import { dateTimeLabel } from '../platform/time/index.ts'
import type { Changed } from '../platform/web/index.ts'
import { Details, Diff, Section } from '../ui/index.ts'

/** What was changed, by whom, with the words before and after, newest first: for the parties and the city. */
export function ChangeList(props: {
  entries: readonly Entry[]
  events: readonly (EventSpec & { kind: string })[]
  level?: 2 | 3
}) {
  const { entries, events, level } = props
  const changed = entries.flatMap((entry) => {
    const changes = changesIn(entry)
    return changes.length > 0 ? [{ entry, changes }] : []
  })
  if (changed.length === 0) return null
  return (
    <Section
      heading="直した記録"
      id="revisions"
      level={level}
      lead="いつ、だれが、何を直したかの記録です。公開されません。"
    >
      {changed.toReversed().map(({ entry, changes }) => (
        <Details summary={summaryOf(entry, events)}>
          <Diff before="直す前" after="直した後" changes={changes} />
        </Details>
      ))}
    </Section>
  )
}

const changesIn = ({ payload: { changes } }: Entry): Changed[] => (Array.isArray(changes) ? (changes as Changed[]) : [])

function summaryOf({ at, kind, names, payload, channel }: Entry, events: readonly (EventSpec & { kind: string })[]) {
  const who = [names?.party, names?.actor].filter(Boolean).join('　') || '（自動）'
  const sentence = entrySentence(
    events.find((one) => one.kind === kind),
    payload,
  )
  return `${dateTimeLabel(at)}　${who}${channel === 'paper' ? '（書面から入力）' : ''}　${sentence ?? ''}`
}
