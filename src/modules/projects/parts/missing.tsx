import type { FormState } from '../../../platform/web/index.ts'
import { fieldId } from '../../../ui/index.ts'
import { urls as agreements } from '../../agreements/urls.ts'
import { label } from '../../charters/index.ts'
import { missingNeeds, missingSteps, type Need, needField, stepField } from '../project/needs.ts'
import { type Inside, refOf } from '../project/project.ts'
import { urls } from '../urls.ts'

/** The fields of the entry form for requirements without a page of their own. */
const fields: Partial<Record<Need, string>> = {
  place: 'place',
  term: 'starts_on',
  money: 'budget_yen',
  roles: 'parties',
  'name-use': 'particulars.name-use',
  seats: 'particulars.seats',
  supplies: 'particulars.supplies',
}

function pageFor(city: string, project: Inside, need: Need): string {
  const at = { city, ref: refOf(project) }
  if (need === 'targets') return urls.targets(at)
  if (need !== 'agreement') return `${urls.edit(at)}#${fieldId(fields[need] ?? 'title')}`
  const { agreement } = project.facts
  return agreement ? agreements.show({ city, ref: agreement.ref }) : agreements.new({ city })
}

/** Returns the missing requirements, each with the page where it is entered. */
export function missingOf(city: string, project: Inside) {
  const { charter } = project
  const at = { city, ref: refOf(project) }
  return [
    ...missingNeeds(charter, project).map(({ need, words }) => ({
      field: needField(need),
      words,
      href: pageFor(city, project, need),
    })),
    ...missingSteps(charter, project, 'work').map((step) => ({
      field: stepField(step.key),
      words: `「${label(step.label)}」を行った日`,
      href: urls.step({ ...at, step: step.key }),
    })),
  ]
}

export function MissingList({ missing, form }: { missing: ReturnType<typeof missingOf>; form?: FormState }) {
  return (
    <ul>
      {missing.map(({ field, words, href }) => (
        <li>
          <a href={href} id={fieldId(field)}>
            {words}
          </a>
          {form?.errors[field] && (
            <p class="field-error" id={`${fieldId(field)}-error`}>
              {form.errors[field]}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
