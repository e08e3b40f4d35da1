import { rowsKind } from './rows.tsx'

/** What is to be reached: an indicator, a value and a date. */
export const targets = rowsKind([
  { key: 'indicator', label: '何で測るか', kind: 'text', required: true },
  { key: 'value', label: 'どこまで', kind: 'text', required: true },
  { key: 'by', label: 'いつまでに', kind: 'text', required: true },
])
