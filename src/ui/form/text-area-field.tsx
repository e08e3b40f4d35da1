import type { Example } from '../example.ts'
import { exampleForm } from './example-form.ts'
import { control, Field, type FieldProps, fieldId } from './field.tsx'

/** A text of several lines; shows its limit, and with script the characters left. */
export function TextAreaField(props: FieldProps & { maxlength?: number; rows?: number }) {
  const { maxlength, rows = 5, name, id = fieldId(name) } = props
  const countId = maxlength ? `${id}-count` : undefined
  const { value, ...rest } = control(props, countId)
  return (
    <Field {...props}>
      <char-count data-max={maxlength}>
        {/* A browser drops the first newline of a textarea, so this one is added. */}
        <textarea class="input input-full" rows={rows} maxlength={maxlength} {...rest}>
          {`\n${value}`}
        </textarea>
        {maxlength && (
          <p class="count" id={countId}>
            {maxlength.toLocaleString('ja-JP')}字まで
          </p>
        )}
      </char-count>
    </Field>
  )
}

export const examples: Example[] = [
  {
    name: 'TextAreaField 文章',
    render: () => (
      <TextAreaField
        form={exampleForm}
        id="ex-summary"
        name="summary"
        label="どんな取組ですか"
        required
        maxlength={400}
        hint="はじめて聞く人にも分かるように、誰が・いつ・どこで・何をするかを書いてください。"
      />
    ),
  },
]
