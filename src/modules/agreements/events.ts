import { event, publicEvent } from '../../platform/record/event.ts'
import { preparationEvents } from '../../platform/web/action/index.ts'
import { signatures, term, texts } from './attested.ts'

const parties = 'parties'

interface Version {
  version: number
}

/** The text that was put before the parties, by its version number and its digest. */
interface Offered extends Version {
  number: string
  digest: string
  note: string
}

export const started = event<{ title: string; carried?: string[]; left?: string[] }>('agreement.started', {
  audience: parties,
  says: () => '文面を書き始めました',
})

export const offered = event<Offered>('agreement.offered', {
  audience: parties,
  says: () => '文面を決め、すべての当事者に署名を求めました',
  attests: [texts],
})

export const recalled = event<Version & { reason: string }>('agreement.recalled', {
  audience: parties,
  says: ({ reason }) => `文面を案に戻しました（理由　${reason ?? '…'}）`,
})

export const signed = event<Version & { party: string; digest: string }>('agreement.signed', {
  audience: parties,
  says: ({ party }) => `「${party ?? '…'}」が署名しました`,
  attests: [signatures],
})

export const cameIntoForce = publicEvent<{ parties: number }, Version & { number: string }>(
  'agreement.in-force',
  () => 'すべての当事者の署名がそろい、効力をもちました',
  { attests: [term] },
)

export const projectEntered = event<{ title: string; ref: string }>('agreement.project-entered', {
  audience: parties,
  says: ({ title }) => `この取り決めから、事業${title ? `「${title}」` : ''}を登録しました`,
})

export const amendmentBegun = event<Version>('agreement.amendment-begun', {
  audience: parties,
  says: () => '変更の案を書き始めました',
})

export const amendmentDropped = event<{ draft: unknown }>('agreement.amendment-dropped', {
  audience: parties,
  says: () => '変更の案を取りやめました',
})

export const amendmentOffered = event<Offered>('agreement.amendment-offered', {
  audience: parties,
  says: () => '変更の文面を決め、すべての当事者に署名を求めました',
  attests: [texts],
})

export const amended = publicEvent<{ parties: number }, Version & { number: string }>(
  'agreement.amended',
  () => '変更した文面にすべての当事者が署名し、効力をもちました',
  { inTimeline: true, attests: [term] },
)

export const terminated = publicEvent<{ on: string; reason?: string }, { version: number | null; reason: string }>(
  'agreement.terminated',
  ({ reason }) => `取りやめました${reason ? `（理由　${reason}）` : ''}`,
  { inTimeline: true, attests: [term] },
)

export const ended = publicEvent<{ on: string }, { version: number | null }>(
  'agreement.ended',
  () => '決めた期間が終わりました',
  { inTimeline: true, attests: [term] },
)

export const released = publicEvent<{ title: string; number: string }, Version>(
  'agreement.released',
  () => '公開用の写しを公開しました',
)

const retraction = { audience: parties, says: () => '公開を取りやめました' } as const

export const retracted = event('agreement.retracted', retraction)

/** The entries of retractions from before they were called so. */
const formerlyRetracted = event('agreement.withdrawn', retraction)

export const { prepared, dismissed, voided } = preparationEvents('agreement')

export const events = [
  prepared,
  dismissed,
  voided,
  started,
  offered,
  recalled,
  signed,
  cameIntoForce,
  projectEntered,
  amendmentBegun,
  amendmentDropped,
  amendmentOffered,
  amended,
  terminated,
  ended,
  released,
  retracted,
  formerlyRetracted,
] as const
