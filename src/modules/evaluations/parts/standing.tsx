import { dateLabel, plainDateLabel, today } from '../../../platform/time/index.ts'
import { DataTable, Notice, Paragraphs, Section, SummaryList } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import type { Round } from '../tables.ts'

const channels: Record<string, string> = { paper: '用紙', phone: '電話', counter: '窓口' }

/** Who has answered and how, never what; and who agrees to the publication. */
export function Seats({ round }: { round: Round }) {
  const { charter } = round
  const open = round.state === 'answering'
  const said = (seat: Round['seats'][number]) => {
    if (seat.answered_at === null) return open ? 'まだ' : '回答がありませんでした'
    const how = seat.channel && channels[seat.channel] ? `（${channels[seat.channel]}で受付）` : ''
    return `${seat.late ? '締切後に届きました（数えていません）' : '回答しました'}${how}`
  }
  return (
    <Section heading="回答した方" id="seats" lead={open ? `回答の期日は、${dateLabel(round.due_on)}です。` : undefined}>
      {round.closed_at && (
        <Notice kind="warning" heading="そろわないまま、期日に締め切って開きました">
          <p>{plainDateLabel(today(round.closed_at))}に、協働の担当課が締め切りました。</p>
          {round.closing_reason && <Paragraphs text={round.closing_reason} />}
        </Notice>
      )}
      <DataTable
        caption="回答の状況"
        rows={round.seats}
        columns={[
          { label: '回答する方', heading: true, cell: ({ name }) => name },
          {
            label: '立場',
            cell: (seat) => label(charter.evaluation.sides.find(({ key }) => key === seat.side)?.label),
          },
          { label: '回答', cell: said },
          ...(open
            ? []
            : [
                {
                  label: '公表への同意',
                  cell: (seat: Round['seats'][number]) => (seat.consented_at ? '同意しました' : 'まだ'),
                },
              ]),
        ]}
      />
    </Section>
  )
}

export function Talk({ round }: { round: Round }) {
  const { charter } = round
  const name = charter.evaluation.jointTalk.label.ja
  return (
    <Section heading={name} id="talk">
      {round.talked_on ? (
        <>
          <SummaryList
            facts={[
              { label: '日', value: dateLabel(round.talked_on) },
              { label: '出た方', value: <span class="as-typed">{round.talk_people}</span> },
            ]}
          />
          <h3>話し合って確かめたこと</h3>
          <Paragraphs text={round.talk_agreed} />
        </>
      ) : (
        <p>
          {charter.evaluation.jointTalk.required ? `${name}の記録が、まだありません。` : `${name}の記録はありません。`}
        </p>
      )}
    </Section>
  )
}
