import { event } from '../../platform/record/event.ts'
import { dateLabel } from '../../platform/time/index.ts'
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

export const memberEntered = event<{ role: MembershipRole }>('party.member-entered', {
  audience,
  says: () => '構成員を加えました',
})

const memberLeft = event('party.member-left', { audience, says: () => '構成員の役割が終わりました' })

export const events = [
  registered,
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
] as const
