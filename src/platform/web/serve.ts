import type { Context, Hono } from 'hono'
import { arrivalOf, redirectToSignIn } from './arrival.ts'
import { giveVisit } from './cookies.ts'
import { heldOn } from './held.ts'
import type { Page, Pages } from './page.ts'
import type { Parts } from './parts.ts'
import { read } from './read.ts'
import { refuseStray, refuseThere } from './refuse.ts'
import { render } from './render.ts'
import { send } from './send.ts'

/** Routes a module's pages. */
export function servePages(app: Hono, list: Pages, parts: Parts): void {
  for (const [pattern, page] of Object.entries(list)) {
    if (page.view) app.get(pattern, (c) => show(c, page, parts))
    if (page.submit || page.acts) app.post(pattern, (c) => send(c, pattern, page, parts))
  }
}

async function show(c: Context, page: Page, parts: Parts): Promise<Response> {
  const at = await arrivalOf(c, parts)
  if (!at) return refuseStray(c, parts)
  if (page.form && !at.session) giveVisit(c, parts)
  const turned = redirectToSignIn(at, page)
  if (turned) return turned
  try {
    const loaded = await read(at, page)
    return await render(at, page, loaded, await heldOn(at))
  } catch (error) {
    return refuseThere(at, error)
  }
}
