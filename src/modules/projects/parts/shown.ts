import type { Frame } from '../../../platform/web/index.ts'
import type { Charter } from '../../charters/index.ts'
import type { Dossier, Inside } from '../project/dossier.ts'

/** A project as its pages show it. */
export interface ProjectShown {
  frame: Frame
  project: Dossier
  charter: Charter
  /** The same project from inside, for those to whom it belongs. */
  inside: Inside | null
}

/** A project from inside where it belongs to the person, else as everyone may know it. */
export function seenBy(
  frame: Frame,
  published: { project: Dossier; charter: Charter } | null,
  own: Inside | null,
): ProjectShown {
  const { project, charter } = own ? { project: own, charter: own.charter } : published!
  return { frame, project, charter, inside: own }
}
