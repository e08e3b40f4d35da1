import { fiscalYearLabel } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { DataTable, type Fact, Section, SummaryList } from '../../../ui/index.ts'
import { actorKind, type Label, label, type Programme, type Track, word } from '../../charters/index.ts'
import { urls as proposals } from '../../proposals/urls.ts'
import { moneyText } from '../programme/money.ts'
import { callsOf, receptionOf, takesProposals } from '../programme/reception.ts'
import { urls } from '../urls.ts'
import { CallsTable, type Shown } from './reception.tsx'

export function About({ frame, programme }: { frame: Frame; programme: Programme }) {
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

export function Entries({
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

export function TrackSection({ frame, programme, track, calls }: Shown & { frame: Frame; track: Track }) {
  const { charter, city, lang, now } = frame
  const closed = receptionOf(programme, callsOf(calls, track.key), now).is === 'closed'
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
      {takesProposals(programme) && (
        <p>
          <a href={proposals.new({ city: city.slug }, { programme: programme.key, track: track.key })}>
            {`「${label(track.label, lang)}」${closed ? 'の下書きを書いておく' : 'で書き始める'}`}
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

export function ReviewSection({ frame: { charter, lang }, programme }: { frame: Frame; programme: Programme }) {
  const { review } = programme
  if (!review) return null
  const body = charter.bodies.find((one) => one.key === review.body)
  const points = review.criteria.reduce((sum, one) => sum + one.points, 0)
  const explained = review.criteria.some(({ summary }) => summary)
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
          ...(explained ? [{ label: '説明', cell: ({ summary }: { summary?: Label }) => label(summary, lang) }] : []),
          {
            label: '配点',
            numeric: true,
            cell: (one) => `${one.points}点${one.floor ? `（${one.floor}点以上が必要）` : ''}`,
          },
        ]}
        total={['合計', ...(explained ? [''] : []), `${points}点`]}
      />
    </Section>
  )
}
