import type { Child } from 'hono/jsx'
import { dateLabel, fiscalYearLabel, periodLabel, today } from '../../platform/time.ts'
import type { Frame, Views } from '../../platform/web/index.ts'
import {
  Badge,
  ButtonLink,
  ButtonRow,
  Card,
  CardGrid,
  DataTable,
  DateField,
  type Fact,
  Form,
  Notice,
  Section,
  SelectField,
  SubmitRow,
  SummaryList,
  TextAreaField,
  TextField,
} from '../../ui/index.ts'
import { actorKind, type Label, label, type Programme, type Track, word } from '../charters/index.ts'
import { CityPage } from '../cities/index.ts'
import { urls as proposals } from '../proposals/urls.ts'
import { limits } from './forms.ts'
import { calendarDay, callsOf, canMakeCalls, isAlwaysOpen, isOpen, openCall, suggestedCall } from './rules.ts'
import type { Call, PublishedCall } from './tables.ts'
import { urls } from './urls.ts'

const title = { ja: '募集・制度', easy: 'ぼしゅう', en: 'Programmes' }

/** Every programme of the charter in force: first those through which one can propose now. */
export function ProgrammesPage({ frame, published: calls }: Views<PublishedCall[], undefined>) {
  const { charter, lang, now } = frame
  const groups = [
    { heading: 'いま受け付けているもの', list: charter.programmes.filter((one) => isOpenNow(one, calls, now)) },
    {
      heading: '提案・申請ができるもの',
      list: charter.programmes.filter((one) => takes(one) && !isOpenNow(one, calls, now)),
    },
    { heading: 'そのほかの取組', list: charter.programmes.filter((one) => !takes(one) && one.status !== 'ended') },
    { heading: '終わったもの', list: charter.programmes.filter((one) => one.status === 'ended') },
  ]
  return (
    <CityPage frame={frame} title={title[lang]} lead="市といっしょに取り組むための制度と、その受付の日程です。">
      {groups
        .filter(({ list }) => list.length > 0)
        .map(({ heading, list }) => (
          <Section heading={heading}>
            <CardGrid>
              {list.map((one) => (
                <ProgrammeCard frame={frame} programme={one} calls={calls} />
              ))}
            </CardGrid>
          </Section>
        ))}
    </CityPage>
  )
}

const takes = (programme: Programme) => programme.tracks.length > 0 && programme.status !== 'ended'

function isOpenNow(programme: Programme, calls: PublishedCall[], now: Date): boolean {
  const mine = calls.filter((call) => call.programme === programme.key)
  return takes(programme) && (isAlwaysOpen(programme, mine) || mine.some((call) => isOpen(call, now)))
}

function ProgrammeCard({ frame, programme, calls }: { frame: Frame; programme: Programme; calls: PublishedCall[] }) {
  const mine = calls.filter((call) => call.programme === programme.key)
  const open = mine.find((call) => isOpen(call, frame.now))
  const always = takes(programme) && isAlwaysOpen(programme, mine)
  return (
    <Card
      href={urls.show({ city: frame.city.slug, key: programme.key })}
      title={label(programme.label, frame.lang)}
      badge={open || always ? <Badge tone="going">受付中</Badge> : undefined}
      foot={open ? `${dateLabel(open.closes_on)}まで` : always ? '一年を通して受け付けます' : undefined}
    >
      {label(programme.summary, frame.lang)}
    </Card>
  )
}

interface Shown {
  programme: Programme
  calls: PublishedCall[]
}

