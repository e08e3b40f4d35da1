import type { Party } from '../tables.ts'

export function searchableParty(party: Party & { published_at: Date }) {
  return {
    kind: 'party',
    id: party.id,
    ref: String(party.number),
    title: party.name,
    text: [party.kana, party.purpose, party.activity].join('\n'),
    facets: [`kind:${party.kind}`, ...(party.ward ? [`ward:${party.ward}`] : [])],
    at: party.published_at,
  }
}
