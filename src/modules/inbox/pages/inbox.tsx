import { dateLabel, daysBetween, type IsoDate, plainDateLabel, today } from '../../../platform/time/index.ts'
import type { Waiting } from '../../../platform/waiting.ts'
import { definePage, type Frame, type Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { Badge, DataTable, EmptyState, LinkList, Section } from '../../../ui/index.ts'
import { isStaff } from '../../parties/index.ts'
import { urgencyOf } from '../inbox.ts'
import { mayUseOwnInbox } from '../may.ts'
import { listWaiting } from '../queries.ts'

export const inboxPage = definePage({
  who: mayUseOwnInbox,
  load: (c) => listWaiting(c, c.installation.modules, c.city.slug),
  view: InboxPage,
})

function InboxPage({ frame, data }: Views<undefined, Waiting[]>) {
  const { actor, now } = frame
  const day = today(now)
  return (
    <CityPage frame={frame} title="わたしの机" lead={leadOf(data, day)}>
      {data.length === 0 ? (
        <EmptyState>新しいことがあれば、ここに並びます。</EmptyState>
      ) : (
        <DataTable
          caption="待っていること（急ぐものから）"
          rows={data}
          columns={[
            { label: 'すること', heading: true, cell: (one) => <a href={one.href}>{one.kind}</a> },
            { label: '何について', cell: (one) => <About one={one} /> },
            { label: 'だれとして', cell: (one) => one.who },
            { label: '期限', cell: (one) => <Due one={one} day={day} /> },
          ]}
        />
      )}
      <Section heading="よく使うところ" id="ways">
        <LinkList links={waysOf(frame)} />
      </Section>
      {actor.parties.length > 0 && (
        <Section heading={isStaff(actor) ? 'あなたの所属' : 'あなたの団体'} id="parties">
          <ul>
            {actor.parties.map((party) => (
              <li>{party.name}</li>
            ))}
          </ul>
        </Section>
      )}
    </CityPage>
  )
}

function leadOf(list: Waiting[], day: IsoDate): string {
  if (list.length === 0) return 'いま、あなたを待っていることはありません。'
  const overdue = list.filter((one) => urgencyOf(one, day) === 'overdue').length
  const late = overdue ? `うち${overdue}件は、期限を過ぎています。` : ''
  return `あなたを待っていることが、${list.length}件あります。${late}`
}

function About({ one }: { one: Waiting }) {
  return (
    <div>
      {one.title}
      {one.of && <p class="small">{one.of}</p>}
    </div>
  )
}

function Due({ one, day }: { one: Waiting; day: IsoDate }) {
  if (!one.due)
    return (
      <div>
        なし
        <p class="small">{`${plainDateLabel(today(one.since))}から`}</p>
      </div>
    )
  const left = daysBetween(day, one.due)
  const urgency = urgencyOf(one, day)
  return (
    <div>
      {`${dateLabel(one.due)}まで`}
      {urgency !== 'open' && (
        <p>
          <Badge tone={urgency === 'overdue' ? 'stopped' : 'waiting'}>
            {urgency === 'overdue' ? `${-left}日過ぎています` : left === 0 ? 'きょうまで' : `あと${left}日`}
          </Badge>
        </p>
      )}
    </div>
  )
}

const places = ['first', 'among', 'last'] as const

function waysOf(frame: Frame) {
  const ways = frame.installation.modules.flatMap((module) => module.ways?.(frame) ?? [])
  return places.flatMap((place) => ways.filter((way) => (way.place ?? 'among') === place))
}
