import type { Context } from 'hono'
import { afterRefusal, again, follow } from './answer.ts'
import { type Arrival, arrivalOf, checkLimit, redirectToSignIn } from './arrival.ts'
import { changeRows } from './body.ts'
import { giveVisit } from './cookies.ts'
import type { Page } from './page.ts'
import type { Parts } from './parts.ts'
import { refuseStray, refuseThere } from './refuse.ts'
import { checkCsrf, senderOf } from './sender.ts'
import { submit } from './submit.ts'
import { readForm, type Typed, typedOf, withFiles } from './typed.ts'

/** Answers a sent form: reads and checks it, does its work once and redirects, or shows it again with its errors. */
export async function send(c: Context, pattern: string, page: Page, parts: Parts): Promise<Response> {
  const at = await arrivalOf(c, parts)
  if (!at) return refuseStray(c, parts)
  if (page.form && !at.session) giveVisit(c, parts)
  const body = await readForm(c, at.session !== undefined).catch((error) => refuseThere(at, error))
  if (body instanceof Response) return body
  const typed = typedOf(body, parts.seal, senderOf(at))
  if (page.who !== 'anyone' && !at.session) return sessionGone(at, typed)
  const turned = redirectToSignIn(at, page)
  if (turned) return turned
  try {
    checkCsrf(at, body)
    checkLimit(at, page.limit, pattern)
    if (at.session) await withFiles(typed, body, parts, senderOf(at))
    const act = String(body.values._act ?? '')
    const changed = changeRows(typed.values, act)
    if (changed) return await again(at, page, { ...typed, values: changed, errors: {}, status: 200 })
    const other = page.acts && Object.hasOwn(page.acts, act) ? page.acts[act] : undefined
    return follow(at, await submit({ at, pattern, page, other, typed }))
  } catch (error) {
    return afterRefusal(at, page, typed, error)
  }
}

async function sessionGone({ c, parts, request }: Arrival, typed: Typed): Promise<Response> {
  const next = await parts.hold(c, request.url, { ...typed.values, _revision: typed.revision })
  return c.redirect(parts.signInUrl(next ?? request.url), 303)
}
