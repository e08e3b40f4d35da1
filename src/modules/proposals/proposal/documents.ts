import { letterLabel } from '../../../platform/numbers/index.ts'
import type { PdfBlock, PdfDocument } from '../../../platform/pdf/index.ts'
import { dateTimeLabel, type IsoDate, plainDateLabel, today } from '../../../platform/time/index.ts'
import { type Charter, label, programme, word } from '../../charters/index.ts'
import type { Decision } from '../lifecycle.ts'
import type { Proposal } from '../tables.ts'
import { addresseeOf, contactFor, nextSteps } from './correspondence.ts'
import { type Changed, type Decided, decidedOn } from './decision.ts'
import { decisionLabel, numberLabel, receiptOf } from './proposal.ts'

export interface Printed {
  proposal: Proposal
  charter: Charter
}

export interface Numbered {
  letter_year: number | null
  letter_number: number | null
}

/** Returns 8川協推第12号: fiscal year, the city's mark, number. */
export function letterNumber({ city }: Charter, { letter_year, letter_number }: Numbered): string {
  if (letter_year === null || letter_number === null) return ''
  return letterLabel(city.numberPrefix, { fiscal_year: letter_year, number: letter_number }, city.eraChange)
}

export const mayor = (charter: Charter) => `${label(charter.city.name)}長`

function letter(seen: Printed, rest: Pick<PdfDocument, 'title' | 'blocks'> & Partial<PdfDocument>): PdfDocument {
  return {
    kind: 'letter',
    addressee: addresseeOf(seen.charter, seen.proposal),
    sender: [mayor(seen.charter)],
    author: label(seen.charter.city.name),
    ...rest,
    blocks: [...rest.blocks, { type: 'contact', lines: ['お問い合わせ', ...contactFor(seen.charter, seen.proposal)] }],
  }
}

const aboutIt = ({ proposal, charter }: Printed) => [
  { label: '受付番号', value: numberLabel(charter, proposal) },
  { label: '提案の題名', value: proposal.title },
  { label: '制度', value: label(programme(charter, proposal.programme)?.label) },
]

const afterwards: Record<Decision, string> = {
  adopted: 'つきましては、役割分担・目標・期間などを定める取り決めに向けて、担当課からご連絡します。',
  conditionally_adopted: 'つきましては、次の条件について、担当課からご連絡し、話し合いを進めます。',
  not_adopted:
    'ご提案にお時間とお力をいただき、ありがとうございました。内容についてのご質問やご相談は、いつでもお受けします。',
  deferred: '審査を再開するときは、あらためてご連絡します。',
}

const grounds = ({ reasons, conditions }: Pick<Decided, 'reasons' | 'conditions'>): PdfBlock[] => [
  { type: 'heading', text: '理由' },
  { type: 'paragraph', text: reasons },
  ...(conditions ? [{ type: 'heading', text: '条件' } as const, { type: 'paragraph', text: conditions } as const] : []),
]

/** Returns the letter of a decision, dated by its issue. */
export function decisionLetter(seen: Printed): PdfDocument {
  const { proposal, charter } = seen
  const { decision, decided_on } = decidedOn(proposal)
  const date = proposal.letter_on ?? decided_on
  const decided =
    date === decided_on
      ? '次のとおり決定しましたので、通知します。'
      : `${plainDateLabel(decided_on)}に決定しましたので、次のとおり通知します。`
  const found = { label: '決定', value: decisionLabel(charter, proposal.programme, decision) }
  return letter(seen, {
    title: `${word(charter, 'proposal')}の${word(charter, 'review')}の結果について（通知）`,
    ...(proposal.letter_number === null ? {} : { number: letterNumber(charter, proposal) }),
    date,
    blocks: [
      {
        type: 'paragraph',
        text: `${plainDateLabel(receiptOf(proposal).received_on)}に受け付けた次の提案について、${decided}\n${afterwards[decision]}`,
      },
      {
        type: 'particulars',
        blocks: [{ type: 'fields', fields: [...aboutIt(seen), found] }, ...grounds(proposal)],
      },
    ],
  })
}

/** Returns the reference to the earlier letter, by date and number if it has them. */
const quoted = ({ proposal, charter }: Printed) =>
  proposal.letter_number === null || proposal.letter_on === null
    ? 'さきに'
    : `${plainDateLabel(proposal.letter_on)}付け${letterNumber(charter, proposal)}で`

/** An annulment; its letter has no number in the preview. */
export interface Annulled {
  on: IsoDate
  reason: string
  letter?: Numbered
}

