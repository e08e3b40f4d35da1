import type { z } from 'zod'
import { label } from '../../charters/index.ts'
import { nameOf } from './asked.ts'
import type { Answer, Kind, KindSpec, Problems } from './kind.ts'

/** An answer that was kept under another kind counts as none. */
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
