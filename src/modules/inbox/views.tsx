import { dateLabel, daysBetween, type IsoDate, plainDateLabel, today } from '../../platform/time/index.ts'
import type { Waiting } from '../../platform/waiting.ts'
import type { Views } from '../../platform/web/index.ts'
import { CityPage, cityWord } from '../../site/index.ts'
import { Badge, DataTable, EmptyState, LinkList, Section } from '../../ui/index.ts'
import { urls as agreements } from '../agreements/urls.ts'
import { urls as evaluations } from '../evaluations/urls.ts'
import { isSection, isStaff } from '../parties/index.ts'
import { urls as parties } from '../parties/urls.ts'
import { urls as programmes } from '../programmes/urls.ts'
import { mayEnterProject } from '../projects/index.ts'
import { urls as projects } from '../projects/urls.ts'
import { urls as proposals } from '../proposals/urls.ts'
import { urgencyOf } from './rules.ts'

/** What waits for me, and by when; nothing else first. */
export function InboxPage({ frame, data }: Views<undefined, Waiting[]>) {
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
        <LinkList links={ways(frame)} />
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

/** What it is about, and whose it is where it is not the person's own. */
function About({ one }: { one: Waiting }) {
  return (
    <div>
      {one.title}
      {one.of && <p class="small">{one.of}</p>}
    </div>
  )
}

/** The day by which it is to be done, with how much it presses in words; without one, since when it waits. */
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

function ways({ actor, city, charter, lang }: Views<undefined, unknown>['frame']) {
  const at = { city: city.slug }
  const everyone = [
    { href: proposals.list(at), label: cityWord(city, 'proposal', lang) },
    { href: agreements.list(at), label: cityWord(city, 'agreement', lang) },
    { href: evaluations.list(at), label: cityWord(city, 'evaluation', lang) },
  ]
  const project = mayEnterProject(actor, { charter }) ? [{ href: projects.new(at), label: '事業を登録する' }] : []
  if (!isStaff(actor)) return [{ href: programmes.list(at), label: '新しく提案する' }, ...everyone, ...project]
  const section = [
    { href: proposals.newFromPaper(at), label: '紙の提案を入力する' },
    ...project,
    { href: parties.new(at), label: '団体を登録する' },
  ]
  return [...everyone, ...(isSection(actor) ? section : project)]
}
