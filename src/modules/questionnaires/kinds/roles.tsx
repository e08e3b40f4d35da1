import { rowsKind } from './rows.tsx'

export const roles = rowsKind([
  { key: 'party', label: '誰が', kind: 'text', required: true, whose: true },
  { key: 'does', label: '何をするか', kind: 'long', required: true },
  { key: 'brings', label: '持ち寄るもの（人・物・お金・場所・知識など）', kind: 'text', required: false },
])
