import { type PdfBlock, type PdfDocument, pdfAnswer, renderPdf } from '../../platform/pdf/index.ts'
import { dateLabel, fiscalYearLabel } from '../../platform/time/index.ts'
import { type Documents, defineDocument } from '../../platform/web/index.ts'
import { label, word } from '../charters/index.ts'
import { projectNumberLabel } from '../projects/index.ts'
import { blankBlocks, explainedMarks, inOneFrame } from '../questionnaires/index.ts'
import { sheetFor } from './evaluation/sheet.ts'
import { isRound } from './evaluation/year.ts'
import { findYear } from './queries/one.ts'
import type { Round, Seat } from './tables.ts'
import { urls } from './urls.ts'

/** Returns the blank sheet for handwriting: the charter's questions with boxes to tick and lines to write on. */
function sheetDocument(round: Round, seat: Seat | undefined): PdfDocument {
  const { charter, project } = round
  const { phases, scale } = sheetFor(charter, seat?.side)
  return {
    kind: 'form',
    title: `${word(charter, 'evaluation')}票（${fiscalYearLabel(round.year)}）`,
    number: projectNumberLabel(charter, project),
    date: 'blank',
    blocks: [
      {
        type: 'fields',
        fields: [
          { label: '事業の名前', value: project.title },
          { label: '提出の期日', value: dateLabel(round.due_on) },
        ],
      },
      {
        type: 'blanks',
        blanks: [{ label: '回答する方', hint: seat?.name }, { label: '記入した方のお名前' }],
      },
      {
        type: 'note',
        text: `ほかの方と相談せずに、それぞれでお書きください。${until(round)}${explainedMarks(scale)}`,
      },
      ...phases.flatMap((phase): PdfBlock[] => [
        { type: 'heading', text: label(phase.label) },
        ...inOneFrame(blankBlocks(phase.questions)),
      ]),
    ],
  }
}

const until = ({ state }: Round) =>
  state === 'answering'
    ? '全員の回答がそろうまで、だれにも見せません。'
    : '期日を過ぎているため、締切後に届いたものとして残し、数えません。'

/** The sheet contains questions only, so all who may see the project may read it. */
export const documents: Documents = {
  [urls.sheet.pattern]: defineDocument({
    who: 'signed-in',
    load: async (c) => {
      const round = await findYear(c)
      return round && isRound(round)
        ? { round, seat: round.seats.find(({ id }) => id === c.query.get('seat')) }
        : undefined
    },
    answer: async ({ data }) => {
      const document = sheetDocument(data.round, data.seat)
      return pdfAnswer(await renderPdf(document), `${document.title}.pdf`)
    },
  }),
}
