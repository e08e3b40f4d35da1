import type { Module } from '../../platform/module.ts'

export type { Answer, AnswerRow, Answers, Question } from './kinds/kind.ts'
export { differenceOf, explainedMarks, gradesUpwards, stepOf } from './kinds/scale.tsx'
export { isTable } from './kinds/tables.ts'
export { targetFrom } from './kinds/targets.tsx'
export { MOST_WORDS } from './kinds/words.tsx'
export { blankBlocks, inOneFrame, printedBlocks } from './outputs.ts'
export { AnswerText, QuestionField } from './parts/question.tsx'
export {
  answerKey,
  answerLines,
  answerMeaning,
  answerProblems,
  asTyped,
  changesBetween,
  choiceLabel,
  fieldLabel,
  fieldName,
  isBlank,
  type Meaning,
  problemsUnder,
  questionsOf,
  readAnswers,
  rowsOf,
  settled,
  type TableRow,
} from './questionnaire.ts'

/** Questionnaires: what people fill in, asked by the charter; a file for each kind of question. It keeps no answers itself. */
export const questionnaires: Module = { name: 'questionnaires' }
