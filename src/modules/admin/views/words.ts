import type { EventSpec } from '../../../platform/module.ts'
import { tell } from '../../../platform/record/index.ts'
import { agreements } from '../../agreements/index.ts'
import { charters } from '../../charters/index.ts'
import { evaluations } from '../../evaluations/index.ts'
import { parties } from '../../parties/index.ts'
import { programmes } from '../../programmes/index.ts'
import { projects } from '../../projects/index.ts'
import { proposals } from '../../proposals/index.ts'
import { roleNames } from '../forms.ts'

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
export function entryWords({ kind, payload }: { kind: string; payload: Record<string, unknown> | null }): string {
  const modules = [charters, parties, programmes, proposals, agreements, projects, evaluations, { events }]
  const spec = modules.find((module) => module.events?.[kind])?.events?.[kind]
  return tell(spec, payload ?? {}) ?? kind
}

const subjects: [RegExp, string][] = [
  [/agreement/, '協定'],
  [/proposal/, '提案'],
  [/evaluation/, '評価'],
  [/project/, '事業'],
  [/charter/, '指針'],
]

/** A job as an administrator reads it. */
export function jobWords(job: string): string {
  if (job === 'mail.send') return 'メールを送る'
  if (job === 'auth.sign-in-link') return 'サインインのメールを書く'
  if (job === 'account.invite') return '登録の案内をつくる'
  if (job === 'account.reset') return '確認コードの登録を取り消す'
  if (job.startsWith('timed housekeeping')) return '古い控えを片付ける'
  const subject = subjects.find(([pattern]) => pattern.test(job))?.[1]
  if (job.startsWith('timed ')) return `${subject ?? '市'}についての、毎日の見回り`
  if (job.includes('mail')) return `${subject ?? '手続き'}についてのお知らせを書く`
  return `${subject ?? '手続き'}のできごとを、関係する記録に写す`
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
  [/ENOSPC|EDQUOT/i, '保存する場所がいっぱいです。空きをつくってから、もう一度試してください。'],
  [
    /No module knows the job/,
    'この作業を知らない、古い版のプログラムが動いています。プログラムを新しくしてから、もう一度試してください。',
  ],
]

/** Why a job stopped, in a plain sentence, with what to do; a refusal's own sentence is one already. */
export function reasonWords(error: string): string {
  const known = reasons.find(([pattern]) => pattern.test(error))?.[1]
  if (known) return known
  if (/[ぁ-ん].*。$/.test(error)) return error
  return 'プログラムの中で問題が起きました。もう一度試しても止まるときは、下の記録を添えて、システムの運用の担当に知らせてください。'
}
