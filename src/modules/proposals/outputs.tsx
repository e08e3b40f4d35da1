import type { Hono } from 'hono'
import { type Letter, letterBytes, listLetters } from '../../platform/letters/index.ts'
import { pdfAnswer } from '../../platform/pdf/answer.ts'
import { type PdfBlock, type PdfDocument, renderPdf } from '../../platform/pdf/index.ts'
import { type Parts, type Reading, serveDocument } from '../../platform/web/index.ts'
import { label, programme, word } from '../charters/index.ts'
import { answerKey, printedBlocks } from '../questionnaires/index.ts'
import { decisionLetter, mayor, receiptLetter, returnLetter } from './proposal/documents.ts'
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
  name: string
  /** The letter as it was issued; undefined where the paper is none, or was issued before letters were kept. */
  letter: Letter | undefined
  document: PdfDocument
}

/** The papers of a proposal, for those who may see its page: letters byte for byte as they were issued. */
export function outputs(app: Hono, parts: Parts): void {
  app.get(urls.formerReturn.pattern, (c) => c.redirect(urls.return(c.req.param()), 301))
  const serve = (pattern: string, name: string, find: (c: Reading, seen: Seen) => Promise<Omit<Paper, 'name'>>) =>
    serveDocument(app, pattern, parts, {
      who: 'signed-in',
      load: async (c): Promise<Paper | undefined> => {
        const seen = await findSeen(c)
        const found = seen && (await find(c, seen))
        return seen && found?.document && { ...found, name: `${refOf(seen.proposal)}_${name}.pdf` }
      },
      answer: async ({ frame, data: { letter, document, name } }) => {
        const city = parts.doors.city(frame.city.id)
        return pdfAnswer(letter ? await letterBytes(city, letter) : await renderPdf(document), name)
      },
    })
  const issued = async (c: Reading, { proposal }: Seen, kinds: string[], made: PdfDocument | undefined) => {
    const letters = await listLetters(c.db, { kind: 'proposal', id: proposal.id })
    const letter = letters.find(({ kind }) => kinds.includes(kind))
    return { letter: made && letter, document: made as PdfDocument }
  }
  serve(urls.letter.pattern, '通知書', (c, seen) =>
    issued(c, seen, ['proposal.decision'], seen.proposal.decision ? decisionLetter(seen) : undefined),
  )
  serve(urls.receiptLetter.pattern, '受付票', (c, seen) =>
    issued(c, seen, ['proposal.receipt'], seen.proposal.submitted_at ? receiptLetter(seen) : undefined),
  )
  serve(urls.returnLetter.pattern, '補正のお願い', (c, seen) =>
    issued(
      c,
      seen,
      ['proposal.return', 'proposal.correction'],
      seen.proposal.state === 'returned' ? returnLetter(seen) : undefined,
    ),
  )
  serve(urls.sheet.pattern, '提案書', async (_, seen) => ({ letter: undefined, document: proposalSheet(seen) }))
}
