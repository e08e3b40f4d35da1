import { type Letter, letterBytes, newestLetter } from '../../platform/letters/index.ts'
import { pdfAnswer } from '../../platform/pdf/answer.ts'
import { type PdfBlock, type PdfDocument, renderPdf } from '../../platform/pdf/index.ts'
import { type Documents, defineDocument, type Reading } from '../../platform/web/index.ts'
import { label, programme, word } from '../charters/index.ts'
import { answerKey, printedBlocks } from '../questionnaires/index.ts'
import { maySeeProposal } from './may.ts'
import { correctionLetter, decisionLetter, mayor, receiptLetter } from './proposal/documents.ts'
import { numberLabel } from './proposal/standing.ts'
import { findSeen, type Seen } from './queries/one.ts'
import { refOf } from './tables.ts'
import { urls } from './urls.ts'

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

interface Paper {
  proposal: Seen['proposal']
  /** The letter as it was issued; undefined where the paper is none, or was issued before letters were kept. */
  letter?: Letter
  document: PdfDocument
}

/** A paper of a proposal, for those who may see its page: letters byte for byte as they were issued. */
const paper = (name: string, find: (c: Reading, seen: Seen) => Promise<Omit<Paper, 'proposal'> | undefined>) =>
  defineDocument({
    who: (actor, { proposal }: Paper) => maySeeProposal.why(actor, proposal),
    load: async (c): Promise<Paper | undefined> => {
      const seen = await findSeen(c)
      const found = seen && (await find(c, seen))
      return found && { ...found, proposal: seen.proposal }
    },
    answer: async ({ data: { proposal, letter, document }, door }) =>
      pdfAnswer(letter ? await letterBytes(door, letter) : await renderPdf(document), `${refOf(proposal)}_${name}.pdf`),
  })

const issued = async (c: Reading, { proposal }: Seen, kind: string, document: PdfDocument) => ({
  document,
  letter: await newestLetter(c.db, { kind: 'proposal', id: proposal.id }, kind),
})

export const documents: Documents = {
  [urls.letter.pattern]: paper('通知書', async (c, seen) =>
    seen.proposal.decision ? issued(c, seen, 'proposal.decision', decisionLetter(seen)) : undefined,
  ),
  [urls.receiptLetter.pattern]: paper('受付票', async (c, seen) =>
    seen.proposal.submitted_at ? issued(c, seen, 'proposal.receipt', receiptLetter(seen)) : undefined,
  ),
  [urls.correctionLetter.pattern]: paper('補正のお願い', async (c, seen) =>
    seen.proposal.state === 'returned' ? issued(c, seen, 'proposal.correction', correctionLetter(seen)) : undefined,
  ),
  [urls.sheet.pattern]: paper('提案書', async (_, seen) => ({ document: proposalSheet(seen) })),
}
