import type { FC } from 'hono/jsx'
import type { z } from 'zod'
import type { AttachedFile } from '../../../platform/files/index.ts'
import type { PdfBlock } from '../../../platform/pdf/index.ts'
import type { Column } from '../../../platform/sheet/index.ts'
import type { FormState, Lang } from '../../../platform/web/index.ts'
import type { proposalFields } from '../../charters/index.ts'

type Asked = ReturnType<typeof proposalFields>[number]['fields'][number]

/** Every kind that a charter can ask, and the two of the evaluation. */
export type KindName = Asked['kind'] | 'scale' | 'words'

/** The grades of an evaluation's scale; a mark below `reasonBelow` needs a reason. */
export interface Scale {
  grades: { mark: string; value: number; label: Asked['label'] }[]
  reasonBelow?: number
}

export interface Question
  extends Pick<Asked, 'key' | 'label' | 'help' | 'required' | 'limit' | 'choices' | 'choicesFrom' | 'means'> {
  kind: KindName
  scale?: Scale
}

/** A row of a table, or the parts of an answer: a mark and its reason. */
export type AnswerRow = Record<string, string>
/** An answer as typed; its question's kind says how it is read. */
export type Answer = string | string[] | AnswerRow | AnswerRow[]
/** The answers to a questionnaire, by section and question: `idea_content`. */
export type Answers = Record<string, Answer>

/** A sentence for each refused part: `''` for the whole, `.0.yen` for a cell. */
export type Problems = Record<string, string>

export interface FieldProps {
  form: FormState
  name: string
  question: Question
  lang: Lang
  files?: readonly AttachedFile[]
}

export interface ShownProps {
  question: Question
  answer: Answer | undefined
  files?: readonly { href: string; name: string; bytes: number }[]
}

export interface Kind {
  part: 'answers' | 'files'
  /** Undefined where the form sent no answer of this kind. */
  read: (sent: unknown) => Answer | undefined
  isBlank: (answer: Answer | undefined) => boolean
  problems: (question: Question, answer: Answer | undefined) => Problems
  /** The answer as it is kept from submission on: figures and ISO dates, trimmed. */
  settle: (answer: Answer) => Answer
  /** A kept answer as people write it, to be edited. */
  typed: (answer: Answer) => Answer
  /** A line for each paragraph, choice or row. */
  lines: (question: Question, answer: Answer | undefined) => string[]
  Field: FC<FieldProps>
  Shown: FC<ShownProps>
  blank: (question: Question) => PdfBlock
  print: (question: Question, answer: Answer | undefined) => PdfBlock
  columns: (question: Question) => Column<Answer | undefined>[]
  /** The name of a part (`['0', 'yen']`) after the question's own. */
  nameOfPart: (part: readonly string[]) => string
}

/** A kind for answers of one shape; `defineKind` adds what most kinds share. */
export interface KindSpec<A extends Answer> {
  part?: Kind['part']
  /** Undefined for an answer of any other shape. */
  read: (value: unknown) => A | undefined
  /** Replaces `read` where the answer does not come with the form's texts. */
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
  between?: string
  columns?: (question: Question) => Column<A | undefined>[]
  nameOfPart?: Kind['nameOfPart']
}
