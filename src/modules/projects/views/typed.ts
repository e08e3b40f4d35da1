import { fiscalYearLabel, plainDateLabel } from '../../../platform/time/index.ts'
import { type FormState, flatten } from '../../../platform/web/index.ts'
import type { Inside } from '../queries.ts'

/** A project's entry as its form holds it. */
export function typedOf(project: Inside): FormState['values'] {
  const { title, summary, purpose, beneficiaries, place, zone, start_type, forms, fields, wards } = project
  const day = (date: string | null) => (date ? plainDateLabel(date) : undefined)
  return flatten({
    title,
    summary,
    purpose,
    beneficiaries,
    place,
    zone,
    start_type,
    forms,
    fields,
    wards,
    fiscal_years: project.fiscal_years.map((one) => fiscalYearLabel(one)).join('、'),
    starts_on: day(project.starts_on),
    ends_on: day(project.ends_on),
    sunset_on: day(project.sunset_on),
    budget_yen: project.budget_yen,
    actual_yen: project.actual_yen,
    particulars: project.particulars,
    department_id: project.department_id,
    parties: project.parties.map(({ party_id, role, does, brings, money_yen }) => ({
      party_id,
      role,
      does,
      brings,
      money_yen,
    })),
  })
}

/** The targets as their form holds them, with what was reached. */
export const typedTargets = ({ targets }: Inside): FormState['values'] =>
  flatten({ targets: targets.map((one) => ({ ...one, by_on: one.by_on && plainDateLabel(one.by_on) })) })

export function typedMilestone({ milestones }: Inside, id: string): FormState['values'] {
  const one = milestones.find((milestone) => milestone.id === id)
  if (!one) return {}
  const { title, due_on, done_on } = one
  return flatten({ title, due_on: plainDateLabel(due_on), done_on: done_on && plainDateLabel(done_on) })
}

export function typedReport({ reports }: Inside, id: string): FormState['values'] {
  const one = reports.find((report) => report.id === id)
  if (!one) return {}
  const { kind, title, text, active_count, passive_count, attended, withheld, photos } = one
  return flatten({
    kind,
    title,
    text,
    held_on: plainDateLabel(one.held_on),
    active_count,
    passive_count,
    attended,
    withheld: withheld ? 'yes' : undefined,
    kept: photos.map((photo) => ({ id: photo.id, words: photo.words })),
  })
}
