import { kindsAsked } from '../fields/files.ts'
import { Forbidden } from '../refusals.ts'
import { type Stage, shownFileName } from '../uploads/index.ts'
import type { Body } from './body.ts'
import type { OtherAct, Page } from './page.ts'
import type { Seal } from './seal.ts'
import { sealFile, type Typed } from './typed.ts'

const MOST_FILES = 20

interface Staging {
  form: Page['form'] | OtherAct<unknown>['form']
  parts: { seal: Seal; stage: Stage; tooMany(key: string, limit: number): boolean }
  sender: { cityId: number; account_id: string; now: Date }
}

type TypedWithFiles = Typed & { files: NonNullable<Typed['files']> }

/**
 * Stages a form's files, once a signed-in person is known to have sent it from a page of ours: nobody else may use storage
 * (attack class 23). Each file that is not kept is named in a sentence at its field.
 */
export async function stageFiles(typed: TypedWithFiles, body: Body, staging: Staging): Promise<void> {
  for (const [field, list] of Object.entries(body.refused)) for (const one of list) refuse(typed, field, one)
  const sent = Object.entries(body.files).flatMap(([field, list]) => list.map((file) => ({ field, file })))
  if (sent.length && staging.parts.tooMany(`files ${staging.sender.account_id}`, 100))
    throw new Forbidden('短い時間に何度もファイルが送られました。10分ほどおいてから、もう一度お試しください。')
  for (const [at, { field, file }] of sent.entries()) await stageFile(typed, field, file, { ...staging, at })
  typed.unsent = undefined
}

const nowhere = 'ここにはファイルを添付できません。'
const tooManyAtOnce = `一度に添付できるのは${MOST_FILES}個までです。残りは、保存したあとで添付してください。`

async function stageFile(
  typed: TypedWithFiles,
  field: string,
  file: File,
  { form, parts, sender, at }: Staging & { at: number },
): Promise<void> {
  const kinds = form && typeof form !== 'function' ? kindsAsked(form, field) : undefined
  if (!kinds) return refuse(typed, '', { name: file.name, because: nowhere })
  const staged = at < MOST_FILES ? await parts.stage(file, { ...sender, kinds }) : tooManyAtOnce
  if (typeof staged === 'string') return refuse(typed, field, { name: file.name, because: staged })
  const kept = { ...staged, id: sealFile(field, staged, parts.seal, sender.account_id) }
  typed.files[field] = [...(typed.files[field] ?? []), kept]
}

function refuse(typed: Typed, field: string, { name, because }: { name: string; because: string }): void {
  const sentence = `「${shownFileName(name)}」：${because}`
  typed.errors = { ...typed.errors, [field]: [typed.errors?.[field], sentence].filter(Boolean).join('\n') }
}
