import type { Context, Hono } from 'hono'
import type { z } from 'zod'
import type { Door } from '../db/index.ts'
import { NotFound } from '../refusals.ts'
import { arrive, checkLimit, frameOf, pathOf, strayFrame, turnAway } from './arrive.ts'
import { giveVisit } from './cookies.ts'
import type { Frame, Page, PageSpec, Pages } from './page.ts'
import type { Parts } from './parts.ts'
import { read } from './read.ts'
import { refuse, render } from './render.ts'
import { send } from './send.ts'

/** Puts a module's pages behind their addresses. */
export function servePages(app: Hono, list: Pages, parts: Parts): void {
  for (const [pattern, page] of Object.entries(list)) {
    if (page.view) app.get(pattern, (c) => show(c, page, parts))
    if (page.submit || page.acts) app.post(pattern, (c) => send(c, pattern, page, parts))
  }
}

async function show(c: Context, page: Page, parts: Parts): Promise<Response> {
  const at = await arrive(c, parts)
  if (!at) return refuse(c, parts, strayFrame(c, parts), new NotFound())
  if (page.form && !at.session) giveVisit(c, parts)
  const turned = turnAway(c, page, parts, at)
  if (turned) return turned
  try {
    const loaded = await read(c, page, parts, at)
    const token = at.request.query.get('held')
    const held = token && at.session ? await parts.held(parts.doors.house, at.session, token, pathOf(at)) : undefined
    return await render(c, page, parts, at, loaded, held ? { values: held } : undefined)
  } catch (error) {
    return refuse(c, parts, frameOf(c, parts, at), error)
  }
}

/** What is read for an answer that is no page: a PDF, a download. */
export type DocumentSpec<Published, Data> = Pick<
  PageSpec<Published, Data, z.ZodUndefined>,
  'door' | 'who' | 'published' | 'load' | 'limit'
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
    if (!at) return refuse(c, parts, strayFrame(c, parts), new NotFound())
    const turned = turnAway(c, page, parts, at)
    if (turned) return turned
    try {
      checkLimit(c, page.limit, pattern, parts, at)
      const { frame, published, data } = await read(c, page, parts, at)
      const door = parts.doors.city(frame.city.id)
      return await answer({
        frame,
        published: published as NonNullable<Published>,
        data: data as NonNullable<Data>,
        door,
      })
    } catch (error) {
      return refuse(c, parts, frameOf(c, parts, at), error)
    }
  })
}
