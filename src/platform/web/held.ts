import { Forbidden } from '../refusals.ts'
import { shownFileName } from '../uploads/index.ts'
import type { Arrival } from './arrival.ts'
import { pathOf } from './arrival.ts'
import { type Body, emptyBody } from './body.ts'
import type { FormState } from './form.ts'
import { said } from './said.ts'
import { senderOf, sessionOfForm } from './sender.ts'
import { type Typed, typedOf } from './typed.ts'

/** Holds what was being written when the session had ended, and leads to signing in and back to it (rulings 14). */
export async function holdAndSignIn(at: Arrival, body: Body, typed: Typed): Promise<Response> {
  return at.c.redirect(await hold(at, body, typed), 303)
}

/** Holds the form for the person to whom it was shown. Returns the address at which that person signs in again. */
async function hold({ c, parts, request }: Arrival, body: Body, typed: Typed): Promise<string> {
  const { _files, _revision, _csrf } = body.values
  const values = { ...typed.values, _files, _revision, _unsent: typed.unsent }
  const next = await parts.hold(c, {
    page: request.url,
    values,
    session: sessionOfForm(String(_csrf ?? ''), parts.seal),
  })
  return parts.signInUrl(next ?? request.url)
}

/** Refuses a form that was shown to another person before, in this browser: it is neither sent nor shown in this name. */
export async function ensureOwnForm(at: Arrival, body: Body, typed: Typed): Promise<void> {
  const { parts, session } = at
  const shownIn = sessionOfForm(String(body.values._csrf ?? ''), parts.seal)
  if (!session || !shownIn || shownIn === session.id) return
  const owner = await parts.ownerOf(shownIn)
  if (owner === undefined || owner === session.account_id) return
  throw new NotOwnForm(said.othersForm, { back: { href: await hold(at, body, typed), label: said.signInAgain } })
}

/** The form is not shown again, but only its refusal. */
export class NotOwnForm extends Forbidden {}

/** The form of a page as it was held, if the address names one of this account. It is shown, never sent by itself. */
export async function heldOn(at: Arrival): Promise<Typed | undefined> {
  const { parts, request, session } = at
  const word = request.query.get('held')
  const held = word && session ? await parts.held(parts.doors.house, session, word, pathOf(at)) : undefined
  if (!held) return undefined
  const body = Object.assign(emptyBody(), { values: held })
  const { values, files, revision } = typedOf(body, parts.seal, senderOf(at))
  return { values, files, revision, errors: { '': said.notSentYet + chooseAgain(namesIn(held)) } }
}

/** A form that goes back into its fields as it was written, before it is sent. */
export function restored(typed: Typed, { values }: Body): Typed {
  return { ...typed, errors: { '': said.restored + chooseAgain(namesIn(values)) }, status: 200 }
}

const namesIn = ({ _unsent }: FormState['values']) => [_unsent ?? []].flat().map(shownFileName)

/** The sentence for files that must be chosen again; empty where there are none. */
export function chooseAgain(names: readonly string[] = []): string {
  const all = names.map((name) => `「${name}」`).join('')
  return all && `添付した${all}は届いていません。もう一度選んでください。`
}
