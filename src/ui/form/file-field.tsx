import { formatBytes } from '../../platform/files/size.ts'
import type { Example } from '../example.ts'
import { Icon } from '../icon.tsx'
import { exampleForm } from './example-form.ts'
import { control, Field, type FieldProps, fieldId } from './field.tsx'

/** Attaches files in a `multipart` form; earlier accepted files are listed with a ticked box and sent again as `_files`. */
export function FileField(props: FieldProps & { multiple?: boolean; accept?: string }) {
  const { form, name, multiple, accept, id = fieldId(name) } = props
  const { value: _, ...rest } = control(props)
  return (
    <Field {...props}>
      {form.files?.[name]?.map((file, index) => (
        <div class="choice">
          <input type="checkbox" id={`${id}-kept-${index + 1}`} name="_files" value={file.id} checked />
          <label for={`${id}-kept-${index + 1}`}>
            <Icon name="file" /> {file.name}を残す（{formatBytes(file.bytes)}）
          </label>
        </div>
      ))}
      <input type="file" class="input input-file" multiple={multiple} accept={accept} {...rest} />
    </Field>
  )
}

export const examples: Example[] = [
  {
    name: 'FileField 添付',
    render: () => (
      <FileField
        form={exampleForm}
        id="ex-plan"
        name="plan"
        label="計画図"
        multiple
        accept=".pdf,.jpg,.png"
        hint="PDF・JPEG・PNG。ひとつ10MBまで、5つまで。"
      />
    ),
  },
]
