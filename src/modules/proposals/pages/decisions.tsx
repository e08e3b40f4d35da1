import { dateLabel, today } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { DataTable, Details } from '../../../ui/index.ts'
import type { Charter } from '../../charters/index.ts'
import { DecisionSection } from '../parts/decision.tsx'
import { letterNumber } from '../proposal/documents.ts'
import { decisionLabel } from '../proposal/proposal.ts'
import type { Inside } from '../queries/inside.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'

type Decisions = Inside['decisions']

export function DecisionsOn({ frame, data }: { frame: Frame; data: Inside }) {
  const { proposal, charter, decisions } = data
  const letter = urls.letter({ city: frame.city.slug, ref: refOf(proposal) })
  return (
    <>
      <DecisionSection charter={charter} proposal={withNewestDecision(proposal, decisions)} letter={letter} inside />
      <DecisionHistory charter={charter} programme={proposal.programme} decisions={decisions} />
    </>
  )
}

/** Returns the newest decision with its correction or annulment; an annulled decision is still shown. */
function withNewestDecision(proposal: Inside['proposal'], decisions: Decisions) {
  const newest = decisions.at(-1)
  if (newest?.annulled_at) {
    const { decision, reasons, conditions, decided_on, annulled_at, annulment } = newest
    return { ...proposal, decision, reasons, conditions, decided_on, annulled_on: today(annulled_at), annulment }
  }
  const wrong = proposal.decision && newest?.corrects ? decisions.find(({ id }) => id === newest.corrects) : undefined
  if (!wrong?.corrected_at) return proposal
  return { ...proposal, corrected_on: today(wrong.corrected_at), correction: wrong.correction }
}

/** Lists earlier decisions and what followed; empty while the first decision holds. */
function DecisionHistory(props: { charter: Charter; programme: string; decisions: Decisions }) {
  const { charter, programme, decisions } = props
  if (decisions.length < 2 && !decisions.some(({ annulled_at }) => annulled_at)) return null
  return (
    <Details summary={`これまでの決定（${decisions.length}件）`}>
      <DataTable
        caption="これまでの決定と、その後"
        rows={decisions}
        columns={[
          {
            label: '決定',
            heading: true,
            whole: true,
            cell: ({ decision }) => decisionLabel(charter, programme, decision),
          },
          { label: '決定した日', whole: true, cell: ({ decided_on }) => dateLabel(decided_on) },
          { label: '通知書の番号', whole: true, cell: (one) => letterNumber(charter, one) },
          { label: 'その後', cell: (one) => outcomeOf(one, one === decisions.at(-1)) },
        ]}
      />
    </Details>
  )
}

function outcomeOf({ annulled_at, annulment, corrected_at, correction }: Decisions[number], newest: boolean): string {
  if (annulled_at) return `${dateLabel(today(annulled_at))}に取消し（理由　${annulment ?? ''}）`
  if (corrected_at) return `${dateLabel(today(corrected_at))}に訂正（理由　${correction ?? ''}）`
  return newest ? 'いまの決定です。' : '審査を再開しました。'
}
