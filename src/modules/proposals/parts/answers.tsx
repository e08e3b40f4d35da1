import type { AttachedFile } from '../../../platform/files/index.ts'
import { urls as fileUrls } from '../../../platform/files/urls.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { FileList, fieldId, Section, SummaryList } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import { AnswerText, answerKey, fieldName, isBlank } from '../../questionnaires/index.ts'
import type { Seen } from '../queries/one.ts'

export function Answers({ seen, frame, edit, level = 2 }: { seen: Seen; frame: Frame; edit?: string; level?: 2 | 3 }) {
  const { sheet, proposal, files, charter } = seen
  const themes = sheet.themes.find(({ key }) => key === proposal.theme)
  return (
    <>
      {sheet.themes.length > 0 && <SummaryList facts={[{ label: '市からのテーマ', value: themes?.label }]} />}
      {sheet.sections.map((section) => (
        <Section heading={label(section.label, frame.lang)} level={level}>
          <SummaryList
            facts={section.fields.map((question) => {
              const key = answerKey(section, question)
              const attached = files.filter((file) => file.purpose === key)
              const answer = question.kind === 'files' ? attached.map(({ name }) => name) : proposal.contents[key]
              const text = <AnswerText question={question} answer={answer} files={listed(attached, frame)} />
              return {
                label: label(question.label, frame.lang),
                value: isBlank(question, answer) ? '' : text,
                change: edit ? { href: `${edit}#${fieldId(fieldName({ key, question }))}`, label: '直す' } : undefined,
              }
            })}
          />
        </Section>
      ))}
      {sheet.sections.length === 0 && (
        <p>{`この制度の様式は、${label(charter.city.contact.section)}にお尋ねください。`}</p>
      )}
    </>
  )
}

export function Files({ files, frame }: { files: Pick<AttachedFile, 'id' | 'name' | 'bytes'>[]; frame: Frame }) {
  return <FileList files={listed(files, frame)} />
}

const listed = (files: Pick<AttachedFile, 'id' | 'name' | 'bytes'>[], frame: Frame) =>
  files.map((file) => ({ href: fileUrl(frame, file), name: file.name, bytes: Number(file.bytes) }))

const fileUrl = (frame: Frame, file: { id: string; name: string }) =>
  fileUrls.file({ city: frame.city.slug, id: file.id, name: file.name })

export const channelLabels = {
  web: 'インターネット',
  paper: '郵送・書面',
  counter: '窓口',
  phone: '電話',
  system: 'システム',
}
