import { type PdfBlank, type PdfBlock, type PdfDocument, pdfAnswer, renderPdf } from '../../platform/pdf/index.ts'
import { type Documents, defineDocument, partOf } from '../../platform/web/index.ts'
import { type Charter, contactLines, label, type Programme, programme, type Track, word } from '../charters/index.ts'
import { blankBlocks } from '../questionnaires/index.ts'
import { sheetOf } from './programme/sheet.ts'
import { urls } from './urls.ts'

export function blankForm(charter: Charter, found: Programme, track: Track): PdfDocument {
  const sheet = found.sheets.find(({ key }) => key === track.sheet) ?? found.sheets[0]
  const { sections, themes, titleKey } = sheetOf(charter, found.key, track.key)
  const { name } = charter.city
  return {
    kind: 'form',
    title: label(sheet?.label) || `${label(found.label)} ${word(charter, 'proposal')}書`,
    formNumber: sheet?.number,
    date: 'blank',
    addressee: [`（あて先）${label(name)}長`],
    author: label(name),
    blocks: [
      { type: 'blanks', blanks: proposerBlanks() },
      { type: 'paragraph', text: `${label(found.label)}（${label(track.label)}）に、次のとおり提案します。` },
      ...(titleKey ? [] : [{ type: 'blanks', blanks: [{ label: '提案の題名', lines: 1 }] } satisfies PdfBlock]),
      ...(themes.length
        ? [
            {
              type: 'blanks',
              blanks: [{ label: '市からのテーマ', choices: themes.map((one) => one.label) }],
            } satisfies PdfBlock,
          ]
        : []),
      ...sections.flatMap((section) => [
        { type: 'heading', text: label(section.label) } satisfies PdfBlock,
        ...blankBlocks(section.fields),
      ]),
      {
        type: 'note',
        text: '書ききれないときは、別の紙に続きを書いて添えてください。空いている欄があっても受け付けます。',
      },
      {
        type: 'contact',
        lines: ['提出先・お問い合わせ', ...contactLines(charter)],
      },
    ],
  }
}

const proposerBlanks = (): PdfBlank[] => [
  { label: '団体の名称', lines: 1 },
  { label: '代表者の氏名', lines: 1 },
  { label: '住所', lines: 1 },
  { label: '電話番号', lines: 1 },
  { label: 'この提案の連絡先になる方の氏名', lines: 1 },
]

export const documents: Documents = {
  [urls.blankForm.pattern]: defineDocument({
    who: 'anyone',
    limit: 300,
    published: async (c) => {
      const found = programme(c.charter, partOf(c, 'key'))
      const track = found?.tracks.find(({ key }) => key === c.query.get('track')) ?? found?.tracks[0]
      return found && track && found.sheets.length > 0 ? { found, track } : undefined
    },
    answer: async ({ frame, published: { found, track } }) =>
      pdfAnswer(await renderPdf(blankForm(frame.charter, found, track)), `${label(found.label)}の様式.pdf`),
  }),
}
