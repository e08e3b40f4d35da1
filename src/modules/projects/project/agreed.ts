import { fiscalYearEnd, fiscalYearStart, fiscalYearsBetween, type IsoDate } from '../../../platform/time/index.ts'
import { type AgreedText, costIn, rolesIn, shareIn } from '../../texts/index.ts'
import type { Signed } from '../tables.ts'
import type { Inside } from './project.ts'
import type { Share } from './share.ts'

/** The years, days and sums of a project. */
export type Term = Pick<Inside, 'fiscal_years' | 'starts_on' | 'ends_on' | 'sunset_on' | 'budget_yen'>

export const termLabels: Record<keyof Term, string> = {
  fiscal_years: '年度',
  starts_on: '始まりの日',
  ends_on: '終わりの日',
  sunset_on: '見直しの日',
  budget_yen: '予算',
}

/** What a signed agreement fixes of its project: only its amendment changes that. */
export interface Agreed {
  signed: Signed
  term: Partial<Term>
  /** By the id of the project's party. */
  shares: Map<string, Partial<Share>>
}

type Parties = readonly { party_id: string | null; is_city: boolean }[]

/** Returns what the agreement says of a project of these years between these parties. */
export function agreedFor(signed: Signed, years: readonly number[], parties: Parties): Agreed {
  const { text } = signed
  const all = fiscalYearsBetween(text.starts_on, text.ends_on)
  const own = all.filter((year) => years.includes(year))
  const covered = own.length > 0 ? own : all
  const whole = covered.length === all.length
  return { signed, term: termOf(text, covered, whole), shares: sharesOf(text, parties, whole) }
}

/** Returns what a project's signed agreement fixes of it. */
export const agreedIn = (project: Pick<Inside, 'fiscal_years' | 'parties'>, signed: Signed | undefined) =>
  signed && agreedFor(signed, project.fiscal_years, project.parties)

/** A project may cover some of the agreed years; the sums are those of the whole term. */
function termOf(text: AgreedText, years: readonly number[], whole: boolean): Partial<Term> {
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return {
    starts_on: laterOf(text.starts_on, fiscalYearStart(first)),
    ...(text.ends_on && { fiscal_years: [...years], ends_on: earlierOf(text.ends_on, fiscalYearEnd(last)) }),
    ...(whole && text.sunset_on && { sunset_on: text.sunset_on }),
    ...(whole && text.money.length > 0 && { budget_yen: costIn(text) }),
  }
}

function sharesOf(text: AgreedText, parties: Parties, whole: boolean): Agreed['shares'] {
  return new Map(
    parties.flatMap((party) => {
      const signer = signerFor(text, parties, party)
      if (!signer || !party.party_id) return []
      const { does, brings, money_yen } = shareIn(text, signer)
      const said = {
        ...(rolesIn(text, signer).length > 0 && { does, brings }),
        ...(whole && text.money.length > 0 && { money_yen }),
      }
      return [[party.party_id, said] as const]
    }),
  )
}

/** The party of the text that is this one; one part of the city may take part where another of it has signed. */
function signerFor(text: AgreedText, parties: Parties, party: Parties[number]): string | undefined {
  const among = (list: Parties, { party_id }: { party_id: string | null }) =>
    list.some((one) => one.party_id === party_id)
  if (among(text.parties, party)) return party.party_id ?? undefined
  const signers = text.parties.filter((one) => one.is_city && !among(parties, one))
  const others = parties.filter((one) => one.is_city && !among(text.parties, one))
  return party.is_city && signers.length === 1 && others.length === 1 ? signers[0]?.party_id : undefined
}

const laterOf = (one: IsoDate, other: IsoDate) => (one > other ? one : other)

const earlierOf = (one: IsoDate, other: IsoDate) => (one < other ? one : other)

type TargetSaid = { indicator: string; value: unknown; unit: string; direction?: string }

/** Whether the project's targets are those of the agreement: then only their results are written. */
export function areAgreed(targets: readonly TargetSaid[], { text }: Signed): boolean {
  const said = ({ indicator, value, unit, direction = 'at_least' }: TargetSaid) =>
    JSON.stringify([indicator, String(value), unit, direction])
  const agreed = text.targets.filter(({ indicator }) => indicator)
  return (
    agreed.length > 0 &&
    agreed.length === targets.length &&
    agreed.every((one, at) => said(one) === said(targets[at] ?? one))
  )
}