/** One programme: who may propose what, by when, how it is decided, and the way to begin. */
export function ProgrammePage({ frame, published }: Views<Shown, undefined>) {
  const { programme, calls } = published
  const { city, lang, actor } = frame
  const at = { city: city.slug, key: programme.key }
  return (
    <CityPage
      frame={frame}
      title={label(programme.label, lang)}
      eyebrow={programme.status === 'ended' ? '終わった制度' : undefined}
      lead={label(programme.summary, lang)}
      breadcrumbs={[{ href: urls.list({ city: city.slug }), label: title[lang] }]}
    >
      {takes(programme) && <Reception frame={frame} {...published} />}
      <About frame={frame} programme={programme} />
      {programme.tracks.map((track) => (
        <TrackSection frame={frame} programme={programme} track={track} calls={calls} />
      ))}
      <ReviewSection frame={frame} programme={programme} />
      <CalendarSection frame={frame} {...published} />
      <Entries heading="対象にならないもの" list={programme.excludes} frame={frame} />
      {canMakeCalls(actor) === true && programme.tracks.length > 0 && (
        <Section heading="職員の方へ">
          <ButtonRow>
            <ButtonLink kind="secondary" href={urls.newCall(at)}>
              受付の日程を決める
            </ButtonLink>
            <ButtonLink
              kind="secondary"
              href={proposals.newFromPaper({ city: city.slug }, { programme: programme.key })}
            >
              紙で届いたものを入力する
            </ButtonLink>
          </ButtonRow>
        </Section>
      )}
    </CityPage>
  )
}

/** The first thing people look for: may I hand something in now, and how. */
function Reception({ frame, programme, calls }: Shown & { frame: Frame }) {
  const { city, charter, now } = frame
  const open = programme.tracks.map((track) => openCall(calls, track.key, now)).find(Boolean)
  const coming = calls
    .filter((call) => call.opens_on > today(now))
    .sort((a, b) => a.opens_on.localeCompare(b.opens_on))[0]
  const hasForm = programme.sheets.length > 0
  return (
    <section class="flow">
      {open ? (
        <Notice kind="success" heading="受付中です">
          {`${periodLabel(open.opens_on, open.closes_on)}受け付けています。${open.note}`}
        </Notice>
      ) : isAlwaysOpen(programme, calls) ? (
        <Notice kind="success" heading="いつでも受け付けています">
          書き終えたときに提出してください。
        </Notice>
      ) : coming ? (
        <Notice heading="受付はこれからです">{`${periodLabel(coming.opens_on, coming.closes_on)}受け付けます。いまから下書きを始めておけます。`}</Notice>
      ) : (
        <Notice heading="いまは受け付けていません">
          次の受付の日程が決まりましたら、このページでお知らせします。下書きはいつでも書けます。
        </Notice>
      )}
      <ButtonRow>
        <ButtonLink
          href={proposals.new({ city: city.slug }, { programme: programme.key })}
        >{`${word(charter, 'proposal')}を書き始める`}</ButtonLink>
        {hasForm && (
          <ButtonLink kind="secondary" href={urls.blankForm({ city: city.slug, key: programme.key })}>
            手書き用の様式（PDF）
          </ButtonLink>
        )}
      </ButtonRow>
      <p>
        手書きで書いたものは、{label(charter.city.contact.section)}
        の窓口へお持ちください。内容のご相談も、お電話や窓口でお受けします。
      </p>
    </section>
  )
}

function About({ frame, programme }: { frame: Frame; programme: Programme }) {
  const facts: Fact[] = [
    { label: '場所', value: label(programme.place, frame.lang) },
    {
      label: '以前の名前',
      value: programme.formerNames.map((one) => `${label(one.label, frame.lang)}${yearsOf(one)}`).join('、'),
    },
    { label: 'お金', value: moneyText(programme.money) },
  ].filter(({ value }) => value)
  return (
    <>
      {facts.length > 0 && <SummaryList facts={facts} />}
      <Entries heading="目的" list={programme.purposes} frame={frame} />
      <Entries heading="内容" list={programme.parts} frame={frame} />
      <Entries heading="受けられる支援" list={programme.supports} frame={frame} />
    </>
  )
}

function yearsOf({ fromFiscalYear, toFiscalYear }: { fromFiscalYear?: number; toFiscalYear?: number }): string {
  if (!fromFiscalYear && !toFiscalYear) return ''
  return `（${fromFiscalYear ? fiscalYearLabel(fromFiscalYear) : ''}〜${toFiscalYear ? fiscalYearLabel(toFiscalYear) : ''}）`
}

