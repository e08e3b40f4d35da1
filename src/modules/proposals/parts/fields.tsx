import type { AttachedFile } from '../../../platform/files/index.ts'
import type { FormState, Lang, Wording } from '../../../platform/web/index.ts'
import { RadioField, Section, TextField } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import type { Sheet } from '../../programmes/index.ts'
import { answerKey, choiceLabel, fieldLabel, fieldName, QuestionField } from '../../questionnaires/index.ts'
import { limits } from '../proposal/draft.ts'

interface SheetProps {
  form: FormState
  sheet: Sheet
  files: AttachedFile[]
  lang: Lang
}

export function SheetFields({ form, sheet, files, lang }: SheetProps) {
  return (
    <>
      {!sheet.titleKey && (
        <TextField
          form={form}
          name="title"
          label="提案の題名"
          required
          maxlength={limits.title}
          hint="何をするかが、題名だけで伝わるように書いてください。"
        />
      )}
      {sheet.themes.length > 0 && (
        <RadioField
          form={form}
          name="theme"
          label="市からのテーマ"
          required
          options={sheet.themes.map((one) => ({ value: one.key, label: one.label }))}
        />
      )}
      {sheet.sections.map((section) => (
        <Section
          heading={label(section.label, lang)}
          lead={label(section.summary, lang) || undefined}
          id={`section-${section.key}`}
        >
          {section.fields.map((question) => (
            <QuestionField
              form={form}
              name={fieldName({ key: answerKey(section, question), question })}
              question={question}
              files={files.filter((file) => file.purpose === answerKey(section, question))}
              lang={lang}
            />
          ))}
        </Section>
      ))}
    </>
  )
}

/** The fields of the city's own form in words. */
export function sheetWording(sheet: Sheet, lang: Lang): Wording {
  return {
    label: (name) => {
      if (name === 'title') return '提案の題名'
      return name === 'theme' ? '市からのテーマ' : fieldLabel(sheet, name, lang)
    },
    text: (name, value) => {
      const options = name === 'theme' ? sheet.themes : []
      return options.find(({ key }) => key === value)?.label ?? choiceLabel(sheet, name, value, lang)
    },
  }
}
