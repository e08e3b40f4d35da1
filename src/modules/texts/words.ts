export const fieldNames = {
  title: '題名',
  kind: '種類',
  form: '形',
  purpose: '目的',
  starts_on: '始まりの日',
  ends_on: '終わりの日',
  sunset_on: '見直しの日',
  note: '変更の理由',
}

export const rowNames = {
  parties: '当事者',
  targets: '目標',
  roles: '役割',
  money: '費用',
  free: '加える条文',
}

export const cellNames = {
  parties: { party: '名前' },
  targets: {
    indicator: '何で測るか',
    value: 'めざす値',
    unit: '単位',
    direction: '達成の見方',
    by: 'いつまでに',
  },
  roles: { party: '当事者', does: 'すること', kind: '持ち寄るものの種類', brings: '持ち寄るもの' },
  money: { party: '負担する当事者', yen: '金額', for: '何のために' },
  free: { heading: '見出し', text: '条文' },
}
