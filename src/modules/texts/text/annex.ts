import { decimalNumber, plainFigures, wholeNumber } from '../../../platform/fields/index.ts'
import { dateLabel, parseJapaneseDate } from '../../../platform/time/index.ts'
import { cellNames, rowNames } from '../words.ts'
import { type Draft, isEmpty } from './draft.ts'
import { costIn } from './shares.ts'
import { directions, targetWords } from './targets.ts'
import { type AgreedText, partyInText, resourceLabels, resources, yenWords } from './text.ts'

export interface AnnexTable {
  caption: string
  columns: readonly { label: string; width: number; numeric?: true }[]
  rows: string[][]
  total?: string[]
}

const { targets, roles, money } = cellNames

const tables = {
  targets: {
    caption: rowNames.targets,
    columns: [
      { label: targets.indicator, width: 3 },
      { label: targets.value, width: 2, numeric: true },
      { label: targets.by, width: 2 },
    ],
  },
  roles: {
    caption: rowNames.roles,
    columns: [
      { label: roles.party, width: 2 },
      { label: roles.does, width: 4 },
      { label: roles.brings, width: 2 },
    ],
  },
  money: {
    caption: rowNames.money,
    columns: [
      { label: money.party, width: 3 },
      { label: money.yen, width: 2, numeric: true },
      { label: money.for, width: 3 },
    ],
  },
} as const

type Table = keyof typeof tables

const keys = ['targets', 'roles', 'money'] as const

function filled(
  rows: Record<Table, string[][]>,
  above = '',
  sums: Partial<Record<Table, string[]>> = {},
): AnnexTable[] {
  return keys
    .filter((key) => rows[key].length > 0)
    .map((key) => ({ ...tables[key], caption: above + tables[key].caption, rows: rows[key], total: sums[key] }))
}

export function annexOf(text: AgreedText): AnnexTable[] {
  const rows = {
    targets: text.targets.map((one) => [one.indicator, targetWords(one), dateLabel(one.by)]),
    roles: text.roles.map(({ party_id, does, brings }) => [
      partyInText(text, party_id),
      does,
      brings ? `${resourceLabels[brings.kind]}　${brings.words}` : '',
    ]),
    money: text.money.map((one) => [partyInText(text, one.party_id), yenWords(one.yen), one.for]),
  }
  return filled(rows, '別表　', { money: ['合計', yenWords(costIn(text) ?? 0), ''] })
}

export function tablesOfDraft(draft: Draft, nameOf: (party_id: string | undefined) => string): AnnexTable[] {
  return filled({
    targets: written(draft.targets).map((one) => [one.indicator ?? '', aimWords(one), dayWords(one.by)]),
    roles: written(draft.roles).map((one) => [nameOf(one.party), one.does ?? '', broughtWords(one)]),
    money: written(draft.money).map((one) => [nameOf(one.party), yenTyped(one.yen), one.for ?? '']),
  })
}

export const written = <R extends Record<string, string | undefined>>(rows: R[] | undefined): R[] =>
  (rows ?? []).filter((row) => !isEmpty(row))

export function dayWords(typed = ''): string {
  const day = parseJapaneseDate(typed)
  return day ? dateLabel(day) : typed
}

function yenTyped(typed = ''): string {
  const yen = wholeNumber(typed)
  return yen === undefined ? typed : yenWords(yen)
}

function aimWords({ value = '', unit = '', direction }: NonNullable<Draft['targets']>[number]): string {
  if (decimalNumber(value) === undefined) return `${value}${unit}`
  return targetWords({ value: plainFigures(value), unit, direction: directions.find((one) => one === direction) })
}

function broughtWords({ kind, brings }: NonNullable<Draft['roles']>[number]): string {
  const resource = resources.find((one) => one === kind)
  return [resource && resourceLabels[resource], brings].filter(Boolean).join('　')
}
