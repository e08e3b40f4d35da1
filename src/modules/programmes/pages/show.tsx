import { fiscalYearLabel } from '../../../platform/time/index.ts'
import { definePage, type Frame, partOf, type Views } from '../../../platform/web/index.ts'
import { CityPage, VerbButtons } from '../../../site/index.ts'
import { ButtonLink, ButtonRow, DataTable, type Fact, Section, SummaryList } from '../../../ui/index.ts'
import {
  actorKind,
  type Label,
  label,
  type Programme,
  programme as programmeOf,
  type Track,
  word,
} from '../../charters/index.ts'
import { urls as proposals } from '../../proposals/urls.ts'
import { makeCall } from '../actions/index.ts'
import { CalendarSection, CallsTable, Reception, type Shown } from '../parts/reception.tsx'
import { moneyText } from '../programme/money.ts'
import { callsOf, receptionOf, takes } from '../programme/reception.ts'
import { listPublishedCalls } from '../queries.ts'
import { urls } from '../urls.ts'
import { say } from '../words.ts'

/** One programme: who may propose what, by when, how it is decided, and the way to begin. */
function ProgrammePage({ frame, published }: Views<Shown, undefined>) {
  const { programme, calls } = published
  const { city, charter, lang, actor, now } = frame
  const offer = { programme, charter }
  return (
    <CityPage
      frame={frame}
      title={label(programme.label, lang)}
      eyebrow={programme.status === 'ended' ? '終わった制度' : undefined}
      lead={label(programme.summary, lang)}
      breadcrumbs={[{ href: urls.list({ city: city.slug }), label: say.title[lang] }]}
    >
      {takes(programme) && <Reception frame={frame} {...published} />}
      <About frame={frame} programme={programme} />
      {programme.tracks.map((track) => (
        <TrackSection frame={frame} programme={programme} track={track} calls={calls} />
      ))}
      <ReviewSection frame={frame} programme={programme} />
      <CalendarSection frame={frame} {...published} />
      <Entries heading="対象にならないもの" list={programme.excludes} frame={frame} />
      {programme.tracks.length > 0 && makeCall.may(actor, offer, now) && (
        <Section heading="職員の方へ">
          <ButtonRow>
            <VerbButtons frame={frame} thing={offer} verbs={[makeCall]} />
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

function TrackSection({ frame, programme, track, calls }: Shown & { frame: Frame; track: Track }) {
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
      {takes(programme) && (
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

function ReviewSection({ frame: { charter, lang }, programme }: { frame: Frame; programme: Programme }) {
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

/** One programme, for everyone. */
export const showPage = definePage({
  who: 'anyone',
  published: async (c): Promise<Shown | undefined> => {
    const programme = programmeOf(c.charter, partOf(c, 'key'))
    return programme && { programme, calls: await listPublishedCalls(c.db, c.city.id, programme.key) }
  },
  view: ProgrammePage,
})
