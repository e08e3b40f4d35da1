import { event } from '../../platform/record/event.ts'
import type { Changed } from '../../platform/web/index.ts'
import type { MembershipRole } from './tables.ts'

const audience = 'parties'

export const registered = event<{ name: string; kind: string }>('party.registered', {
  audience,
  says: () => '団体を登録しました',
})

export const revised = event<{ name: string; changes?: Changed[] }>('party.revised', {
  audience,
  says: () => '団体の登録内容を改めました',
})

export const memberEntered = event<{ role: MembershipRole }>('party.member-entered', {
  audience,
  says: () => '構成員を加えました',
})

/** No verb writes this event any more; older entries have it. */
const memberLeft = event('party.member-left', { audience, says: () => '構成員の役割が終わりました' })

export const events = [registered, revised, memberEntered, memberLeft] as const
