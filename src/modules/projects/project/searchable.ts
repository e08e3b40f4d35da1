import type { Searchable } from '../../../platform/module.ts'
import { actorKind, label } from '../../charters/index.ts'
import { lifecycle } from '../lifecycle.ts'
import { type Inside, projectNumberLabel, refOf, withoutAgreementFrom } from './project.ts'

export function searchableOf(project: Inside): Searchable {
  const { charter } = project
  const names = project.parties.map((party) =>
    party.unit === 'person' ? label(actorKind(charter, party.kind)?.label) : (party.name ?? ''),
  )
  const open = project.reports.filter(({ withheld }) => !withheld)
  const words = [
    projectNumberLabel(charter, project),
    project.summary,
    project.purpose,
    project.beneficiaries,
    project.place,
    ...names,
    ...project.parties.map(({ does }) => does),
    ...project.targets.map(({ indicator }) => indicator),
    ...open.flatMap(({ title, text }) => [title, text]),
  ]
  return {
    kind: 'project',
    id: project.id,
    ref: refOf(project),
    title: project.title,
    text: words.filter(Boolean).join('\n'),
    facets: facetsOf(project),
    shown: {
      number: projectNumberLabel(charter, project),
      summary: project.summary,
      parties: names,
      period: periodOf(project),
      state: lifecycle.label(project.state),
      given_up_on: withoutAgreementFrom(project),
    },
    at: project.published_at ?? project.saved_at,
  }
}

function facetsOf(project: Inside): string[] {
  const partners = project.parties.filter(({ is_city }) => !is_city)
  const facets = [
    ...project.fiscal_years.map((year) => `year:${year}`),
    ...project.forms.map((form) => `form:${form}`),
    project.zone && `zone:${project.zone}`,
    project.start_type && `type:${project.start_type}`,
    ...project.fields.map((field) => `field:${field}`),
    ...project.wards.map((ward) => `ward:${ward}`),
    project.programme && `programme:${project.programme}`,
    `state:${project.state}`,
    ...partners.map(({ kind }) => `kind:${kind}`),
    ...project.parties.flatMap(({ unit, party_id }) => (unit === 'person' ? [] : [`party:${party_id}`])),
  ]
  return [...new Set(facets.filter((facet): facet is string => Boolean(facet)))]
}

/** Returns an ISO 8601 interval; without a first day lists show the fiscal years of the facets instead. */
const periodOf = ({ starts_on, ends_on }: Inside) => (starts_on ? `${starts_on}/${ends_on ?? '..'}` : undefined)
