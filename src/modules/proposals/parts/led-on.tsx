import type { Entry } from '../../../platform/record/index.ts'
import { Notice } from '../../../ui/index.ts'
import { urls as agreements } from '../../agreements/urls.ts'
import { word } from '../../charters/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { ledOn } from '../events.ts'
import type { Proposal } from '../tables.ts'

interface Led {
  proposal: Pick<Proposal, 'charter'>
  entries: Entry[]
}

export interface Way {
  href: string
  label: string
}

/** What this proposal was led on to, the newest: its agreement, or its project where no agreement is needed. */
export function ledOnTo({ entries, proposal: { charter } }: Led, city: string): Way | undefined {
  const entry = entries.findLast(ledOn.is)
  const { project, agreement_id } = entry ? ledOn.read(entry) : {}
  if (project) return { href: projects.show({ city, ref: project }), label: '事業のページへ' }
  const label = `${word(charter, 'agreement')}のページへ`
  return agreement_id ? { href: agreements.show({ city, ref: agreement_id }), label } : undefined
}

/** Why some decisions are not among the choices, with the way to what was begun. */
export function NotOffered({ why, next }: { why: readonly string[]; next: Way | undefined }) {
  if (why.length === 0) return null
  return (
    <Notice heading="選べない決定があります">
      {why.map((sentence) => (
        <p>{sentence}</p>
      ))}
      {next && (
        <p>
          <a href={next.href}>{next.label}</a>
        </p>
      )}
    </Notice>
  )
}
