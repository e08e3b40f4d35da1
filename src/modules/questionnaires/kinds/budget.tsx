import { rowsKind } from './rows.tsx'

export const budget = rowsKind([
  {
    key: 'side',
    label: '収入・支出の別',
    kind: 'choice',
    required: true,
    choices: [
      { value: 'income', label: '収入' },
      { value: 'expense', label: '支出' },
    ],
  },
  { key: 'item', label: '項目', kind: 'text', required: true, whose: true },
  { key: 'yen', label: '金額', kind: 'yen', required: true },
  { key: 'note', label: '内訳・説明', kind: 'text', required: false },
])
