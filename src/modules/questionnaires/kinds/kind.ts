import type { FC } from 'hono/jsx'
import { z } from 'zod'
import type { AttachedFile } from '../../../platform/files/index.ts'
import type { PdfBlock } from '../../../platform/pdf/index.ts'
import type { Column } from '../../../platform/sheet/index.ts'
import type { FormState, Lang } from '../../../platform/web/index.ts'
import { label, type proposalFields } from '../../charters/index.ts'

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
  /** What a form may send: the same, but where the answer does not come with the form's texts. */
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
  /** What stands between lines where an answer is printed in one cell. */
  between?: string
  columns?: (question: Question) => Column<A | undefined>[]
  nameOfPart?: Kind['nameOfPart']
}

/** A kind from its own file, with its answer always of its own shape: one kept under another kind counts as none. */
export function defineKind<A extends Answer>(spec: KindSpec<A>): Kind {
  const { isBlank = isEmpty, settle = unchanged, typed = unchanged, between = '\n' } = spec
  const given = (answer: Answer | undefined): A | undefined => {
    const read = answer === undefined ? undefined : spec.read(answer)
    return read === undefined || isBlank(read) ? undefined : read
  }
  const turned = (answer: Answer, turn: (own: A) => A) => {
    const own = spec.read(answer)
    return own === undefined ? answer : turn(own)
  }
  const lines: Kind['lines'] = (question, answer) => {
    const own = given(answer)
    return own === undefined ? [] : spec.lines(question, own)
  }
  return {
    part: spec.part ?? 'answers',
    read: spec.send ?? spec.read,
    isBlank: (answer) => given(answer) === undefined,
    problems: (question, answer) => {
      const own = given(answer)
      if (own === undefined) return question.required ? spec.missing(nameOf(question)) : {}
      return problemsIn(spec.schema(question).safeParse(own).error)
    },
    settle: (answer) => turned(answer, settle),
    typed: (answer) => turned(answer, typed),
    lines,
    Field: spec.Field,
    Shown: spec.Shown ?? (({ question, answer }) => lines(question, answer).join('、')),
    blank: spec.blank,
    print: (question, answer) => {
      const own = given(answer)
      if (own !== undefined && spec.print) return spec.print(question, own)
      const value = lines(question, answer).join(between) || '（記入なし）'
      return { type: 'fields', fields: [{ label: label(question.label), value }] }
    },
    columns: (question) => {
      const text = { key: question.key, label: label(question.label) }
      const columns = spec.columns?.(question)
      return columns
        ? columns.map((one) => ({ ...one, value: (answer) => one.value(given(answer)) }))
        : [{ ...text, value: (answer) => lines(question, answer).join('\n') }]
    },
    nameOfPart: spec.nameOfPart ?? (() => ''),
  }
}

const unchanged = <A>(answer: A): A => answer

const isEmpty = (answer: Answer) =>
  typeof answer === 'string' ? !answer.trim() : Array.isArray(answer) && answer.length === 0

function problemsIn(error: z.ZodError | undefined): Problems {
  const problems: Problems = {}
  for (const { path, message } of error?.issues ?? []) {
    const part = path.map((one) => `.${String(one)}`).join('')
    problems[part] ??= message
  }
  return problems
}

/** 「目的」: the question as its refusals name it. */
export const nameOf = ({ label: words }: Pick<Question, 'label'>): string => `「${label(words)}」`

/** What the fields of most kinds have in common. */
export function fieldOf({ form, name, question, lang }: FieldProps) {
  return {
    form,
    name,
    label: label(question.label, lang),
    hint: label(question.help, lang) || undefined,
    required: question.required,
  }
}

/** One text: what the kinds share whose answer is a single value that is typed or chosen. */
export const oneText = {
  read: (value: unknown) => (typeof value === 'string' ? value : undefined),
  missing: (name: string): Problems => ({ '': `${name}を入力してください。` }),
  settle: (typed: string) => typed.trim(),
}

/** The question's name on a blank sheet, with a word where it must be answered. */
export const blankName = ({ label: words, required }: Question): string => label(words) + (required ? '（必須）' : '')

/** A box of so many lines on a blank sheet. */
export function blankLines(question: Question, lines: number, hint = label(question.help)): PdfBlock {
  return { type: 'blanks', blanks: [{ label: blankName(question), hint: hint || undefined, lines }] }
}

/** The help of a text on a blank sheet, with the number of characters that it may have. */
export const blankHint = ({ help, limit }: Question): string =>
  [label(help), limit ? `${limit}字まで` : ''].filter(Boolean).join('　')

/** How a text that is too long is refused: with both numbers. */
export const tooLong = (name: string, most: number, typed: string): string =>
  `${name}は${most}字以内にしてください（いま${typed.length}字です）。`

/** A text of at most so many characters. */
export const atMost = (question: Question, most: number) =>
  z.string().max(most, { error: ({ input }) => tooLong(nameOf(question), most, String(input)) })
