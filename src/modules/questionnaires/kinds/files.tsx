import { z } from 'zod'
import { formatBytes } from '../../../platform/files/size.ts'
import { Fieldset, FileField, FileList } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import { blankName, fieldOf, nameOf } from './asked.ts'
import { defineKind } from './define.ts'

/** The answer is the names of the attached files, which no form sends as text. */
export const files = defineKind<string[]>({
  part: 'files',
  read: (names) => (Array.isArray(names) && names.every((one) => typeof one === 'string') ? names : undefined),
  send: () => undefined,
  missing: (name) => ({
    '': `${name}のファイルを選んでください。紙の書類は、写真に撮ったものでも構いません。`,
  }),
  schema: (question) =>
    z.array(z.string()).superRefine(({ length }, context) => {
      const { limit } = question
      if (limit && length > limit)
        context.addIssue({
          code: 'custom',
          message: `${nameOf(question)}は${limit}個までにしてください（いま${length}個です）。`,
        })
    }),
  lines: (_, names) => names,
  Field: ({ files: attached = [], ...props }) => {
    const { hint, ...field } = fieldOf(props)
    const { limit } = props.question
    return (
      <>
        {attached.length > 0 && (
          <Fieldset legend={`${field.label}：添付してあるファイル`}>
            {attached.map((file) => (
              <div class="choice">
                <input type="checkbox" id={`remove-${file.id}`} name="remove" value={file.id} />
                <label for={`remove-${file.id}`}>
                  {file.name}（{formatBytes(Number(file.bytes))}）を外す
                </label>
              </div>
            ))}
          </Fieldset>
        )}
        <FileField
          {...field}
          multiple
          hint={
            hint ??
            `PDF・写真・Wordなど。${limit ? `${limit}個まで。` : ''}紙の書類は、写真に撮ったものでも構いません。`
          }
        />
      </>
    )
  },
  Shown: ({ files: attached = [] }) => (attached.length > 0 ? <FileList files={[...attached]} /> : null),
  blank: (question) => ({
    type: 'blanks',
    blanks: [{ label: blankName(question), hint: label(question.help), choices: ['添えました'] }],
  }),
})
