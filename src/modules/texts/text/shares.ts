import type { AgreedText, Role } from './text.ts'

/** The roles of one party: its own lines, and those of all alike. */
export const rolesIn = ({ roles }: Pick<AgreedText, 'roles'>, party_id: string): Role[] =>
  roles.filter((role) => role.party_id === party_id || role.party_id === 'all')

/** One party's share of a text: what it does, brings and pays, by its own lines and those of all. */
export function shareIn(text: Pick<AgreedText, 'roles' | 'money'>, party_id: string) {
  const mine = rolesIn(text, party_id)
  const yen = text.money.filter((one) => one.party_id === party_id).reduce((sum, one) => sum + one.yen, 0)
  return {
    does: mine.map(({ does }) => does).join('\n'),
    brings: mine.flatMap(({ brings }) => (brings?.words ? [brings.words] : [])).join('、'),
    money_yen: yen || null,
  }
}

/** The sum of all shares, in whole yen; null where the text speaks of no money. */
export function costIn({ money }: Pick<AgreedText, 'money'>): number | null {
  return money.length > 0 ? money.reduce((sum, { yen }) => sum + yen, 0) : null
}
