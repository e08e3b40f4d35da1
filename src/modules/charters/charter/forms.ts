import type { Charter } from '../schema/charter.ts'
import { entryOf, type Form } from './entries.ts'

/** Returns all forms, or those of the zone where the charter says which suit which. */
export function formsOffered(charter: Charter, zoneKey?: string | null): Form[] {
  const zone = entryOf(charter.zones, zoneKey)
  return zone ? charter.forms.filter(({ key }) => zone.forms.includes(key)) : charter.forms
}

/** Returns the facts and steps that a form asks for; undefined where the charter has no such form. */
export function formRequirements(charter: Charter, formKey: string) {
  const form = entryOf(charter.forms, formKey)
  if (!form) return undefined
  const legalNotes = charter.common.legalNotes.filter(({ key }) => form.legalNotes.includes(key))
  return { light: form.light, needs: form.needs, steps: form.requiredSteps, legalNotes }
}
