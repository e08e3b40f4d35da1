import type { PdfBlock } from '../../platform/pdf/index.ts'
import { kinds } from './kinds/index.ts'
import type { Answer, Question } from './kinds/kind.ts'

/** Returns questions on a blank sheet. */
export function blankBlocks(questions: readonly Question[]): PdfBlock[] {
  return questions.map((question) => kinds[question.kind].blank(question))
}

/** Returns questions with answers on a sheet; consecutive short answers share a table. */
export function printedBlocks(
  questions: readonly Question[],
  answerTo: (question: Question) => Answer | undefined,
): PdfBlock[] {
  return questions.map((question) => kinds[question.kind].print(question, answerTo(question))).reduce(joined, [])
}

/** Puts consecutive boxes into one frame. */
export function inOneFrame(blocks: readonly PdfBlock[]): PdfBlock[] {
  return blocks.reduce(joined, [])
}

function joined(blocks: PdfBlock[], next: PdfBlock): PdfBlock[] {
  const last = blocks.at(-1)
  if (last?.type === 'fields' && next.type === 'fields')
    return [...blocks.slice(0, -1), { type: 'fields', fields: [...last.fields, ...next.fields] }]
  if (last?.type === 'blanks' && next.type === 'blanks')
    return [...blocks.slice(0, -1), { type: 'blanks', blanks: [...last.blanks, ...next.blanks] }]
  return [...blocks, next]
}