function Entries({
  heading,
  list,
  frame,
}: {
  heading: string
  list: readonly { label: Label; summary?: Label }[]
  frame: Frame
}) {
  if (list.length === 0) return null
  return (
    <Section heading={heading}>
      <ul>
        {list.map((one) => (
          <li>
            {label(one.label, frame.lang)}
            {one.summary && <p class="small">{label(one.summary, frame.lang)}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const kinds = {
  subsidy: '補助金',
  grant: '助成金',
  'commission-fee': '委託料',
  'cost-share': '費用を分け合う',
  'in-kind': '物や場所による支援',
  none: 'お金の支援はありません',
}

const yen = (amount: number) => `${amount.toLocaleString('ja-JP')}円`

/** The money rule in one line: 補助金、対象経費の3分の2以内、上限500,000円. */
export function moneyText(money: Programme['money']): string {
  if (!money) return ''
  return [
    kinds[money.kind],
    money.rate &&
      (money.rate.numerator === money.rate.denominator
        ? '対象経費の全額'
        : `対象経費の${money.rate.denominator}分の${money.rate.numerator}以内`),
    money.ceilingYen !== undefined && `上限${yen(money.ceilingYen)}`,
    money.roundDownToYen && `${yen(money.roundDownToYen)}未満は切り捨て`,
    money.longestYears && `${money.longestYears}年まで`,
    money.reportWithinDays && `事業が終わってから${money.reportWithinDays}日以内に報告`,
  ]
    .filter(Boolean)
    .join('、')
}

function TrackSection({ frame, programme, track, calls }: Shown & { frame: Frame; track: Track }) {
  const { charter, city, lang } = frame
  const forms = charter.forms.filter((form) => track.forms.includes(form.key))
  const sheet = programme.sheets.find((one) => one.key === track.sheet) ?? programme.sheets[0]
  const facts: Fact[] = [
    {
      label: '提案できる方',
      value: track.proposers.map((key) => label(actorKind(charter, key)?.label, lang) || key).join('、'),
    },
    { label: 'きっかけ', value: word(charter, track.proposedBy === 'city' ? 'cityProposed' : 'citizenProposed', lang) },
    { label: '進め方', value: forms.map((form) => label(form.label, lang)).join('、') },
    { label: '費用', value: moneyText(track.money) },
    { label: '様式', value: sheet && [sheet.number, label(sheet.label, lang)].filter(Boolean).join('　') },
  ].filter(({ value }) => value)
  return (
    <Section heading={label(track.label, lang)} id={track.key} lead={label(track.summary, lang) || undefined}>
      <SummaryList facts={facts} />
      <Entries heading="提案する方に求めること" list={track.proposerNeeds} frame={frame} />
      <Entries heading="市からのテーマ" list={track.cityThemes} frame={frame} />
      <CallsTable frame={frame} programme={programme} calls={callsOf(calls, track.key)} />
      {takes(programme) && (
        <p>
          <a href={proposals.new({ city: city.slug }, { programme: programme.key, track: track.key })}>
            「{label(track.label, lang)}」で書き始める
          </a>
          {programme.tracks.length > 1 && sheet && (
            <>
              {'　'}
              <a href={urls.blankForm({ city: city.slug, key: programme.key }, { track: track.key })}>
                「{label(track.label, lang)}」の手書き用の様式（PDF）
              </a>
            </>
          )}
        </p>
      )}
    </Section>
  )
}

function CallsTable({ frame, programme, calls }: Shown & { frame: Frame }) {
  if (calls.length === 0) return null
  const edit = canMakeCalls(frame.actor) === true
  const columns = [
    {
      label: '年度',
      heading: true,
      cell: (call: PublishedCall) => fiscalYearLabel(call.fiscal_year, frame.charter.city.eraChange),
    },
    { label: '受付', cell: (call: PublishedCall) => periodLabel(call.opens_on, call.closes_on) as Child },
    { label: '備考', cell: (call: PublishedCall) => call.note as Child },
  ]
  const change = {
    label: '日程',
    cell: (call: PublishedCall) => (
      <a href={urls.editCall({ city: frame.city.slug, key: programme.key, call: call.id })}>
        {fiscalYearLabel(call.fiscal_year)}の日程を変える
      </a>
    ),
  }
  return <DataTable caption="受付の日程" rows={calls} columns={edit ? [...columns, change] : columns} />
}

function ReviewSection({ frame: { charter, lang }, programme }: { frame: Frame; programme: Programme }) {
  const { review } = programme
  if (!review) return null
  const body = charter.bodies.find((one) => one.key === review.body)
  const points = review.criteria.reduce((sum, one) => sum + one.points, 0)
  return (
    <Section
      heading={`${word(charter, 'review', lang)}のしかた`}
      lead={body && `${label(body.label, lang)}が審査します。`}
    >
      <ol>
        {review.stages.map((stage) => (
          <li>
            {label(stage.label, lang)}
            {stage.public && '（公開）'}
          </li>
        ))}
      </ol>
      <DataTable
        caption={`基準と配点（満点${points}点、合格は${review.passMark.of === 'average' ? '平均' : '合計'}が満点の${review.passMark.percent}%以上）`}
        rows={review.criteria}
        columns={[
          { label: '基準', heading: true, cell: (one) => label(one.label, lang) },
          { label: '説明', cell: (one) => label(one.summary, lang) },
          {
            label: '配点',
            numeric: true,
            cell: (one) => `${one.points}点${one.floor ? `（${one.floor}点以上が必要）` : ''}`,
          },
        ]}
        total={['合計', '', `${points}点`]}
      />
    </Section>
  )
}

function CalendarSection({ frame, programme, calls }: Shown & { frame: Frame }) {
  if (programme.calendar.length === 0) return null
  const year = calls[0]?.fiscal_year ?? suggestedCall(programme, today(frame.now)).fiscal_year
  return (
    <Section
      heading={`${fiscalYearLabel(year, frame.charter.city.eraChange)}の予定`}
      lead="標準の日程です。実際の受付の日は、上の「受付の日程」をご覧ください。"
    >
      <DataTable
        caption="一年の流れ"
        hideCaption
        rows={programme.calendar}
        columns={[
          { label: 'すること', heading: true, cell: (entry) => label(entry.label, frame.lang) },
          { label: 'めやす', cell: (entry) => dateLabel(calendarDay(entry, year)) },
        ]}
      />
    </Section>
  )
}

/** The section says from when to when a programme takes proposals. */
export function CallFormPage({
  frame,
  form,
  data,
}: Views<undefined, { programme: Programme; call: Call | undefined }>) {
  const { city, lang } = frame
  const { programme, call } = data
  const at = { city: city.slug, key: programme.key }
  const heading = call ? '受付の日程を変える' : '受付の日程を決める'
  const tracks = programme.tracks.map((track) => ({ value: track.key, label: label(track.label, lang) }))
  return (
    <CityPage
      frame={frame}
      title={heading}
      eyebrow={label(programme.label, lang)}
      invalid={Object.keys(form.errors).length > 0}
      breadcrumbs={[
        { href: urls.list({ city: city.slug }), label: title[lang] },
        { href: urls.show(at), label: label(programme.label, lang) },
      ]}
    >
      <Form form={form}>
        {tracks.length > 1 && (
          <SelectField form={form} name="track" label="部門" options={tracks} empty="すべての部門" />
        )}
        <TextField form={form} name="fiscal_year" label="年度" required width="medium" hint="例：令和8年度" />
        <DateField form={form} name="opens_on" label="受付を始める日" required />
        <DateField
          form={form}
          name="closes_on"
          label="受付を終える日"
          required
          hint="この日の終わり（24時）まで受け付けます。例：令和8年5月29日"
        />
        <TextAreaField
          form={form}
          name="note"
          label="お知らせ"
          rows={3}
          maxlength={limits.note}
          hint="日程といっしょに載せる一言です。"
        />
        <SubmitRow
          primary={call ? '日程を変える' : '日程を公開する'}
          cancel={{ href: urls.show(at), label: '変えずに戻る' }}
        />
      </Form>
    </CityPage>
  )
}
