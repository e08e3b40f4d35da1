import type { Context, Hono } from 'hono'
import { arrivalOf, pathOf, redirectToSignIn } from './arrival.ts'
import { giveVisit } from './cookies.ts'
import type { FormState } from './form.ts'
import type { Page, Pages } from './page.ts'
import type { Parts } from './parts.ts'
import { read } from './read.ts'
import { refuseStray, refuseThere } from './refuse.ts'
import { render } from './render.ts'
import { send } from './send.ts'
import type { Typed } from './typed.ts'

/** Routes a module's pages. */
export function servePages(app: Hono, list: Pages, parts: Parts): void {
  for (const [pattern, page] of Object.entries(list)) {
    if (page.view) app.get(pattern, (c) => show(c, page, parts))
    if (page.submit || page.acts) app.post(pattern, (c) => send(c, pattern, page, parts))
  }
}

/** The words of an ended session are as old as the page they were typed on. */
function heldForm({ _revision, ...values }: FormState['values']): Typed {
  return { values, ...(_revision !== undefined && { revision: String(_revision) }) }
}

async function show(c: Context, page: Page, parts: Parts): Promise<Response> {
  const at = await arrivalOf(c, parts)
  if (!at) return refuseStray(c, parts)
  if (page.form && !at.session) giveVisit(c, parts)
  const turned = redirectToSignIn(at, page)
  if (turned) return turned
  try {
    const loaded = await read(at, page)
    const token = at.request.query.get('held')
    const held = token && at.session ? await parts.held(parts.doors.house, at.session, token, pathOf(at)) : undefined
    return await render(at, page, loaded, held && heldForm(held))
  } catch (error) {
    return refuseThere(at, error)
  }
}
