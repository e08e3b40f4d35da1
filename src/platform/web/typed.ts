import { shownFileName, type Uploaded } from '../uploads/index.ts'
import type { Body } from './body.ts'
import { isTheirs } from './compared.ts'
import type { FormState } from './form.ts'
import type { Seal } from './seal.ts'

type KeptFiles = NonNullable<FormState['files']>

export interface Typed {
  values: FormState['values']
  errors?: FormState['errors']
  key?: string
  revision?: string
  letter?: string
  files?: KeptFiles
  /** The names of sent files that were not kept, and of which nothing was said yet. */
  unsent?: string[]
  shown?: FormState['letter']
  status?: number
}

/** The typed text with what it was compared with, and the files of this sender's earlier sendings. */
export function typedOf(body: Body, seal: Seal, sender: string): Typed & { files: KeptFiles } {
  const values = Object.fromEntries(
    Object.entries(body.values).filter(([name]) => !name.startsWith('_') || isTheirs(name)),
  )
  const files: KeptFiles = Object.create(null)
  for (const kept of [body.values._files ?? []].flat()) keepFile(kept, files, seal, sender)
  return {
    values,
    files,
    key: String(body.values._key ?? ''),
    revision: body.values._revision === undefined ? undefined : String(body.values._revision),
    letter: body.values._letter === undefined ? undefined : String(body.values._letter),
    unsent: namesOf(body),
  }
}

/** The names of the files that came with a form, as a sentence may repeat them. */
export const namesOf = ({ files, refused }: Body) =>
  [...Object.values(files), ...Object.values(refused)].flat().map(({ name }) => shownFileName(name))

/** Binds a kept file to its field and sender. */
export function sealFile(field: string, file: Uploaded, seal: Seal, sender: string): string {
  const text = Buffer.from(JSON.stringify([field, file])).toString('base64url')
  return `${text}.${seal.sign(`file ${sender}`, text)}`
}

function keepFile(token: string, files: KeptFiles, seal: Seal, sender: string): void {
  const [text, mac] = token.split('.')
  if (!text || !mac || !seal.check(`file ${sender}`, text, mac)) return
  const [field, file] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, Uploaded]
  files[field] = [...(files[field] ?? []), { ...file, id: token }]
}
