import type { FormState } from '../../platform/web/form.ts'

export const exampleForm: FormState = {
  action: '/ui',
  csrf: 'example',
  key: 'example',
  values: {
    title: '川沿いの花壇をみんなで育てる',
    summary: '三つの町会と高校の園芸部が、月に二度、川沿いの花壇を手入れします。',
    field: 'environment',
    form: 'joint',
    wards: ['north', 'east'],
    starts_on: '令和8年6月1日',
    budget_yen: '300,000',
    people: '24',
    email: 'midori@example.jp',
    'targets.0.indicator': '手入れに加わった人の数',
    'targets.0.value': '240',
    'targets.1.indicator': '花の咲いている月の数',
    'targets.1.value': '10',
  },
  errors: {},
  files: { plan: [{ id: 'f1', sha256: '0', name: '花壇の計画図.pdf', type: 'application/pdf', bytes: 482_113 }] },
}

export const exampleFormWithErrors: FormState = {
  ...exampleForm,
  revision: '3',
  values: { ...exampleForm.values, title: '', starts_on: '4月のはじめ', budget_yen: '三十万くらい' },
  errors: {
    title: '提案の題名を入力してください。',
    starts_on: '始める日を、令和8年6月1日のように入力してください。',
    budget_yen: '金額を、300000のように数字で入力してください。',
    '': '募集の締切りを過ぎているため、提出できません。下書きとして残しました。',
  },
}
