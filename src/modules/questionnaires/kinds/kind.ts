import type { FC } from 'hono/jsx'
import type { z } from 'zod'
import type { AttachedFile } from '../../../platform/files/index.ts'
import type { PdfBlock } from '../../../platform/pdf/index.ts'
import type { Column } from '../../../platform/sheet/index.ts'
import type { FormState, Lang } from '../../../platform/web/index.ts'
import type { proposalFields } from '../../charters/index.ts'

type Asked = ReturnType<typeof proposalFields>[number]['fields'][number]

/** Every kind that a charter can ask, and the two of the evaluation; `kinds/index.ts` has a file for each. */
export type KindName = Asked['kind'] | 'scale' | 'words'

/** The grades of an evaluation's scale; a mark below `reasonBelow` must be explained. */
export interface Scale {
  grades: { mark: string; value: number; label: Asked['label'] }[]
  reasonBelow?: number
}

export interface Question
  extends Pick<Asked, 'key' | 'label' | 'help' | 'required' | 'limit' | 'choices' | 'choicesFrom' | 'means'> {
  kind: KindName
  scale?: Scale
}

/** One row of an answer that is a table, or the parts of an answer that has several: a mark and its reason. */
export type AnswerRow = Record<string, string>
/** An answer as it was typed; the kind of its question says how it is read. */
export type Answer = string | string[] | AnswerRow | AnswerRow[]
/** The answers to a questionnaire, by section and question: `idea_content`. */
export type Answers = Record<string, Answer>

/** One sentence for each part of an answer that is refused: `''` for the whole, `.0.yen` for a cell of a table. */
export type Problems = Record<string, string>

export interface FieldProps {
  form: FormState
  /** The name under which the form sends the answer. */
  name: string
  question: Question
  lang: Lang
  /** The files that are attached to the question already. */
  files?: readonly AttachedFile[]
}

export interface ShownProps {
  question: Question
  answer: Answer | undefined
  files?: readonly { href: string; name: string; bytes: number }[]
}

/** All that the house needs to know of one kind of question. */
export interface Kind {
  /** The part of the form that carries its answers. */
  part: 'answers' | 'files'
  /** The answer in what a form sent; undefined where the kind finds none in it. */
  read: (sent: unknown) => Answer | undefined
  isBlank: (answer: Answer | undefined) => boolean
  problems: (question: Question, answer: Answer | undefined) => Problems
  /** The answer as it is kept from submission on: figures and ISO dates, no blanks around. */
  settle: (answer: Answer) => Answer
  /** A kept answer as people write it, to be written on. */
  typed: (answer: Answer) => Answer
  /** The answer in words, a line for each paragraph, choice or row. */
  lines: (question: Question, answer: Answer | undefined) => string[]
  Field: FC<FieldProps>
  Shown: FC<ShownProps>
  /** The question on a blank sheet, to be answered by hand. */
  blank: (question: Question) => PdfBlock
  /** The question with its answer on a sheet that is filled in. */
  print: (question: Question, answer: Answer | undefined) => PdfBlock
  /** The columns of a table of answers; the cells are read from the answer. */
  columns: (question: Question) => Column<Answer | undefined>[]
  /** The name of one part of the answer (`['0', 'yen']`), after the question's own. */
  nameOfPart: (part: readonly string[]) => string
}

/** A kind as its file writes it, for answers of one shape; `defineKind` adds all that most kinds share. */
export interface KindSpec<A extends Answer> {
  part?: Kind['part']
  /** The answer in a form's value or a stored one; undefined for any other shape. */
  read: (value: unknown) => A | undefined
  /** Reads what a form sends, where the answer does not come with the form's texts. */
  send?: Kind['read']
  isBlank?: (answer: A) => boolean
  missing: (name: string) => Problems
  schema: (question: Question) => z.ZodType<A>
  settle?: (answer: A) => A
  typed?: (answer: A) => A
  lines: (question: Question, answer: A) => string[]
  Field: Kind['Field']
  Shown?: Kind['Shown']
  blank: Kind['blank']
  print?: (question: Question, answer: A) => PdfBlock
  /** The text between lines where an answer is printed in one cell. */
  between?: string
  columns?: (question: Question) => Column<A | undefined>[]
  nameOfPart?: Kind['nameOfPart']
}
