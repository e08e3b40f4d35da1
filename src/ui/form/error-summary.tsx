import type { FormState } from '../../platform/web/form.ts'
import type { Example } from '../example.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.ts'
import { exampleFormWithErrors } from './example-form.ts'
import { fieldId } from './field.tsx'

/** All errors of a form, each a link to its field; the keyboard focus starts here. */
export function ErrorSummary({ form }: { form: FormState }) {
  const words = useWords()
  const errors = Object.entries(form.errors)
  if (errors.length === 0) return null
  return (
    <div class="notice notice-error error-summary" role="alert" tabindex={-1} autofocus>
      <h2 class="notice-kind wrap">
        <Icon name="error" />
        {words.errorsHeading}
      </h2>
      <div class="notice-body flow">
        {form.errors[''] && <p>{form.errors['']}</p>}
        {errors.some(([name]) => name) && <p>{words.errorsLead}</p>}
        <ul>
          {errors
            .filter(([name]) => name)
            .map(([name, sentence]) => (
              <li>
                <a href={`#${fieldId(name)}`}>{sentence}</a>
              </li>
            ))}
        </ul>
      </div>
    </div>
  )
}

export const examples: Example[] = [
  { name: 'ErrorSummary 直すところ', render: () => <ErrorSummary form={exampleFormWithErrors} /> },
]
