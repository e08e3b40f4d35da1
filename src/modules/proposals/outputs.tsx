import { type Letter, letterBytes, listLetters } from '../../platform/letters/index.ts'
import { type PdfBlock, type PdfDocument, pdfAnswer, renderPdf } from '../../platform/pdf/index.ts'
import { NotFound } from '../../platform/refusals.ts'
import { type Documents, defineDocument } from '../../platform/web/index.ts'
import type { Url } from '../../platform/web/url.ts'
import { label, programme, word } from '../charters/index.ts'
import { answerKey, printedBlocks } from '../questionnaires/index.ts'
import { maySeeProposal } from './may.ts'
import { letterInForce } from './proposal/decision.ts'
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

/** Serves the letter that holds, at the address that was used before letters had their own. */
function paper(
  name: string,
  keptIn: ((letters: readonly Letter[]) => Letter | undefined) | undefined,
  printed: (seen: Seen) => PdfDocument | undefined,
) {
  return defineDocument({
    who: (actor, { seen }: Paper) => maySeeProposal.why(actor, seen.proposal),
    load: async (c): Promise<Paper | undefined> => {
      const seen = await findSeen(c)
      if (!seen) return undefined
      const letter = keptIn?.(await listLetters(c.db, { kind: 'proposal', id: seen.proposal.id }))
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

const newestOf =
  (...kinds: string[]) =>
  (letters: readonly Letter[]) =>
    letters.find(({ kind }) => kinds.includes(kind))

/**
 * The papers of a proposal, byte for byte as they were issued, and the proposal itself. Every letter has its own address,
 * `…/letters/:letter`, to which pages link; these addresses stand for the paper that holds now: `letter.pdf` for the letter
 * of the decision in force (a correction's in place of the one that it corrects; the annulment's, until the proposal is
 * decided anew), `receipt.pdf` for the receipt of the newest submission, `correction.pdf` for the newest return. Acts before
 * letters were kept have none: their papers are made from the proposal as it stands.
 */
export const documents: Documents = {
  [urls.letter.pattern]: paper('通知書', letterInForce, (seen) =>
    seen.proposal.decision ? decisionLetter(seen) : undefined,
  ),
  [urls.receiptLetter.pattern]: paper('受付票', newestOf('proposal.receipt'), (seen) =>
    seen.proposal.submitted_at ? receiptLetter(seen) : undefined,
  ),
  [urls.returnLetter.pattern]: paper('補正のお願い', newestOf('proposal.return', 'proposal.correction'), (seen) =>
    seen.proposal.state === 'returned' ? returnLetter(seen) : undefined,
  ),
  [urls.sheet.pattern]: paper('提案書', undefined, proposalSheet),
  [urls.formerReturn.pattern]: leadTo(urls.return),
  [urls.formerRetraction.pattern]: leadTo(urls.retraction),
  [urls.formerDecline.pattern]: leadTo(urls.decline),
}

/** A former address, which leads to the present one. */
function leadTo(to: Url) {
  return defineDocument({
    who: maySeeProposal,
    load: findAddressed,
    answer: async ({ frame, data }) => {
      const location = to({ city: frame.city.slug, ref: refOf(data) })
      return new Response(null, { status: 301, headers: { location } })
    },
  })
}
