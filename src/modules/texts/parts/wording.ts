import type { Wording } from '../../../platform/web/index.ts'
import { clausesOf, type Model } from '../text/clauses.ts'
import type { RegisteredParty } from '../text/parties.ts'
import { directionLabels } from '../text/targets.ts'
import { resourceLabels } from '../text/text.ts'
import { cellNames, fieldNames, rowNames } from '../words.ts'

const fields: Record<string, string> = fieldNames
const lists: Record<string, string> = rowNames
const cells: Record<string, Record<string, string>> = cellNames
const chosen: Record<string, string> = { ...directionLabels, ...resourceLabels, yes: 'はい', all: 'すべての当事者' }

/** The fields of a draft in words. */
export function draftWording(clauses: readonly Model[], known: readonly RegisteredParty[]): Wording {
  return {
    label: (name) => labelOf(name, clauses),
    text: (name, value) =>
      /\.(use|kind|direction|party)$/.test(name)
        ? (known.find(({ party_id }) => party_id === value)?.name ?? chosen[value])
        : undefined,
  }
}

function labelOf(name: string, clauses: readonly Model[]): string {
  const [list = '', at, cell = ''] = name.split('.')
  if (!at) return fields[list] ?? list
  if (list !== 'clauses') return `${lists[list] ?? list} ${Number(at) + 1}　${cells[list]?.[cell] ?? ''}`
  const heading = clausesOf(clauses).find(({ key }) => key === at)?.heading ?? at
  return cell === 'use' ? `「${heading}」の条文を入れる` : `条文　${heading}`
}
