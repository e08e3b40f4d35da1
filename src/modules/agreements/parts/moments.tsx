import type { DateOn } from '../../../platform/db/index.ts'
import type { Moment, Traced } from '../../../platform/timeline.ts'
import { word } from '../../charters/index.ts'
import { urls } from '../urls.ts'

declare module '../../../platform/timeline.ts' {
  interface Kept {
    agreement?: {
      ref: string
      parties: number
      signed: number
      purpose: boolean
      targets: number
      roles: number
      in_force_on: DateOn | null
      /** The day from which it was given up before the end of its term; absent in facts from before it was kept. */
      given_up_on?: DateOn | null
    }
  }
}

/** Returns the moments of a project's timeline that come from its agreement. */
export function agreementMoments(seen: Traced): Moment[] {
  const { in_force_on, parties } = seen.kept.agreement ?? {}
  if (!in_force_on) return []
  const { href } = agreementEvidence('agreement', seen) ?? {}
  const name = word(seen.frame.charter, 'agreement')
  const what = (
    <>
      {parties}者が、同じ文面の{href ? <a href={href}>{name}</a> : name}に署名しました。
    </>
  )
  return [{ key: 'agreement.in-force', on: in_force_on, what, milestone: true }]
}

/** Returns the page of the agreement that an item of evidence refers to. */
export function agreementEvidence(where: string, { frame, open }: Traced) {
  if (where !== 'agreement' || !open.agreement) return undefined
  return { href: urls.show({ city: frame.city.slug, ref: open.agreement }), label: '取り決めを見る' }
}
