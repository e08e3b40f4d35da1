import type { AttachedFile } from '../../../platform/files/index.ts'
import type { FormState, Lang } from '../../../platform/web/index.ts'
import {
  CheckboxGroup,
  DateField,
  Diff,
  Fieldset,
  FileField,
  formatBytes,
  Notice,
  NumberField,
  RadioField,
  RepeatedRows,
  Section,
  SelectField,
  TextAreaField,
  TextField,
  YenField,
} from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import {
  type AnswerColumn,
  answerColumns,
  answerKey,
  isTable,
  type Question,
  questionsOf,
  type Sheet,
} from '../../programmes/index.ts'
import { limits } from '../forms.ts'

interface SheetProps {
  form: FormState
  sheet: Sheet
  files: AttachedFile[]
  lang: Lang
}

/** The city's own form as fields: its sections, its questions, its limits. */
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
              name={answerKey(section, question)}
              question={question}
              files={files}
              lang={lang}
            />
          ))}
        </Section>
      ))}
    </>
  )
}

interface QuestionProps {
  form: FormState
  /** The answer's key in the sheet. */
  name: string
  question: Question
  files: AttachedFile[]
  lang: Lang
}

function QuestionField({ form, name, question, files, lang }: QuestionProps) {
  const { kind, required, limit } = question
  const field = {
    form,
    name: `answers.${name}`,
    label: label(question.label, lang),
    hint: label(question.help, lang) || undefined,
    required,
  }
  const options = question.choices.map((one) => ({ value: one.key, label: label(one.label, lang) }))
  if (kind === 'files')
    return (
      <AttachmentField
        {...field}
        name={`files.${name}`}
        files={files.filter((file) => file.purpose === name)}
        limit={limit}
      />
    )
  if (isTable(kind)) return <RowsField {...field} columns={answerColumns[kind]} most={limit} />
  if (kind === 'choices')
    return (
      <CheckboxGroup
        {...field}
        inline={options.length > 6}
        options={options}
        hint={field.hint ?? (limit ? `${limit}個まで選べます。` : 'いくつでも選べます。')}
      />
    )
  if (kind === 'choice')
    return options.length > 7 ? (
      <SelectField {...field} options={options} />
    ) : (
      <RadioField {...field} options={options} />
    )
  if (kind === 'long') return <TextAreaField {...field} maxlength={limit ?? 2000} rows={(limit ?? 800) > 400 ? 8 : 5} />
  if (kind === 'yen') return <YenField {...field} />
  if (kind === 'number') return <NumberField {...field} />
  if (kind === 'date') return <DateField {...field} />
  return <TextField {...field} maxlength={limit ?? 200} hint={field.hint ?? (limit ? `${limit}字まで。` : undefined)} />
}

interface FieldBase {
  form: FormState
  name: string
  label: string
  hint?: string
  required: boolean
}

function RowsField({
  form,
  name,
  label: words,
  hint,
  required,
  columns,
  most,
}: FieldBase & { columns: AnswerColumn[]; most?: number }) {
  return (
    <Fieldset legend={`${words}${required ? '（必須）' : '（任意）'}`} hint={hint}>
      <RepeatedRows
        form={form}
        name={name}
        label={words}
        most={most ?? limitsOfRows}
        add="行を追加する"
        row={(row) => columns.map((column) => <CellField form={form} name={`${row}.${column.key}`} column={column} />)}
      />
    </Fieldset>
  )
}

const limitsOfRows = 30

function CellField({ form, name, column }: { form: FormState; name: string; column: AnswerColumn }) {
  const field = { form, name, label: column.label, required: column.required, unmarked: true }
  if (column.kind === 'choice') return <SelectField {...field} options={column.choices ?? []} />
  if (column.kind === 'yen') return <YenField {...field} />
  if (column.kind === 'long') return <TextAreaField {...field} rows={2} />
  return <TextField {...field} />
}

/** Files that hang at a question: those there, to be taken away with a tick, and new ones. */
function AttachmentField({ files, limit, hint, ...field }: FieldBase & { files: AttachedFile[]; limit?: number }) {
  const help =
    hint ?? `PDF・写真・Wordなど。${limit ? `${limit}個まで。` : ''}紙の書類は、写真に撮ったものでも構いません。`
  return (
    <>
      {files.length > 0 && (
        <Fieldset legend={`${field.label}：添付してあるファイル`}>
          {files.map((file) => (
            <div class="choice">
              <input type="checkbox" id={`remove-${file.id}`} name="remove" value={file.id} />
              <label for={`remove-${file.id}`}>
                {file.name}（{formatBytes(Number(file.bytes))}）を外す
              </label>
            </div>
          ))}
        </Fieldset>
      )}
      <FileField {...field} multiple hint={help} />
    </>
  )
}

/** What another person saved while this one wrote: both, field by field, so that nobody's words are lost. */
export function TheirVersion({ form, sheet, lang }: { form: FormState; sheet: Sheet; lang: Lang }) {
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
  const [, key, row, cell] = name.split('.')
  const question = questionsOf(sheet).find((one) => one.key === key)?.question
  const words = label(question?.label, lang) || name
  if (row === undefined || !question || !isTable(question.kind)) return words
  const column = answerColumns[question.kind].find((one) => one.key === cell)
  return `${words} ${Number(row) + 1}：${column?.label ?? ''}`
}
