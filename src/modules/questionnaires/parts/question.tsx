import { kinds } from '../kinds/index.ts'
import type { FieldProps, ShownProps } from '../kinds/kind.ts'

/** Shows a question as a field with label, help and limit. */
export function QuestionField(props: FieldProps) {
  const { Field } = kinds[props.question.kind]
  return <Field {...props} />
}

/** Shows an answer on a page. */
export function AnswerText(props: ShownProps) {
  const { Shown } = kinds[props.question.kind]
  return <Shown {...props} />
}
