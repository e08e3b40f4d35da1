import type { Hono } from 'hono'
import type { z } from 'zod'
import type { Door } from '../db/index.ts'
import { arrive, checkLimit, turnAway } from './arrive.ts'
import type { Frame, Page, PageSpec } from './page.ts'
import type { Parts } from './parts.ts'
import { door, read } from './read.ts'
import { refuseStray, refuseThere } from './refuse.ts'

/** What is read for an answer that is no page: a PDF, a download. */
export type DocumentSpec<Published, Data> = Pick<
  PageSpec<Published, Data, z.ZodUndefined>,
  'door' | 'who' | 'rule' | 'published' | 'load' | 'limit'
> & {
  /** Makes the answer, after the transaction has ended; `door` opens another one where bytes are to be kept. */
  answer: (props: {
    frame: Frame
    published: NonNullable<Published>
    data: NonNullable<Data>
    door: Door
  }) => Promise<Response>
}

/** A document whose types have been checked against each other and may now stand in one list with others. */
// biome-ignore lint/suspicious/noExplicitAny: the types were checked where the document was defined
export type Document = DocumentSpec<any, any>

/** The documents of a module: URL pattern → document. */
export type Documents = Record<string, Document>

/** Declares a document: `defineDocument({ who: 'anyone', published: (c) => …, answer: async ({ published }) => pdfAnswer(…) })` */
export function defineDocument<Published = undefined, Data = undefined>(
  document: DocumentSpec<Published, Data>,
): Document {
  return document
}

/** Puts a module's documents behind their addresses. */
export function serveDocuments(app: Hono, list: Documents, parts: Parts): void {
  for (const [pattern, document] of Object.entries(list)) serveDocument(app, pattern, parts, document)
}

/** Puts a document behind its address, after the same questions as a page: is there such a thing, and may this person. */
function serveDocument<Published = undefined, Data = undefined>(
  app: Hono,
  pattern: string,
  parts: Parts,
  { answer, ...spec }: DocumentSpec<Published, Data>,
): void {
  const page: Page = spec
  app.get(pattern, async (c) => {
    const at = await arrive(c, parts)
    if (!at) return refuseStray(c, parts)
    const turned = turnAway(at, page)
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
