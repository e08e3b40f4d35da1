import type { AgreedText, Role } from './text.ts'

/** Returns the roles of one party: its own, and those of all parties. */
export const rolesIn = ({ roles }: Pick<AgreedText, 'roles'>, party_id: string): Role[] =>
  roles.filter((role) => role.party_id === party_id || role.party_id === 'all')

/** Returns the part of one party in a text: its roles, its contributions and its sum. */
export function shareIn(text: Pick<AgreedText, 'roles' | 'money'>, party_id: string) {
  const mine = rolesIn(text, party_id)
  const yen = text.money.filter((one) => one.party_id === party_id).reduce((sum, one) => sum + one.yen, 0)
  return {
    does: mine.map(({ does }) => does).join('\n'),
    brings: mine.flatMap(({ brings }) => (brings?.words ? [brings.words] : [])).join('、'),
    money_yen: yen || null,
  }
}

/** Returns the sum of all shares in whole yen; null where the text has no money clause. */
export function costIn({ money }: Pick<AgreedText, 'money'>): number | null {
  return money.length > 0 ? money.reduce((sum, { yen }) => sum + yen, 0) : null
}
