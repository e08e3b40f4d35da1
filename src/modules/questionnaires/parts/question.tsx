import { kinds } from '../kinds/index.ts'
import type { FieldProps, ShownProps } from '../kinds/kind.ts'

/** A question as a field of a form, with its label, its help and its limit. */
export function QuestionField(props: FieldProps) {
  const { Field } = kinds[props.question.kind]
  return <Field {...props} />
}

/** An answer as a page shows it. */
export function AnswerText(props: ShownProps) {
  const { Shown } = kinds[props.question.kind]
  return <Shown {...props} />
}
