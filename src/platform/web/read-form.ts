import type { Context } from 'hono'
import { Invalid } from '../refusals.ts'
import { tooLarge as fileTooLarge, inMegabytes, maxFileBytes, maxFilesTogether } from '../uploads/limits.ts'
import { addFile, addText, type Body, emptyBody, refuseFile } from './body.ts'
import { type PartHead, type PartTaker, readMultipart } from './multipart.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** The form as it was read, for an answer that repeats it. */
    body?: Body
  }
}

const MB = 1024 * 1024

/** How much of a form is read, and how much of its text and files is kept, in bytes. */
interface Allowance {
  text: number
  files: number
  all: number
}

const MOST_FIELDS = 5000

/** Only signed-in people send photographs. Of somebody whose session has ended the words are read, beside the files. */
export const allowances = {
  signedIn: { text: 8 * MB, files: maxFilesTogether, all: 512 * MB },
  signedOut: { text: 8 * MB, files: 0, all: 512 * MB },
  visitor: { text: MB, files: MB, all: MB },
} satisfies Record<string, Allowance>

/** Decides by the token in the first field, which shows whose page was sent. */
type Allow = (csrf: string) => Allowance

const together = `一度に送れるファイルは、合わせて${inMegabytes(maxFilesTogether)}までです。ほかのファイルを保存したあとで、もう一度添付してください。`
const empty = 'ファイルの中身が空です。ファイルを確認して、もう一度選んでください。'
const tooMuch = {
  signedIn: '一度に送られた内容が大きすぎます。ファイルを小さくするか、何回かに分けてお送りください。',
  visitor: '送られた内容が大きすぎます。短くして、もう一度お送りください。',
}

const tooLarge = ({ files }: Allowance) => new Invalid({ '': files > MB ? tooMuch.signedIn : tooMuch.visitor })

/**
 * Reads a form's body up to its limit (attack class 30); anything but a form is read as an empty one. Files that are too
 * large are passed over as they arrive, so that the words around them come back.
 */
export async function readForm(c: Context, allow: Allow): Promise<Body> {
  const type = c.req.header('content-type') ?? ''
  const boundary = /^multipart\/form-data\s*;.*?boundary="?([^";]+)/i.exec(type)?.[1]
  const pieces = c.req.raw.body ?? []
  const length = Number(c.req.header('content-length') ?? 0)
  const body = await (boundary ? readParts(pieces, boundary, allow, length) : readText(pieces, type, allow, length))
  c.set('body', body)
  return body
}

async function readParts(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  boundary: string,
  allow: Allow,
  length: number,
): Promise<Body> {
  const reading: Collecting = { body: emptyBody(), allowance: allowances.visitor, text: 0, files: 0, fields: 0, allow }
  const limited = upTo(pieces, () => reading.allowance, length)
  const isWhole = await readMultipart(limited, boundary, (head) => taking(reading, head))
  return isWhole ? reading.body : emptyBody()
}

/** Passes the pieces on until they are more than may be read. A length that is told too large is not waited for. */
async function* upTo(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  allowance: () => Allowance,
  length: number,
): AsyncGenerator<Uint8Array> {
  let read = 0
  for await (const piece of pieces) {
    read += piece.length
    yield piece
    if (Math.max(read, length) > allowance().all) throw tooLarge(allowance())
  }
}

interface Collecting {
  body: Body
  allowance: Allowance
  allow: Allow
  text: number
  files: number
  fields: number
}

function taking(reading: Collecting, head: PartHead): PartTaker {
  reading.fields += 1
  if (reading.fields > MOST_FIELDS) throw tooLarge(reading.allowance)
  return head.file === undefined ? takingText(reading, head.field) : takingFile(reading, { ...head, file: head.file })
}

function takingText(reading: Collecting, field: string): PartTaker {
  const pieces: Uint8Array[] = []
  return {
    take(bytes) {
      reading.text += bytes.length
      if (reading.text > reading.allowance.text) throw tooLarge(reading.allowance)
      pieces.push(bytes)
    },
    end() {
      const text = Buffer.concat(pieces).toString('utf8')
      if (field === '_csrf') reading.allowance = reading.allow(text)
      addText(reading.body, field, text)
    },
  }
}

function takingFile(reading: Collecting, { field, file: name, type }: PartHead & { file: string }): PartTaker {
  let pieces: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  let because: string | undefined
  return {
    take(bytes) {
      if (because) return
      size += bytes.length
      if (size > maxFileBytes) because = fileTooLarge()
      else if (reading.files + size > reading.allowance.files) because = together
      if (because) pieces = []
      else pieces.push(bytes as Uint8Array<ArrayBuffer>)
    },
    end() {
      if (!because && size > 0) {
        reading.files += size
        return addFile(reading.body, field, new File(pieces, name, { type }))
      }
      // Without a name it is a field in which nothing was chosen.
      if (name) refuseFile(reading.body, field, { name, because: because ?? empty })
    },
  }
}

async function readText(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  type: string,
  allow: Allow,
  length: number,
): Promise<Body> {
  const kept: Uint8Array<ArrayBuffer>[] = []
  let read = 0
  let allowance: Allowance | undefined
  for await (const piece of pieces) {
    allowance ??= allow(/^_csrf=([\w.-]{1,200})/.exec(Buffer.from(piece).toString('latin1', 0, 300))?.[1] ?? '')
    read += piece.length
    if (Math.max(read, length) > allowance.text) throw tooLarge(allowance)
    kept.push(piece as Uint8Array<ArrayBuffer>)
  }
  const form = await new Response(new Blob(kept), { headers: { 'content-type': type } })
    .formData()
    .catch(() => new FormData())
  if ([...form.keys()].length > MOST_FIELDS) throw tooLarge(allowance ?? allowances.visitor)
  const body = emptyBody()
  for (const [name, value] of form.entries()) if (typeof value === 'string') addText(body, name, value)
  return body
}
