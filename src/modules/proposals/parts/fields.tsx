import type { AttachedFile } from '../../../platform/files/index.ts'
import type { FormState, Lang } from '../../../platform/web/index.ts'
import { Diff, Notice, RadioField, Section, TextField } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import type { Sheet } from '../../programmes/index.ts'
import { answerKey, fieldLabel, fieldName, QuestionField } from '../../questionnaires/index.ts'
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

/** Shows both texts field by field where another person saved first, so that no words are lost. */
export function OtherDraft({ form, sheet, lang }: { form: FormState; sheet: Sheet; lang: Lang }) {
  const theirs = new Map(
    Object.entries(form.values).flatMap(([name, value]) =>
      name.startsWith('_theirs.') ? [[name.slice('_theirs.'.length), value]] : [],
    ),
  )
  if (theirs.size === 0) return null
  const mine = Object.entries(form.values).filter(
    ([name]) => /^(answers\.|title$|theme$)/.test(name) && !name.endsWith('._row'),
  )
  const names = [...new Set([...theirs.keys(), ...mine.map(([name]) => name)])]
  const changes = names
    .map((name) => ({
      label: nameOf(sheet, name, lang),
      before: textOf(theirs.get(name)),
      after: textOf(form.values[name]),
    }))
    .filter(({ before, after }) => before !== after)
  if (changes.length === 0) return null
  return (
    <Notice kind="warning" heading="ほかの方の保存と、あなたの入力を見比べてください">
      <p>残したい内容を下の欄に書いてから、もう一度保存してください。保存した内容が新しい下書きになります。</p>
      <Diff before="ほかの方が保存した内容" after="あなたが書いた内容" changes={changes} />
    </Notice>
  )
}

const textOf = (value: unknown) => [value ?? ''].flat().join('、').trim()

function nameOf(sheet: Sheet, name: string, lang: Lang): string {
  if (name === 'title') return '提案の題名'
  if (name === 'theme') return '市からのテーマ'
  return fieldLabel(sheet, name, lang) ?? name
}
