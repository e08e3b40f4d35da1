import { event } from '../../platform/record/event.ts'
import type { MembershipRole } from './tables.ts'

const audience = 'parties'

export const registered = event<{ name: string; kind: string }>('party.registered', {
  audience,
  says: () => '団体を登録しました',
})

export const revised = event<{ name: string }>('party.revised', {
  audience,
  says: () => '団体の登録内容を改めました',
})

/** What happened to a role: whose id it is, and whether the city's staff entered it. */
interface OfMember {
  role: MembershipRole
  member: string
  by_city: boolean
}

/** A role that held until then; `person` is told of it, who had it. */
interface OfHolder extends OfMember {
  person: string | null
}

export const memberEntered = event<OfMember>('party.member-entered', {
  audience,
  says: () => '構成員を加えました',
})

export const memberLeft = event<OfHolder & { on: string }>('party.member-left', {
  audience,
  says: () => '構成員の役割の終わりを登録しました',
})

export const memberCorrected = event<OfHolder & { reason: string }>('party.member-corrected', {
  audience,
  says: () => '構成員の登録を訂正しました',
})

export const memberSucceeded = event<OfHolder & { successor: string }>('party.member-succeeded', {
  audience,
  says: () => '構成員の役割を引き継ぎました',
})

export const events = [registered, revised, memberEntered, memberLeft, memberCorrected, memberSucceeded] as const
