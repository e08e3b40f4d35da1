import type { Charter } from '../schema/charter.ts'

/** Whether this city has an act prepared by one person and confirmed by another. Versions applied earlier name none. */
export function asksFourEyes(charter: Pick<Charter, 'fourEyes'>, act: Charter['fourEyes'][number]): boolean {
  return (charter.fourEyes ?? []).includes(act)
}
