import type { Act } from '../../actor.ts'
import type { Waiting, WaitingFor } from '../../waiting.ts'
import type { AnyAction } from './action.ts'
import { CONFIRMATION } from './pages.ts'
import { subjectId } from './perform.ts'
import { listPrepared } from './prepared.ts'
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
    const toConfirm = verbs.some(({ fourEyes }) => fourEyes) ? await confirmations(subject, verbs, act, city) : []
    const own = rows.flatMap((row) => [
      ...(subject.waits?.(row, act) ?? []).map(({ url = subject.url, ...one }) => ({
        ...one,
        href: url(subject.at(city, row)),
        title: row.title,
      })),
      ...verbs.flatMap((verb) => verb.waits(row, act, city)),
    ])
    return [...toConfirm, ...own]
  }
}

async function confirmations(
  subject: AnySubject,
  verbs: readonly AnyAction[],
  act: Act,
  city: string,
): Promise<Waiting[]> {
  const prepared = await listPrepared(act, subject.kind)
  const ids = [...new Set(prepared.map(({ subject_id }) => subject_id))]
  const things = ids.length > 0 ? await subject.fourEyes?.byIds(act.db, ids) : []
  const byId = new Map(things?.map((thing) => [subjectId(thing), thing]))
  return prepared.flatMap(({ subject_id, ...one }) => {
    const thing = byId.get(subject_id)
    const verb = verbs.find(({ name }) => name === one.act)
    if (!verb || !thing || !verb.may(act.actor, thing, act.now)) return []
    return {
      href: `${verb.href(city, thing)}${CONFIRMATION}`,
      title: one.title,
      of: `${one.prepared_name}さんの起案`,
      kind: `「${verb.label(thing)}」を確認する`,
      since: one.prepared_at,
      who: act.actor.name,
    }
  })
}

export function inboxes(...all: WaitingFor[]): WaitingFor {
  return async (act, city) => {
    const found: Waiting[] = []
    for (const waitingFor of all) found.push(...(await waitingFor(act, city)))
    return found
  }
}
