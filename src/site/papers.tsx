import { type AttachedFile, urls as files } from '../platform/files/index.ts'
import { acceptOf, scanKinds } from '../platform/uploads/index.ts'
import type { FormState } from '../platform/web/index.ts'
import { FileField, FileList, Section } from '../ui/index.ts'

/** Asks the city for the paper from which it types in what a party says. */
export function PaperField({ form, required, hint }: { form: FormState; required?: boolean; hint: string }) {
  return (
    <FileField
      form={form}
      name="scan"
      label="団体から届いた書面の写し"
      required={required}
      multiple
      accept={acceptOf(scanKinds)}
      hint={`${hint}公開しません。`}
    />
  )
}

/** The papers from which the city typed in what a party says: for the parties and the city. */
export function PaperList({ city, papers }: { city: string; papers: readonly AttachedFile[] }) {
  if (papers.length === 0) return null
  const listed = papers.map(({ id, name, bytes }) => ({ href: files.file({ city, id, name }), name, bytes }))
  return (
    <Section heading="団体から届いた書面の写し" id="papers">
      <FileList files={listed} />
    </Section>
  )
}
