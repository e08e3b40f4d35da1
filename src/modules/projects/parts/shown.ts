import type { Module } from '../../../platform/module.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { Traced } from '../../../platform/timeline.ts'
import type { Frame } from '../../../platform/web/index.ts'
import type { Link } from '../../../ui/index.ts'
import type { Charter } from '../../charters/index.ts'
import type { Dossier, Inside } from '../project/dossier.ts'
import { refOf } from '../project/standing.ts'

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
  const seen = own ? { project: own, charter: own.charter } : published
  if (!seen) throw new NotFound()
  return { frame, ...seen, inside: own }
}

/** The project for the modules that tell of it, too: those it came from, and those that look back on it. */
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

/** Where something of the project is that another module has, for this reader; undefined where they cannot open it. */
export function linkTo(modules: readonly Module[], where: string, seen: Traced): Link | undefined {
  for (const { evidence } of modules) {
    const found = evidence?.(where, seen)
    if (found) return found
  }
  return undefined
}
