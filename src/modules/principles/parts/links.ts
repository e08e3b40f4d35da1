import { evidenceAt } from '../../../platform/module.ts'
import type { Link } from '../../../ui/index.ts'
import { type ProjectShown, tracedIn } from '../../projects/index.ts'
import type { Where } from '../principle/evidence.ts'

/** Where a proof can be looked at; nothing is linked that this reader cannot open. */
export function evidenceLinks(shown: ProjectShown, at: readonly Where[]): Link[] {
  const { modules } = shown.frame.installation
  const seen = tracedIn(shown)
  return [...new Set(at)].flatMap((where) => evidenceAt(modules, where, seen) ?? [])
}
