import type { Dossier } from '../../projects/index.ts'

export interface Talk {
  at: 'proposal' | 'reports' | `evaluation-${number}`
  on: string
  count: number
  bothSides: boolean
  /** Held before the proposal was decided, or before the work began. */
  before: boolean
}

export function talksOf(
  project: Pick<Dossier, 'facts' | 'reports' | 'evaluations' | 'starts_on' | 'started_on'>,
): Talk[] {
  const { talks: thread, agreement } = project.facts
  const start = agreement?.in_force_on ?? project.starts_on ?? project.started_on
  const talks: Talk[] = []
  if (thread?.first_on && thread.count > 0)
    talks.push({ at: 'proposal', on: thread.first_on, count: thread.count, bothSides: thread.sides > 1, before: true })
  for (const report of project.reports.filter(({ kind }) => kind === 'meeting'))
    talks.push({
      at: 'reports',
      on: report.held_on,
      count: 1,
      bothSides: true,
      before: !start || report.held_on <= start,
    })
  for (const { year, talked_on } of project.evaluations)
    if (talked_on) talks.push({ at: `evaluation-${year}`, on: talked_on, count: 1, bothSides: true, before: false })
  return talks.sort((a, b) => a.on.localeCompare(b.on))
}
