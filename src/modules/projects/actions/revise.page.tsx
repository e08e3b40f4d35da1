import type { Actor } from '../../../platform/actor.ts'
import type { FormState } from '../../../platform/web/index.ts'
import { mayChooseDepartment } from '../may.ts'
import { writableParts } from '../parts/writable.ts'
import { agreedIn } from '../project/agreed.ts'
import { typedOf } from '../project/entry.ts'
import type { Inside } from '../project/project.ts'
import { shareParts } from '../project/share.ts'
import type { Signed } from '../tables.ts'

/** Returns a project's entry as form values, without what the form shows to this person as text. */
export function offeredOf(actor: Actor, project: Inside, signed: Signed | undefined): FormState['values'] {
  const agreed = agreedIn(project, signed)
  const shown = new Set<string>([
    ...Object.keys(agreed?.term ?? {}),
    ...(mayChooseDepartment(actor) ? [] : ['department_id']),
    ...project.parties.flatMap((party, at) => {
      const own = writableParts(actor, project, party, agreed)
      return shareParts.filter((part) => !own.includes(part)).map((part) => `parties.${at}.${part}`)
    }),
  ])
  return Object.fromEntries(Object.entries(typedOf(project)).filter(([name]) => !shown.has(name)))
}
