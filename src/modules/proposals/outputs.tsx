import type { Hono } from 'hono'
import { pdfAnswer } from '../../platform/pdf/answer.ts'
import { type PdfBlock, type PdfDocument, renderPdf } from '../../platform/pdf/index.ts'
import { dateTimeLabel, fiscalEraYear, plainDateLabel, today } from '../../platform/time/index.ts'
import { type Parts, serveDocument } from '../../platform/web/index.ts'
import { type Charter, label, programme, word } from '../charters/index.ts'
import { answerKey, printedBlocks } from '../questionnaires/index.ts'
import { addresseeOf, askAt, wayAhead } from './proposal/correspondence.ts'
import { decisionLabel, numberLabel } from './proposal/standing.ts'
import { findSeen, type Seen } from './queries/one.ts'
import { type Proposal, refOf } from './tables.ts'
import { urls } from './urls.ts'

type Printed = Pick<Seen, 'proposal' | 'charter'>

/** 8川協推第12号: the fiscal year, the city's mark, the number of the letter in that year. */
export function letterNumber(charter: Charter, proposal: Pick<Proposal, 'letter_year' | 'letter_number'>): string {
  const year = fiscalEraYear(proposal.letter_year!, charter.city.eraChange)?.year ?? proposal.letter_year
  return `${year}${charter.city.numberPrefix}第${proposal.letter_number}号`
}

const mayor = (charter: Charter) => `${label(charter.city.name)}長`

function letter(seen: Printed, rest: Pick<PdfDocument, 'title' | 'blocks'> & Partial<PdfDocument>): PdfDocument {
  return {
    kind: 'letter',
    addressee: addresseeOf(seen.charter, seen.proposal),
    sender: [mayor(seen.charter)],
    author: label(seen.charter.city.name),
    ...rest,
    blocks: [...rest.blocks, { type: 'contact', lines: ['お問い合わせ', ...askAt(seen.charter, seen.proposal)] }],
  }
}

const aboutIt = ({ proposal, charter }: Printed) => [
  { label: '受付番号', value: numberLabel(charter, proposal) },
  { label: '提案の題名', value: proposal.title },
  { label: '制度', value: label(programme(charter, proposal.programme)?.label) },
]

const afterwards: Record<string, string> = {
  adopted: 'つきましては、役割分担・目標・期間などを定める取り決めに向けて、担当課からご連絡します。',
  conditionally_adopted: 'つきましては、次の条件について、担当課からご連絡し、話し合いを進めます。',
  not_adopted:
    'ご提案にお時間とお力をいただき、ありがとうございました。内容についてのご質問やご相談は、いつでもお受けします。',
  deferred: '審査を再開するときは、あらためてご連絡します。',
}

/** The decision on paper: number, date, addressee, and always the reasons. */
export function decisionLetter(seen: Printed): PdfDocument {
  const { proposal, charter } = seen
  const found = { label: '決定', value: decisionLabel(charter, proposal.programme, proposal.decision!) }
  return letter(seen, {
    title: `${word(charter, 'proposal')}の${word(charter, 'review')}の結果について（通知）`,
    number: letterNumber(charter, proposal),
    date: proposal.decided_on!,
    blocks: [
      {
        type: 'paragraph',
        text: `${plainDateLabel(proposal.received_on!)}に受け付けた次の提案について、次のとおり決定しましたので、通知します。\n${afterwards[proposal.decision!]}`,
      },
      {
        type: 'particulars',
        blocks: [
          { type: 'fields', fields: [...aboutIt(seen), found] },
          { type: 'heading', text: '理由' },
          { type: 'paragraph', text: proposal.reasons },
          ...(proposal.conditions
            ? [{ type: 'heading', text: '条件' } as const, { type: 'paragraph', text: proposal.conditions } as const]
            : []),
        ],
      },
    ],
  })
}

/** The receipt on paper, for who came over the counter or wrote by post. */
export function receiptLetter(seen: Printed): PdfDocument {
  const { proposal, charter } = seen
  const received =
    proposal.channel === 'web' ? dateTimeLabel(proposal.submitted_at!) : plainDateLabel(proposal.received_on!)
  return letter(seen, {
    title: `${word(charter, 'proposal')}の受付について`,
    date: today(proposal.submitted_at!),
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
        items: wayAhead(charter, proposal).map(
          ({ step, says, until }) => `${step}　${says}${until ? `（めやす：${plainDateLabel(until)}まで）` : ''}`,
        ),
      },
    ],
  })
}

/** 補正: what should be put right, for who is written to on paper. */
export function correctionLetter(seen: Printed): PdfDocument {
  const { proposal, charter } = seen
  const until = proposal.correct_by ? `${plainDateLabel(proposal.correct_by)}までに、` : ''
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
          { type: 'paragraph', text: proposal.correction },
        ],
      },
    ],
  })
}

/** The proposal itself on the city's form, filled in. */
export function proposalSheet({ proposal, charter, sheet, files }: Seen): PdfDocument {
  const found = programme(charter, proposal.programme)
  const track = found?.tracks.find(({ key }) => key === proposal.track)
  const form = found?.sheets.find(({ key }) => key === track?.sheet) ?? found?.sheets[0]
  const theme = sheet.themes.find(({ key }) => key === proposal.theme)
  const number = numberLabel(charter, proposal)
  return {
    kind: 'form',
    title: `${label(form?.label) || `${word(charter, 'proposal')}書`}${number ? '' : '（下書き）'}`,
    formNumber: form?.number,
    number: number || undefined,
    date: proposal.received_on ?? 'blank',
    addressee: [`（あて先）${mayor(charter)}`],
    sender: [proposal.party_name],
    author: proposal.party_name,
    blocks: [
      {
        type: 'fields',
        fields: [
          { label: '制度', value: [label(found?.label), label(track?.label)].filter(Boolean).join('　') },
          ...(theme ? [{ label: '市からのテーマ', value: theme.label }] : []),
        ],
      },
      ...(sheet.titleKey
        ? []
        : [{ type: 'fields', fields: [{ label: '提案の題名', value: proposal.title }] } satisfies PdfBlock]),
      ...sheet.sections.flatMap((section) => [
        { type: 'heading', text: label(section.label) } satisfies PdfBlock,
        ...printedBlocks(section.fields, (question) => {
          const key = answerKey(section, question)
          const attached = files.filter((file) => file.purpose === key).map((file) => file.name)
          return question.kind === 'files' ? attached : proposal.contents[key]
        }),
      ]),
    ],
  }
}

/** The papers of a proposal, for whoever may see its page. */
export function outputs(app: Hono, parts: Parts): void {
  const serve = (pattern: string, name: string, make: (seen: Seen) => PdfDocument | undefined) =>
    serveDocument(app, pattern, parts, {
      who: 'signed-in',
      load: async (c) => {
        const seen = await findSeen(c)
        const document = seen && make(seen)
        return document && { document, name: `${refOf(seen.proposal)}_${name}.pdf` }
      },
      answer: async ({ data }) => pdfAnswer(await renderPdf(data.document), data.name),
    })
  serve(urls.letter.pattern, '通知書', (seen) => (seen.proposal.decision ? decisionLetter(seen) : undefined))
  serve(urls.receiptLetter.pattern, '受付票', (seen) => (seen.proposal.submitted_at ? receiptLetter(seen) : undefined))
  serve(urls.correctionLetter.pattern, '補正のお願い', (seen) =>
    seen.proposal.state === 'returned' ? correctionLetter(seen) : undefined,
  )
  serve(urls.sheet.pattern, '提案書', proposalSheet)
}
