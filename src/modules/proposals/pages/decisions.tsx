import type { Child } from 'hono/jsx'
import type { Letter } from '../../../platform/letters/index.ts'
import { dateLabel, today } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { letterHref } from '../../../site/index.ts'
import { DataTable, Details, type Link } from '../../../ui/index.ts'
import { DecisionSection } from '../parts/decision.tsx'
import { letterInForce } from '../proposal/decision.ts'
import { letterNumber } from '../proposal/documents.ts'
import { decisionLabel } from '../proposal/proposal.ts'
import type { Inside } from '../queries/inside.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'

type Decisions = Inside['decisions']

export function DecisionsOn({ frame, data }: { frame: Frame; data: Inside }) {
  const { proposal, charter, decisions } = data
  return (
    <>
      <DecisionSection
        charter={charter}
        proposal={withNewestDecision(proposal, decisions)}
        letters={lettersOn(frame, data)}
        inside
      />
      <DecisionHistory frame={frame} data={data} />
    </>
  )
}

const hrefOf = (frame: Frame, { proposal }: Pick<Inside, 'proposal'>) =>
  urls.show({ city: frame.city.slug, ref: refOf(proposal) })

/** The letter that holds, and the one that it corrects or annuls. */
function lettersOn(frame: Frame, data: Inside): Link[] {
  const { proposal, letters } = data
  const newest = letterInForce(letters)
  // A decision from before letters were kept has one that is made from the proposal as it stands.
  if (!newest) return [{ href: urls.letter({ city: frame.city.slug, ref: refOf(proposal) }), label: '通知書（PDF）' }]
  const before = letters.find(({ id }) => id === newest.corrects)
  const link = (letter: Letter, label: string) => ({ href: letterHref(hrefOf(frame, data), letter), label })
  if (!before) return [link(newest, '通知書（PDF）')]
  return newest.kind === 'proposal.annulment'
    ? [link(newest, '取消しの通知書（PDF）'), link(before, '取り消された決定の通知書（PDF）')]
    : [link(newest, '訂正の通知書（PDF）'), link(before, '訂正された通知書（PDF）')]
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
function DecisionHistory({ frame, data }: { frame: Frame; data: Inside }) {
  const { charter, decisions, letters, proposal } = data
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
            cell: ({ decision }) => decisionLabel(charter, proposal.programme, decision),
          },
          { label: '決定した日', whole: true, cell: ({ decided_on }) => dateLabel(decided_on) },
          {
            label: '通知書の番号',
            whole: true,
            cell: (one) => numberLink(hrefOf(frame, data), letterNumber(charter, one), letters),
          },
          { label: 'その後', cell: (one) => outcomeOf(one, one === decisions.at(-1)) },
        ]}
      />
    </Details>
  )
}

function numberLink(page: string, number: string, letters: readonly Letter[]): Child {
  const letter = letters.find((one) => one.number === number)
  return letter ? <a href={letterHref(page, letter)}>{number}</a> : number
}

function outcomeOf({ annulled_at, annulment, corrected_at, correction }: Decisions[number], newest: boolean): string {
  if (annulled_at) return `${dateLabel(today(annulled_at))}に取消し（理由　${annulment ?? ''}）`
  if (corrected_at) return `${dateLabel(today(corrected_at))}に訂正（理由　${correction ?? ''}）`
  return newest ? 'いまの決定です。' : '審査を再開しました。'
}
