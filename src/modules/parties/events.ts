import { event } from '../../platform/record/event.ts'
import { dateLabel } from '../../platform/time/index.ts'
import type { Changed } from '../../platform/web/index.ts'
import type { MembershipRole } from './tables.ts'

const audience = 'parties'

export const registered = event<{ name: string; kind: string }>('party.registered', {
  audience,
  says: () => '団体を登録しました',
})

export const personRegistered = event<{ kind: string }>('party.person-registered', {
  audience,
  says: () => '個人として登録しました',
})

/** What was changed stays out of the record: it is a person's name and contacts. */
export const personRevised = event<{ parts: string[] }>('party.person-revised', {
  audience,
  says: ({ parts }) => `登録の${parts?.length ? parts.join('、') : '内容'}を改めました`,
})

export const personLeft = event<Record<never, never>>('party.person-left', {
  audience,
  says: () => '個人の登録をやめました',
})

export const revised = event<{ name: string; changes?: Changed[] }>('party.revised', {
  audience,
  says: () => '団体の登録内容を改めました',
})

export const departmentAdded = event<{ name: string }>('party.department-added', {
  audience,
  says: ({ name }) => `市の部署${name ? `「${name}」` : ''}を加えました`,
})

export const departmentRevised = event<{ name: string; changes?: Changed[] }>('party.department-revised', {
  audience,
  says: () => '市の部署の情報を改めました',
})

/** A change that is to be done on a later day. */
export const changePlanned = event<{ on: string; name?: string; successors?: string[] }>('party.change-planned', {
  audience,
  says: ({ on, name }) => `${on ? dateLabel(on) : '決められた日'}からの${name ? '改称' : '廃止'}を登録しました`,
})

export const changeDropped = event<{ on: string }>('party.change-dropped', {
  audience,
  says: () => '登録していた組織の変更を取りやめました',
})

export const departmentRenamed = event<{ before: string; name: string; on: string }>('party.department-renamed', {
  audience,
  says: ({ before, name }) => (before && name ? `「${before}」から「${name}」に名前を改めました` : '名前を改めました'),
})

/** `to` takes over what is open; without it the section does. */
export const departmentEnded = event<{ on: string; to: string | null; successors: string[] }>(
  'party.department-ended',
  {
    audience,
    says: ({ successors }) => `廃止しました${successors?.length ? `（引き継ぎ：${successors.join('、')}）` : ''}`,
  },
)

export const departmentRestored = event('party.department-restored', {
  audience,
  says: () => '廃止を取り消しました',
})

/** A role by its id, and whether the city's staff entered what happened to it. */
interface OfMember {
  role: MembershipRole
  member: string
  by_city: boolean
}

/** A role that held until then; its `person` hears of it. */
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

/** `former_email`: the person’s address until then, where another one was entered. */
export const memberCorrected = event<OfHolder & { reason: string; former_email?: string }>('party.member-corrected', {
  audience,
  says: () => '構成員の登録を訂正しました',
})

export const memberSucceeded = event<OfHolder & { successor: string }>('party.member-succeeded', {
  audience,
  says: () => '構成員の役割を引き継ぎました',
})

export const events = [
  registered,
  personRegistered,
  personRevised,
  personLeft,
  revised,
  departmentAdded,
  departmentRevised,
  changePlanned,
  changeDropped,
  departmentRenamed,
  departmentEnded,
  departmentRestored,
  memberEntered,
  memberLeft,
  memberCorrected,
  memberSucceeded,
] as const
