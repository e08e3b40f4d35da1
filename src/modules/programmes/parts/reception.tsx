import type { Child } from 'hono/jsx'
import { dateLabel, fiscalYearLabel, periodLabel, plainDateLabel, today } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { Badge, ButtonLink, ButtonRow, DataTable, Notice, Section } from '../../../ui/index.ts'
import { contactLines, label, type Programme, word } from '../../charters/index.ts'
import { urls as proposals } from '../../proposals/urls.ts'
import { mayMakeCalls } from '../may.ts'
import { calendarDay, isOpen, receptionOf, type Reception as Stands, suggestedCall } from '../programme/reception.ts'
import type { PublishedCall } from '../tables.ts'
import { urls } from '../urls.ts'

export interface Shown {
  programme: Programme
  calls: PublishedCall[]
}

export function Reception({ frame, programme, calls }: Shown & { frame: Frame }) {
  const { city, charter, now, lang } = frame
  const stands = receptionOf(programme, calls, now)
  const proposal = word(charter, 'proposal', lang)
  const write = proposals.new({ city: city.slug }, { programme: programme.key })
  const blank = urls.blankForm({ city: city.slug, key: programme.key })
  const hasForm = programme.sheets.length > 0
  return (
    <section class="flow">
      <ReceptionNotice stands={stands} frame={frame} />
      {stands.is === 'closed' ? (
        <p>
          <a href={write}>次の受付に向けて下書きを書いておく</a>
          {hasForm && '　'}
          {hasForm && <a href={blank}>手書き用の様式（PDF）</a>}
        </p>
      ) : (
        <ButtonRow>
          <ButtonLink href={write}>{`${proposal}を書き始める`}</ButtonLink>
          {hasForm && (
            <ButtonLink kind="secondary" href={blank}>
              手書き用の様式（PDF）
            </ButtonLink>
          )}
        </ButtonRow>
      )}
      <p>
        {stands.is === 'closed'
          ? '内容のご相談は、一年を通してお電話や窓口でお受けします。'
          : '手書きで書いたものは、窓口へお持ちください。内容のご相談も、お電話や窓口でお受けします。'}
      </p>
      <p class="as-typed small">{contactLines(charter, lang).join('\n')}</p>
    </section>
  )
}

function ReceptionNotice({ stands, frame: { charter } }: { stands: Stands<PublishedCall>; frame: Frame }) {
  if (stands.is === 'always')
    return (
      <Notice kind="success" heading="いつでも受け付けています">
        書き終えたときに提出してください。
      </Notice>
    )
  if (stands.is === 'closed') return <Notice heading="いまは受け付けていません">{closedText(stands, charter)}</Notice>
  const { opens_on, closes_on, note } = stands.call
  return stands.is === 'open' ? (
    <Notice kind="success" heading="受付中です">
      {`${periodLabel(opens_on, closes_on)}受け付けています。${note}`}
    </Notice>
  ) : (
    <Notice heading="受付はこれからです">
      {`${periodLabel(opens_on, closes_on)}受け付けます。いまから下書きを始めておけます。${note}`}
    </Notice>
  )
}

function closedText({ last, usually }: Stands<PublishedCall> & { is: 'closed' }, charter: Frame['charter']): string {
  const year = last && fiscalYearLabel(last.fiscal_year, charter.city.eraChange)
  return [
    last && `${year}の受付は、${plainDateLabel(last.closes_on)}に終わりました。`,
    usually && `例年どおりなら、次は${plainDateLabel(usually)}ごろからです。`,
    '日程が決まりましたら、このページでお知らせします。',
  ]
    .filter(Boolean)
    .join('')
}

export function CallsTable({ frame, programme, calls }: Shown & { frame: Frame }) {
  if (calls.length === 0) return null
  const edit = mayMakeCalls(frame.actor)
  const year = (call: PublishedCall) => fiscalYearLabel(call.fiscal_year, frame.charter.city.eraChange)
  const columns = [
    { label: '年度', heading: true, cell: year },
    { label: '受付', cell: (call: PublishedCall) => periodLabel(call.opens_on, call.closes_on) as Child },
    { label: '状態', cell: (call: PublishedCall) => <CallState call={call} now={frame.now} /> },
    ...(calls.some(({ note }) => note) ? [{ label: '備考', cell: (call: PublishedCall) => call.note as Child }] : []),
  ]
  const change = {
    label: '日程',
    cell: (call: PublishedCall) => (
      <a href={urls.editCall({ city: frame.city.slug, key: programme.key, call: call.id })}>
        {`${year(call)}の日程を変える`}
      </a>
    ),
  }
  return <DataTable caption="受付の日程" rows={calls} columns={edit ? [...columns, change] : columns} />
}

function CallState({ call, now }: { call: PublishedCall; now: Date }) {
  if (isOpen(call, now)) return <Badge tone="going">受付中</Badge>
  return call.opens_on > today(now) ? <Badge tone="waiting">これから</Badge> : <Badge tone="ended">終わりました</Badge>
}

export function CalendarSection({ frame, programme, calls }: Shown & { frame: Frame }) {
  if (programme.calendar.length === 0) return null
  const day = today(frame.now)
  const year = shownYear(programme, calls, day)
  const days = programme.calendar.map((entry) => ({ entry, on: calendarDay(entry, year) }))
  return (
    <Section
      heading={`${fiscalYearLabel(year, frame.charter.city.eraChange)}の予定`}
      lead="標準の日程です。実際の受付の日は、上の「受付の日程」をご覧ください。"
    >
      <DataTable
        caption="一年の流れ"
        hideCaption
        rows={days}
        columns={[
          { label: 'すること', heading: true, cell: ({ entry }) => label(entry.label, frame.lang) },
          { label: 'めやす', cell: ({ on }) => dateLabel(on) },
          { label: 'いま', cell: ({ on }) => (on < day ? '終わりました' : 'これから') },
        ]}
      />
    </Section>
  )
}

/** Returns the year of the earliest call with calendar days ahead, or of the next call that the calendar suggests. */
function shownYear(programme: Shown['programme'], calls: PublishedCall[], day: string): number {
  const ahead = (year: number) => programme.calendar.some((entry) => calendarDay(entry, year) >= day)
  const years = calls.map((call) => call.fiscal_year).sort((a, b) => a - b)
  return years.find(ahead) ?? suggestedCall(programme, day).fiscal_year
}
