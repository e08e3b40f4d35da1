import type { Act } from '../../actor.ts'
import type { Waiting, WaitingFor } from '../../waiting.ts'
import type { AnyAction } from './action.ts'
import { subjectId } from './perform.ts'
import { hasComeBack, listPrepared, type PreparedAct } from './prepared.ts'
import type { Subject } from './subject.ts'

// biome-ignore lint/suspicious/noExplicitAny: of the thing only its id and title play a part here
type AnySubject = Subject<any, any, any, any>

/** The inbox rows of one noun: those of its own page, and those of its verbs. */
export function inboxOf<Row extends { title: string }>(
  // biome-ignore lint/suspicious/noExplicitAny: of the thing only the rows play a part here
  subject: Subject<any, any, any, Row>,
  verbs: readonly AnyAction[],
): WaitingFor {
  return async (act: Act, city: string): Promise<Waiting[]> => {
    const rows = (await subject.waiting?.(act)) ?? []
    const byTwo = verbs.some(({ fourEyes }) => fourEyes) && subject.fourEyes?.isOfficer(act.actor)
    const prepared = byTwo ? await preparations(subject, verbs, act, city) : []
    // An act that waits to be confirmed, or came back to this person, does not wait to be prepared as well.
    const taken = new Set(prepared.flatMap(({ verb, taken }) => (taken ? verb : [])))
    const own = rows.flatMap((row) => [
      ...(subject.waits?.(row, act) ?? []).map(({ url = subject.url, ...one }) => ({
        ...one,
        href: url(subject.at(city, row)),
        title: row.title,
      })),
      ...verbs.flatMap((verb) => verb.waits(row, act, city)).filter(({ href }) => !taken.has(href.split('?')[0] ?? '')),
    ])
    return [...prepared.flatMap(({ waiting }) => waiting ?? []), ...own]
  }
}

interface Preparation {
  verb: string
  taken: boolean
  waiting?: Waiting
}

async function preparations(
  subject: AnySubject,
  verbs: readonly AnyAction[],
  act: Act,
  city: string,
): Promise<Preparation[]> {
  const prepared = await listPrepared(act, subject.kind)
  const ids = [...new Set(prepared.map(({ subject_id }) => subject_id))]
  const things = ids.length > 0 ? await subject.fourEyes?.byIds(act.db, ids) : []
  const byId = new Map(things?.map((thing) => [subjectId(thing), thing]))
  return prepared.flatMap((one) => {
    const thing = byId.get(one.subject_id)
    const verb = verbs.find(({ name }) => name === one.act)
    if (!verb || !thing || !verb.may(act.actor, thing, act.now)) return []
    const href = verb.href(city, thing)
    const cameBack = hasComeBack(one) || (!one.settled && verb.voidBecause(thing, one, act.now) !== undefined)
    const shown = { label: verb.label(thing), href, confirmation: verb.confirmation(city, thing) }
    const waiting = waitingFor(one, act, { ...shown, cameBack })
    return { verb: href, taken: waiting !== undefined || !cameBack, waiting }
  })
}

interface Shown {
  label: string
  href: string
  confirmation: string
  cameBack: boolean
}

/** To confirm for everyone but the person who prepared it; to prepare anew for that person, once it came back. */
function waitingFor(one: PreparedAct, { actor }: Act, { label, href, confirmation, cameBack }: Shown) {
  const { title, prepared_by, prepared_name, prepared_at: since } = one
  const who = '起案・確認をする方'
  const own = prepared_by === actor.account_id
  if (cameBack && own) {
    const of = one.settled === 'dismissed' ? `${one.settled_name ?? ''}さんが差し戻し` : '起案は無効になりました'
    return { href, title, of, kind: `「${label}」を起案し直す`, since, who }
  }
  if (cameBack || own) return undefined
  return { href: confirmation, title, of: `${prepared_name}さんの起案`, kind: `「${label}」を確認する`, since, who }
}

export function inboxes(...all: WaitingFor[]): WaitingFor {
  return async (act, city) => {
    const found: Waiting[] = []
    for (const waitingFor of all) found.push(...(await waitingFor(act, city)))
    return found
  }
}