export interface Corrected extends Annulled {
  changes: readonly Changed[]
  is: Decided
}

const wrongAndRight = ({ label, wrong, right }: Changed): PdfBlock => ({
  type: 'table',
  caption: label,
  columns: [{ label: '誤' }, { label: '正' }],
  rows: [[wrong, right]],
})

/** Returns the letter of a correction (訂正): wrong and right, then the whole decision as it is now. */
export function correctionLetter(seen: Printed, { on, reason, changes, is, letter: own }: Corrected): PdfDocument {
  const { charter, proposal } = seen
  return letter(seen, {
    title: `${word(charter, 'proposal')}の${word(charter, 'review')}の結果の訂正について（通知）`,
    ...(own ? { number: letterNumber(charter, own) } : {}),
    date: on,
    blocks: [
      {
        type: 'paragraph',
        text: `${quoted(seen)}通知した次の提案についての決定に誤りがありましたので、次のとおり訂正します。`,
      },
      {
        type: 'particulars',
        blocks: [
          { type: 'fields', fields: aboutIt(seen) },
          { type: 'heading', text: '訂正の理由' },
          { type: 'paragraph', text: reason },
          { type: 'heading', text: '訂正するところ' },
          ...changes.map(wrongAndRight),
          { type: 'heading', text: '訂正したあとの決定' },
          {
            type: 'fields',
            fields: [
              { label: '決定', value: decisionLabel(charter, proposal.programme, is.decision) },
              { label: '決定した日', value: plainDateLabel(is.decided_on) },
            ],
          },
          ...grounds(is),
        ],
      },
    ],
  })
}

/** Returns the letter of an annulment (取消). */
export function annulmentLetter(seen: Printed, { on, reason, letter: own }: Annulled): PdfDocument {
  const { charter, proposal } = seen
  const was = proposal.decision ? decisionLabel(charter, proposal.programme, proposal.decision) : ''
  return letter(seen, {
    title: `${word(charter, 'proposal')}の${word(charter, 'review')}の結果の取消しについて（通知）`,
    ...(own ? { number: letterNumber(charter, own) } : {}),
    date: on,
    blocks: [
      {
        type: 'paragraph',
        text: `${quoted(seen)}通知した次の提案についての決定を、次の理由により取り消します。\nご提案は、あらためて審査し、結果が決まりましたら、理由とともにお知らせします。`,
      },
      {
        type: 'particulars',
        blocks: [
          { type: 'fields', fields: [...aboutIt(seen), { label: '取り消す決定', value: was }] },
          { type: 'heading', text: '取消しの理由' },
          { type: 'paragraph', text: reason },
        ],
      },
    ],
  })
}

export function receiptLetter(seen: Printed): PdfDocument {
  const { proposal, charter } = seen
  const { submitted_at, received_on } = receiptOf(proposal)
  const received = proposal.channel === 'web' ? dateTimeLabel(submitted_at) : plainDateLabel(received_on)
  return letter(seen, {
    title: `${word(charter, 'proposal')}の受付について`,
    date: today(submitted_at),
    blocks: [
      {
        type: 'paragraph',
        text: '次のとおり、ご提案を受け付けました。お問い合わせのときは、受付番号をお知らせください。',
      },
      {
        type: 'particulars',
        blocks: [{ type: 'fields', fields: [...aboutIt(seen), { label: '受け付けた日', value: received }] }],
      },
      { type: 'heading', text: 'これからのこと' },
      {
        type: 'list',
        numbered: true,
        items: nextSteps(charter, proposal).map(
          ({ step, says, until }) => `${step}　${says}${until ? `（めやす：${plainDateLabel(until)}まで）` : ''}`,
        ),
      },
    ],
  })
}

export function returnLetter(seen: Printed): PdfDocument {
  const { proposal, charter } = seen
  const until = proposal.return_by ? `${plainDateLabel(proposal.return_by)}までに、` : ''
  return letter(seen, {
    title: `${word(charter, 'proposal')}の補正について（お願い）`,
    date: today(proposal.state_since),
    blocks: [
      {
        type: 'paragraph',
        text: `ご提案を拝見しました。${until}次のところを直して、もう一度ご提出ください。受付番号は変わりません。`,
      },
      {
        type: 'particulars',
        blocks: [
          { type: 'fields', fields: aboutIt(seen) },
          { type: 'heading', text: '直していただきたいところ' },
          { type: 'paragraph', text: proposal.return_note },
        ],
      },
    ],
  })
}
