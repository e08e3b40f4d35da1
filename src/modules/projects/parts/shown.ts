import { NotFound } from '../../../platform/refusals.ts'
import type { Traced } from '../../../platform/timeline.ts'
import type { Frame } from '../../../platform/web/index.ts'
import type { Charter } from '../../charters/index.ts'
import { type Dossier, type Inside, refOf } from '../project/project.ts'

export interface ProjectShown {
  frame: Frame
  project: Dossier
  charter: Charter
  /** The same project with its internal parts, for its parties and staff only. */
  inside: Inside | null
}

/** Returns the internal project for its parties and staff, otherwise the published one; 404 if there is neither. */
export function seenBy(
  frame: Frame,
  published: { project: Dossier; charter: Charter } | null,
  own: Inside | null,
): ProjectShown {
  const seen = own ? { project: own, charter: own.charter } : published
  if (!seen) throw new NotFound()
  return { frame, ...seen, inside: own }
}

/** Returns the project in the shape that other modules need for moments and evidence. */
export function tracedIn({ frame, project, charter, inside }: ProjectShown): Traced {
  const { facts, evaluations, proposal, agreement } = project
  return {
    frame: { ...frame, charter },
    ref: refOf(project),
    kept: { ...facts, evaluations },
    inside: inside !== null,
    open: { proposal: proposal?.ref, agreement: agreement?.ref ?? (inside ? facts.agreement?.ref : undefined) },
  }
}

declare module '../../../platform/timeline.ts' {
  interface Displayed {
    project: ProjectShown
  }
}
