import type { Child } from 'hono/jsx'
import type { Frame, Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import type { Decision } from '../lifecycle.ts'
import type { Seen } from '../queries/one.ts'
import type { listMessages } from '../queries/talks.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { at, crumbs, eyebrowOf, titleOf } from './parts.tsx'

export interface Department {
  id: string
  name: string
  unit: string
}

export type Handling = Seen & {
  departments: Department[]
  offered: readonly Decision[]
  messages: Awaited<ReturnType<typeof listMessages>>
}
export type Props = Views<undefined, Handling>

/** The frame of every verb's page: which proposal it is about, and the way back. */
export function VerbPage({
  frame,
  form,
  data,
  title,
  lead,
  children,
}: Props & { title: string; lead?: string; children: Child }) {
  const { proposal, charter } = data
  return (
    <CityPage
      frame={frame}
      title={title}
      eyebrow={`${eyebrowOf(charter, proposal)}　${titleOf(proposal)}`}
      lead={lead}
      invalid={Object.keys(form.errors).length > 0}
      breadcrumbs={[...crumbs(frame), { href: urls.show(at(frame, refOf(proposal))), label: titleOf(proposal) }]}
    >
      {children}
    </CityPage>
  )
}

export const back = (frame: Frame, { proposal }: Seen, words: string) => ({
  href: urls.show(at(frame, refOf(proposal))),
  label: words,
})
