import type { Context } from 'hono'
import { Forbidden, Invalid } from '../refusals.ts'
import { type Body, readBody, type Uploaded } from './body.ts'
import { isTheirs } from './compared.ts'
import type { FormState } from './form.ts'
import type { Seal } from './seal.ts'

/** The largest form in bytes; only signed-in people send photographs. */
const MOST_BYTES = { signedIn: 64 * 1024 * 1024, visitor: 1024 * 1024 }
const MOST_FIELDS = 5000
const MOST_FILES = 20

type KeptFiles = NonNullable<FormState['files']>

export interface Typed {
  values: FormState['values']
  errors?: FormState['errors']
  key?: string
  revision?: string
  letter?: string
  files?: KeptFiles
  shown?: FormState['letter']
  status?: number
}

interface Stage {
  seal: Seal
  stage(file: File): Promise<Uploaded | string>
  tooMany(key: string, limit: number): boolean
}

/** Reads a form's body up to its limit (attack class 30); anything but a form is read as an empty one. */
export async function readForm(c: Context, signedIn: boolean): Promise<Body> {
  const bytes = await readUpTo(c, signedIn ? MOST_BYTES.signedIn : MOST_BYTES.visitor)
  const type = c.req.header('content-type') ?? ''
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => new FormData())
  if ([...form.keys()].length > MOST_FIELDS) throw tooLarge(signedIn)
  return readBody(form)
}

const tooLarge = (signedIn: boolean) =>
  new Invalid({
    '': signedIn
      ? '一度に送られた内容が大きすぎます。ファイルを小さくするか、何回かに分けてお送りください。'
      : '送られた内容が大きすぎます。短くして、もう一度お送りください。',
  })

async function readUpTo(c: Context, most: number): Promise<Blob> {
  const signedIn = most === MOST_BYTES.signedIn
  if (Number(c.req.header('content-length') ?? 0) > most) throw tooLarge(signedIn)
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let read = 0
  for await (const chunk of c.req.raw.body ?? []) {
    read += chunk.length
    if (read > most) throw tooLarge(signedIn)
    chunks.push(chunk as Uint8Array<ArrayBuffer>)
  }
  return new Blob(chunks)
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
  }
}

/**
 * Stages a form's files, once a signed-in person is known to have sent it from a page of ours: nobody else may use storage
 * (attack class 23).
 */
export async function withFiles(
  typed: Typed & { files: KeptFiles },
  body: Body,
  parts: Stage,
  sender: string,
): Promise<void> {
  const sent = Object.entries(body.files).flatMap(([name, list]) => list.map((file) => ({ name, file })))
  if (!sent.length) return
  if (parts.tooMany(`files ${sender}`, 100))
    throw new Forbidden('短い時間に何度もファイルが送られました。10分ほどおいてから、もう一度お試しください。')
  for (const { name, file } of sent.slice(0, MOST_FILES)) {
    const staged = await parts.stage(file)
    if (typeof staged === 'string') typed.errors = { ...typed.errors, [name]: staged }
    else {
      const kept = { ...staged, id: sealFile(name, staged, parts.seal, sender) }
      typed.files[name] = [...(typed.files[name] ?? []), kept]
    }
  }
}

/** Binds a kept file to its field and sender. */
function sealFile(field: string, file: Uploaded, seal: Seal, sender: string): string {
  const text = Buffer.from(JSON.stringify([field, file])).toString('base64url')
  return `${text}.${seal.sign(`file ${sender}`, text)}`
}

function keepFile(token: string, files: KeptFiles, seal: Seal, sender: string): void {
  const [text, mac] = token.split('.')
  if (!text || !mac || !seal.check(`file ${sender}`, text, mac)) return
  const [field, file] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [string, Uploaded]
  files[field] = [...(files[field] ?? []), { ...file, id: token }]
}
