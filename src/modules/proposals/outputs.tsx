import { type Letter, letterBytes, listLetters } from '../../platform/letters/index.ts'
import { type PdfBlock, type PdfDocument, pdfAnswer, renderPdf } from '../../platform/pdf/index.ts'
import { NotFound } from '../../platform/refusals.ts'
import { type Documents, defineDocument } from '../../platform/web/index.ts'
import { label, programme, word } from '../charters/index.ts'
import { answerKey, printedBlocks } from '../questionnaires/index.ts'
import { maySeeProposal } from './may.ts'
import { decisionLetter, mayor, receiptLetter, returnLetter } from './proposal/documents.ts'
import { numberLabel } from './proposal/proposal.ts'
import { findAddressed, findSeen, type Seen } from './queries/one.ts'
import { refOf } from './tables.ts'
import { urls } from './urls.ts'

/** Returns the proposal as the city's filled-in form. */
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

/** A paper as it was issued, or a document made now where no bytes were kept. */
interface Paper {
  seen: Seen
  letter: Letter | undefined
  document: PdfDocument | undefined
}

/** Serves the newest letter of these kinds at the address that was used before letters had their own. */
function paper(name: string, kinds: readonly string[], printed: (seen: Seen) => PdfDocument | undefined) {
  return defineDocument({
    who: (actor, { seen }: Paper) => maySeeProposal.why(actor, seen.proposal),
    load: async (c): Promise<Paper | undefined> => {
      const seen = await findSeen(c)
      if (!seen) return undefined
      const letters = kinds.length > 0 ? await listLetters(c.db, { kind: 'proposal', id: seen.proposal.id }) : []
      const letter = letters.find(({ kind }) => kinds.includes(kind))
      const document = letter ? undefined : printed(seen)
      return letter || document ? { seen, letter, document } : undefined
    },
    answer: async ({ data: { seen, letter, document }, door }) => {
      const bytes = letter ? letterBytes(door, letter) : document && renderPdf(document)
      if (!bytes) throw new NotFound()
      return pdfAnswer(await bytes, `${refOf(seen.proposal)}_${name}.pdf`)
    },
  })
}

export const documents: Documents = {
  // Acts older than the kept letters have none; their papers are rendered from the proposal.
  [urls.letter.pattern]: paper('通知書', ['proposal.decision', 'proposal.annulment'], (seen) =>
    seen.proposal.decision ? decisionLetter(seen) : undefined,
  ),
  [urls.receiptLetter.pattern]: paper('受付票', ['proposal.receipt'], (seen) =>
    seen.proposal.submitted_at ? receiptLetter(seen) : undefined,
  ),
  [urls.returnLetter.pattern]: paper('補正のお願い', ['proposal.return', 'proposal.correction'], (seen) =>
    seen.proposal.state === 'returned' ? returnLetter(seen) : undefined,
  ),
  [urls.sheet.pattern]: paper('提案書', [], proposalSheet),
  [urls.formerReturn.pattern]: defineDocument({
    who: maySeeProposal,
    load: findAddressed,
    answer: async ({ frame, data }) => {
      const location = urls.return({ city: frame.city.slug, ref: refOf(data) })
      return new Response(null, { status: 301, headers: { location } })
    },
  }),
}
