import { Notice } from '../../../ui/index.ts'
import { urls as agreements } from '../../agreements/urls.ts'
import { type Charter, word } from '../../charters/index.ts'
import { urls as projects } from '../../projects/urls.ts'

/** What was begun from a proposal, as its record names it. */
export interface Begun {
  agreement_id?: string
  project?: string
}

export interface Way {
  href: string
  label: string
}

export function wayTo({ project, agreement_id }: Begun, charter: Charter, city: string): Way | undefined {
  if (project) return { href: projects.show({ city, ref: project }), label: '事業のページへ' }
  const label = `${word(charter, 'agreement')}のページへ`
  return agreement_id ? { href: agreements.show({ city, ref: agreement_id }), label } : undefined
}

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
