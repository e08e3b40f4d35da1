import { rowsKind } from './rows.tsx'

export const parties = rowsKind([
  { key: 'name', label: '団体・担当課などの名前', kind: 'text', required: true, whose: true },
  { key: 'part', label: '関わり方', kind: 'text', required: false },
])
