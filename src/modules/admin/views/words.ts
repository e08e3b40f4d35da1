import type { Module } from '../../../platform/module.ts'
import { type EventSpec, eventOf } from '../../../platform/record/event.ts'
import { tell } from '../../../platform/record/index.ts'
import { jobWords, roleNames } from '../words.ts'

/** What the record says of people and their posts, and of work that was tried again: for the city's staff alone. */
export const events: Record<string, EventSpec> = {
  'person.invited': { says: () => '職員を招きました', audience: 'staff' },
  'person.post-ended': {
    says: ({ role }) => `「${roleNames[role as keyof typeof roleNames] ?? '役割'}」の役割を終えました`,
    audience: 'staff',
  },
  'person.reset-asked': {
    says: ({ reason }) => `確認コードの登録を取り消す手続きを始めました（理由　${reason}）`,
    audience: 'staff',
  },
  'person.second-factor-reset': {
    says: () => '確認コードの登録を取り消し、ご本人にメールでお知らせしました',
    audience: 'staff',
  },
  'person.second-factor-kept': {
    says: ({ result }) =>
      result === 'elsewhere'
        ? 'ほかの市でも役割をお持ちのため、この市からは確認コードの登録を取り消せませんでした。システムの運用の担当に頼んでください'
        : 'アカウントが見つからず、確認コードの登録を取り消せませんでした',
    audience: 'staff',
  },
  'job.retried': {
    says: ({ job }) => `止まっていた作業「${jobWords(String(job))}」をもう一度試しました`,
    audience: 'staff',
  },
}

/** An entry of the city's record in its module's words. */
export function entryWords(
  modules: readonly Module[],
  { kind, payload }: { kind: string; payload: Record<string, unknown> | null },
): string {
  return tell(eventOf([...modules, { events }], kind), payload ?? {}) ?? kind
}
