import { evidenceAt } from '../../../platform/module.ts'
import type { Link } from '../../../ui/index.ts'
import { type ProjectShown, tracedIn } from '../../projects/index.ts'
import type { Where } from '../principle/evidence.ts'

/** Returns links to what a reader may open as proof. */
export function evidenceLinks(shown: ProjectShown, at: readonly Where[]): Link[] {
  const { modules } = shown.frame.installation
  const seen = tracedIn(shown)
  return [...new Set(at)].flatMap((where) => evidenceAt(modules, where, seen) ?? [])
}
