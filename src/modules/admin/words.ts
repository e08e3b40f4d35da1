import type { PostRole } from '../parties/index.ts'

/** What the posts of staff are called. */
export const roleNames: Record<PostRole, string> = {
  section: '協働の担当課の職員',
  department: '担当課の職員',
  administrator: 'システム管理者',
  coordinator: 'コーディネーター',
  reviewer: '審査委員',
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
