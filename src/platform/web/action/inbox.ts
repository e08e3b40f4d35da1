import type { Act } from '../../actor.ts'
import type { Waiting, WaitingFor } from '../../waiting.ts'
import type { AnyAction } from './action.ts'
import { CONFIRMATION } from './pages.ts'
import { subjectId } from './perform.ts'
import { isSentBack, listPrepared, type PreparedAct } from './prepared.ts'
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
    const prepared = verbs.some(({ fourEyes }) => fourEyes) ? await preparations(subject, verbs, act, city) : []
    // An act that waits to be confirmed does not wait to be prepared.
    const open = new Set(prepared.flatMap(({ verb, settled }) => (settled ? [] : verb)))
    const own = rows.flatMap((row) => [
      ...(subject.waits?.(row, act) ?? []).map(({ url = subject.url, ...one }) => ({
        ...one,
        href: url(subject.at(city, row)),
        title: row.title,
      })),
      ...verbs.flatMap((verb) => verb.waits(row, act, city)).filter(({ href }) => !open.has(href.split('?')[0] ?? '')),
    ])
    return [...prepared.flatMap(({ waiting }) => waiting ?? []), ...own]
  }
}

interface Preparation {
  verb: string
  settled: boolean
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
    const waiting = waitingFor(one, act, { label: verb.label(thing), href })
    return { verb: href, settled: one.settled !== null, waiting }
  })
}

/** To confirm for everyone but the person who prepared it; to prepare anew for that person, once it was sent back. */
function waitingFor(one: PreparedAct, { actor }: Act, { label, href }: { label: string; href: string }) {
  const { title, prepared_by, prepared_name, prepared_at: since } = one
  const who = '起案・確認をする方'
  if (isSentBack(one))
    return { href, title, of: `${one.settled_name ?? ''}さんが差し戻し`, kind: `「${label}」を起案し直す`, since, who }
  if (prepared_by === actor.account_id) return undefined
  return {
    href: href + CONFIRMATION,
    title,
    of: `${prepared_name}さんの起案`,
    kind: `「${label}」を確認する`,
    since,
    who,
  }
}

export function inboxes(...all: WaitingFor[]): WaitingFor {
  return async (act, city) => {
    const found: Waiting[] = []
    for (const waitingFor of all) found.push(...(await waitingFor(act, city)))
    return found
  }
}
