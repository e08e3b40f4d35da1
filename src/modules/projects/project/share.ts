import type { PartyIn } from '../tables.ts'

/** What one party does, brings and pays in a project. */
export type Share = Pick<PartyIn, 'role' | 'does' | 'brings' | 'money_yen'>

export const shareLabels: Record<keyof Share, string> = {
  role: '立場',
  does: 'すること',
  brings: '持ち寄るもの',
  money_yen: '出す額',
}

export const shareParts = ['role', 'does', 'brings', 'money_yen'] as const

export const noShare: Share = { role: '', does: '', brings: '', money_yen: null }

export const shareOf = ({ role, does, brings, money_yen }: Share): Share => ({ role, does, brings, money_yen })

/** Whether anything is said about what the party does, brings or pays. */
export const hasShare = (share: Partial<Share>): boolean =>
  shareParts.some((part) => (share[part] ?? noShare[part]) !== noShare[part])
