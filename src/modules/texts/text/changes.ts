import { dateLabel } from '../../../platform/time/index.ts'
import { targetWords } from './targets.ts'
import { type AgreedText, resourceLabels, yenWords } from './text.ts'

export interface Change {
  label: string
  before?: string
  after?: string
}

export function changesBetween(before: AgreedText, after: AgreedText): Change[] {
  const [old, now] = [partsOf(before), partsOf(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((label) => {
    const change = { label, before: old.get(label), after: now.get(label) }
    return change.before === change.after ? [] : [change]
  })
}

function partsOf(text: AgreedText): Map<string, string> {
  const name = (id: string) => text.parties.find(({ party_id }) => party_id === id)?.name ?? 'すべての当事者'
  const targets = text.targets.map((one) => `${one.indicator}　${targetWords(one)}（${dateLabel(one.by)}まで）`)
  const roles = text.roles.map(
    ({ party_id, does, brings }) =>
      `${name(party_id)}　${does}${brings ? `（${resourceLabels[brings.kind]}　${brings.words}）` : ''}`,
  )
  const parts: [string, string][] = [
    ['題名', `${text.title}　${text.kind}`],
    ['当事者', text.parties.map((one) => `${one.mark}　${one.name}`).join('\n')],
    ...text.articles.map((one): [string, string] => [`条文　${one.heading}`, one.paragraphs.join('\n')]),
    ['別表　目標', targets.join('\n')],
    ['別表　役割', roles.join('\n')],
    ['別表　費用', text.money.map((one) => `${name(one.party_id)}　${yenWords(one.yen)}　${one.for}`).join('\n')],
  ]
  return new Map(parts.filter(([, words]) => words))
}
