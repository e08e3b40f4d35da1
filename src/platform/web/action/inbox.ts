import type { Act } from '../../actor.ts'
import type { Waiting, WaitingFor } from '../../module.ts'
import type { AnyAction } from './action.ts'
import type { Subject } from './subject.ts'

/** What waits for a person in the rows of one noun: on its own page, and for its verbs. */
export function inboxOf<Row extends { title: string }>(
  // biome-ignore lint/suspicious/noExplicitAny: of the thing only the rows play a part here
  subject: Subject<any, any, any, Row>,
  verbs: readonly AnyAction[],
): WaitingFor {
  return async (act: Act, city: string): Promise<Waiting[]> => {
    const rows = (await subject.waiting?.(act)) ?? []
    return rows.flatMap((row) => [
      ...(subject.waits?.(row, act) ?? []).map(({ url = subject.url, ...one }) => ({
        ...one,
        href: url(subject.at(city, row)),
        title: row.title,
      })),
      ...verbs.flatMap((verb) => verb.waits(row, act, city)),
    ])
  }
}

/** The inboxes of several nouns as one. */
export function inboxes(...all: WaitingFor[]): WaitingFor {
  return async (act, city) => {
    const found: Waiting[] = []
    for (const waitingFor of all) found.push(...(await waitingFor(act, city)))
    return found
  }
}
