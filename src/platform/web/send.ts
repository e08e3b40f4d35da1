import type { Context } from 'hono'
import { afterRefusal, again, follow } from './answer.ts'
import { type Arrival, arrivalOf, checkLimit, redirectToSignIn } from './arrival.ts'
import { changeRows } from './body.ts'
import { giveVisit } from './cookies.ts'
import { ensureOwnForm, holdAndSignIn, restored } from './held.ts'
import type { Page, Session } from './page.ts'
import type { Parts } from './parts.ts'
import { allowances, readForm } from './read-form.ts'
import { refuseStray, refuseThere } from './refuse.ts'
import { checkCsrf, senderOf, sessionOfForm } from './sender.ts'
import { stageFiles } from './sent-files.ts'
import { submit } from './submit.ts'
import { typedOf } from './typed.ts'

/** Answers a sent form: reads and checks it, does its work once and redirects, or shows it again with its errors. */
export async function send(c: Context, pattern: string, page: Page, parts: Parts): Promise<Response> {
  const at = await arrivalOf(c, parts)
  if (!at) return refuseStray(c, parts)
  if (page.form && !at.session) giveVisit(c, parts)
  const body = await readForm(c, (csrf) => allowanceOf(at, csrf)).catch((error) => refuseThere(at, error))
  if (body instanceof Response) return body
  const typed = typedOf(body, parts.seal, senderOf(at))
  if (page.who !== 'anyone' && !at.session) return holdAndSignIn(at, body, typed)
  const turned = redirectToSignIn(at, page)
  if (turned) return turned
  try {
    await ensureOwnForm(at, body, typed)
    checkCsrf(at, body)
    checkLimit(at, page.limit, pattern)
    const act = String(body.values._act ?? '')
    const other = page.acts && Object.hasOwn(page.acts, act) ? page.acts[act] : undefined
    const form = other?.form ?? page.form
    if (at.session) await stageFiles(typed, body, { form, parts, sender: fileSender(at, at.session) })
    if (act === 'restore') return await again(at, page, restored(typed, body))
    const changed = changeRows(typed.values, act)
    if (changed) return await again(at, page, { ...typed, values: changed, status: typed.errors ? 422 : 200 })
    return follow(at, await submit({ at, pattern, page, other, typed }), typed.key)
  } catch (error) {
    return afterRefusal(at, page, typed, error)
  }
}

function allowanceOf({ session, parts }: Arrival, csrf: string) {
  if (session) return allowances.signedIn
  return sessionOfForm(csrf, parts.seal) ? allowances.signedOut : allowances.visitor
}

const fileSender = ({ cityId, request }: Arrival, { account_id }: Session) => ({ cityId, account_id, now: request.now })
