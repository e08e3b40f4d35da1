import type { Charter } from '../schema/charter.ts'

/** Answers whether one person prepares this act and another confirms it; older versions name no act. */
export function asksFourEyes(charter: Pick<Charter, 'fourEyes'>, act: Charter['fourEyes'][number]): boolean {
  return (charter.fourEyes ?? []).includes(act)
}
