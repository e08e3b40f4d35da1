import type { VerbPage } from '../../../platform/web/action/index.ts'
import type { FormState, Frame } from '../../../platform/web/index.ts'
import { Confirmation } from '../../../site/index.ts'
import { PartyField } from '../../../ui/index.ts'
import type { Inside } from '../project/dossier.ts'
import { choicesOf, voicesOf } from '../project/standing.ts'

/** The party for which the person does it; nothing is asked of staff who stand for no party in it. */
export function ActingField({ frame, form, thing }: { frame: Frame; form: FormState; thing: Inside }) {
  const voices = voicesOf(frame.actor, thing.parties)
  if (voices.length === 0) return null
  return <PartyField form={form} name="acting_for" parties={choicesOf(voices)} />
}

/** The page of a verb that has none of its own; where the verb draws its fields, for whom it is done is asked before them. */
// biome-ignore lint/suspicious/noExplicitAny: draws the declaration of any verb
export function ActingConfirmation(props: VerbPage<any, any>) {
  const { verb } = props
  const { fields: own } = verb
  if (!own) return <Confirmation {...props} />
  const fields: typeof own = (given) => (
    <>
      <ActingField {...given} />
      {own(given)}
    </>
  )
  return <Confirmation {...props} verb={{ ...verb, fields }} />
}
