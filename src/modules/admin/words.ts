import { letters } from '../../platform/letters/index.ts'
import type { Module } from '../../platform/module.ts'
import { recording } from '../../platform/record/erasure.ts'
import { eventOf } from '../../platform/record/event.ts'
import { entrySentence } from '../../platform/record/index.ts'
import type { PostRole } from '../parties/index.ts'

export const roleNames: Record<PostRole, string> = {
  section: '協働の担当課の職員',
  department: '担当課の職員',
  administrator: 'システム管理者',
  coordinator: 'コーディネーター',
  reviewer: '審査委員',
}

/** Jobs without a module of their own, or with a person waiting for them. */
const jobNames: Record<string, string> = {
  'mail.send': 'メールを送る',
  'letter.render': '通知の書面をつくる',
  'timed record.anchor': '記録の見出しを控える',
  'auth.sign-in-link': 'サインインのメールを書く',
  'account.invite': '登録の案内をつくる',
  'account.reset': '確認コードの登録を取り消す',
}

/** Returns a job in words; a module's jobs are named by its noun. */
export function jobWords(job: string, modules: readonly Module[]): string {
  const known = jobNames[job]
  if (known) return known
  if (job.startsWith('timed housekeeping')) return '古い控えを片付ける'
  const [, timed, kind, reacting] = /^(?:timed (\S+)|on (\S+) in (\S+))$/.exec(job) ?? []
  const owner = modules.find(
    ({ jobs = [], events = [] }) => jobs.some(({ name }) => name === job) || events.some((one) => one.kind === kind),
  )
  const noun = owner?.lifecycles?.[0]?.name
  if (timed) return `${noun ?? '市'}についての、毎日の見回り`
  if (owner && owner.name === reacting) return `${noun ?? '手続き'}についてのお知らせを書く`
  return `${noun ?? '手続き'}のできごとを、関係する記録に写す`
}

export function entryWords(
  { kind, payload }: { kind: string; payload: Record<string, unknown> | null },
  modules: readonly Module[],
): string {
  return entrySentence(eventOf([...modules, letters, recording], kind), payload ?? {}) ?? kind
}

const reasons: [RegExp, string][] = [
  [
    /ECONNREFUSED|ECONNRESET|ENOTFOUND|EHOSTUNREACH|ETIMEDOUT|EAI_AGAIN|getaddrinfo|timed? ?out|Greeting never received/i,
    '送り先のサーバーにつながりませんでした。メールのサーバーが動いているか、設定とネットワークを確かめてください。',
  ],
  [
    /EAUTH|535|authenticat/i,
    'メールのサーバーが、設定された利用者名とパスワードを受け付けませんでした。設定を確かめてください。',
  ],
  [
    /EENVELOPE|\b55\d\b|recipient|no such user|mailbox unavailable/i,
    'あて先に届けられませんでした。メールアドレスが正しいか、ご本人に確かめてください。',
  ],
  [
    /certificate|self.signed|TLS|SSL/i,
    'メールのサーバーの証明書を確かめられませんでした。サーバーの設定を確かめてください。',
  ],
  [/EACCES|EROFS|EPERM|EISDIR/, 'ファイルに書けませんでした。置き場所の持ち主と権限を確かめてください。'],
  [/ENOSPC|EDQUOT/i, '保存する場所がいっぱいです。空きをつくってから、もう一度試してください。'],
  [
    /No module knows the job/,
    'この作業を知らない、古い版のプログラムが動いています。プログラムを新しくしてから、もう一度試してください。',
  ],
]

/** Returns why a job failed and what to do; a refusal already is such a sentence. */
export function reasonWords(error: string): string {
  const known = reasons.find(([pattern]) => pattern.test(error))?.[1]
  if (known) return known
  if (/[ぁ-ん].*。$/.test(error)) return error
  return 'プログラムの中で問題が起きました。もう一度試しても止まるときは、下の記録を添えて、システムの運用の担当に知らせてください。'
}
