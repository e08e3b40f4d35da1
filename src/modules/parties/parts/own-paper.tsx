import type { VerbPage } from '../../../platform/web/action/index.ts'
import { PaperField } from '../../../site/index.ts'
import { maySpeakFor } from '../may.ts'
import type { Registered } from '../subject.tsx'

// biome-ignore lint/suspicious/noExplicitAny: stands in the form of any verb
type Props = Pick<VerbPage<any>, 'frame' | 'form'> & { party: Registered; hint?: string }

const rolesHint = 'だれがその役割をもつかは、団体が決めます。'

/** Asks whoever may not speak for a party for its own paper. */
export function OwnPaper({ frame, form, party, hint = rolesHint }: Props) {
  if (maySpeakFor(frame.actor, party)) return null
  return <PaperField form={form} required hint={`${hint}ご本人たちと協働の担当課が見られます。`} />
}
