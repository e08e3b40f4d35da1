import type { FormState, Frame } from '../../../platform/web/index.ts'
import { Fieldset } from '../../../ui/index.ts'
import { type Charter, label } from '../../charters/index.ts'
import { QuestionField } from '../../questionnaires/index.ts'
import { fieldOf, sheetFor } from '../evaluation/sheet.ts'

export function SheetFields(props: { form: FormState; charter: Charter; side?: string; lang: Frame['lang'] }) {
  const { form, charter, side, lang } = props
  return (
    <>
      {sheetFor(charter, side).phases.map((phase) => (
        <Fieldset legend={label(phase.label, lang)} hint={label(phase.summary, lang) || undefined}>
          {phase.questions.map((question) => (
            <QuestionField form={form} name={fieldOf(phase.key, question.key)} question={question} lang={lang} />
          ))}
        </Fieldset>
      ))}
    </>
  )
}
