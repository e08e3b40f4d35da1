import type { Hono } from 'hono'
import type { z } from 'zod'
import type { Door } from '../db/index.ts'
import { arrivalOf, checkLimit, redirectToSignIn } from './arrival.ts'
import type { Frame, Page, PageSpec } from './page.ts'
import type { Parts } from './parts.ts'
import { door, read } from './read.ts'
import { refuseStray, refuseThere } from './refuse.ts'

export type DocumentSpec<Published, Data> = Pick<
  PageSpec<Published, Data, z.ZodUndefined>,
  'door' | 'who' | 'rule' | 'published' | 'load' | 'limit'
> & {
  /** It leads on to another address. */
  redirects?: true
  /** Makes the response after the transaction; `door` opens another one where bytes are kept. */
  answer: (props: {
    frame: Frame
    published: NonNullable<Published>
    data: NonNullable<Data>
    door: Door
  }) => Promise<Response>
}

// biome-ignore lint/suspicious/noExplicitAny: the types were checked where the document was defined
export type Document = DocumentSpec<any, any>

export type Documents = Record<string, Document>

/** `defineDocument({ who: 'anyone', published: (c) => …, answer: async ({ published }) => pdfAnswer(…) })` */
export function defineDocument<Published = undefined, Data = undefined>(
  document: DocumentSpec<Published, Data>,
): Document {
  return document
}

/** Routes a module's documents. */
export function serveDocuments(app: Hono, list: Documents, parts: Parts): void {
  for (const [pattern, document] of Object.entries(list)) serveDocument(app, pattern, parts, document)
}

/** Asks in the order of a page: does it exist, and may this person have it. */
function serveDocument<Published = undefined, Data = undefined>(
  app: Hono,
  pattern: string,
  parts: Parts,
  { answer, ...spec }: DocumentSpec<Published, Data>,
): void {
  const page: Page = spec
  app.get(pattern, async (c) => {
    const at = await arrivalOf(c, parts)
    if (!at) return refuseStray(c, parts)
    const turned = redirectToSignIn(at, page)
    if (turned) return turned
    try {
      checkLimit(at, page.limit, pattern)
      const { frame, published, data } = await read(at, page)
      return await answer({
        frame,
        published: published as NonNullable<Published>,
        data: data as NonNullable<Data>,
        door: door(at, page),
      })
    } catch (error) {
      return refuseThere(at, error)
    }
  })
}
