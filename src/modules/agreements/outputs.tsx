import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db/index.ts'
import { isSection } from '../parties/index.ts'
import { listMissing } from './queries.ts'
import { refOf } from './tables.ts'
import { urls } from './urls.ts'

/** What waits for this person: their signature, and for the section the signatures still missing. */
export async function waitingFor(db: Db, actor: Actor, city: string) {
  const mine = new Set(actor.parties.flatMap(({ party_id, roles }) => (roles.includes('signatory') ? party_id : [])))
  if (!mine.size && !isSection(actor)) return []
  const missing = await listMissing(db, isSection(actor) ? undefined : [...mine])
  return missing.flatMap((row) => {
    const ref = refOf(row)
    const about = { title: row.title, since: row.offered_at! }
    const own = row.missing.filter(({ party_id }) => mine.has(party_id))
    const signs = own.map(({ name }) => ({
      ...about,
      href: urls.signature({ city, ref }),
      kind: '署名する',
      who: name,
    }))
    const others = row.missing.filter(({ party_id }) => !mine.has(party_id)).map(({ name }) => name)
    if (!isSection(actor) || !others.length) return signs
    const who = `${others.slice(0, 3).join('、')}${others.length > 3 ? `ほか${others.length - 3}者` : ''}の署名待ち`
    return [...signs, { ...about, href: urls.show({ city, ref }), kind: '署名を確かめる', who }]
  })
}
