import type { VerbPage } from '../../../platform/web/action/index.ts'
import type { FormState, Frame } from '../../../platform/web/index.ts'
import { Confirmation } from '../../../site/index.ts'
import { PartyField } from '../../../ui/index.ts'
import { partiesToActFor } from '../project/acting.ts'
import { choicesOf, type Inside } from '../project/project.ts'

/** Asks which party the person acts for; staff without a party in the project are not asked. */
export function ActingField({ frame, form, thing }: { frame: Frame; form: FormState; thing: Inside }) {
  const own = partiesToActFor(frame.actor, thing.parties)
  if (own.length === 0) return null
  return <PartyField form={form} name="acting_for" parties={choicesOf(own)} />
}

/** The confirmation page of a verb without a page of its own; a verb with fields asks for the acting party first. */
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
