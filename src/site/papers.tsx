import type { AttachedFile } from '../platform/files/index.ts'
import { urls as files } from '../platform/files/urls.ts'
import { FileList, Section } from '../ui/index.ts'

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
