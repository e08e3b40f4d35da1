import { plainFigures, trimmed, wholeNumber } from '../../../platform/fields/index.ts'
import { type Draft, day, fitting, isEmpty, limits, type Wrong } from './draft.ts'
import { directions, type Target } from './targets.ts'
import { type Role, resources, type Share } from './text.ts'

function readRows<R extends Record<string, string | undefined>, Read>(
  rows: readonly R[] | undefined,
  name: string,
  read: (row: R, at: string) => Read,
): Read[] {
  return (rows ?? []).flatMap((row, index) => (isEmpty(row) ? [] : [read(row, `${name}.${index}`)]))
}

export function readTargets(draft: Draft, wrong: Wrong): Target[] {
  return readRows(draft.targets, 'targets', (row, at) => {
    const value = plainFigures(row.value ?? '')
    if (!trimmed(row.indicator)) wrong(`${at}.indicator`, '何で測るかを入力してください（例　参加した人の数）。')
    if (!/^\d{1,12}(\.\d{1,4})?$/.test(value)) wrong(`${at}.value`, 'めざす値を数字で入力してください。')
    const by = day(row.by, `${at}.by`, 'いつまでの目標かを入力してください。', wrong) ?? ''
    const indicator = fitting(row.indicator, limits.words, `${at}.indicator`, wrong)
    const unit = fitting(row.unit, limits.unit, `${at}.unit`, wrong)
    const said = /以上|以下|以内|未満|ちょうど|超/.exec(unit)?.[0]
    if (said)
      wrong(`${at}.unit`, `単位だけを入力してください。「${said}」にあたることは、となりの「達成の見方」で選びます。`)
    const direction = row.direction ? directions.find((one) => one === row.direction) : 'at_least'
    if (!direction) wrong(`${at}.direction`, '達成の見方を選んでください。')
    return { indicator, value, unit, by, direction }
  })
}

export function readRoles(draft: Draft, named: ReadonlySet<string>, wrong: Wrong): Role[] {
  return readRows(draft.roles, 'roles', (row, at) => {
    const party_id = row.party ?? ''
    if (party_id !== 'all' && !named.has(party_id)) wrong(`${at}.party`, 'どの当事者の役割かを選んでください。')
    if (!trimmed(row.does)) wrong(`${at}.does`, 'すること（役割）を入力してください。')
    const words = fitting(row.brings, limits.words, `${at}.brings`, wrong)
    const kind = resources.find((one) => one === row.kind)
    if (words && !kind) wrong(`${at}.kind`, '持ち寄るものの種類を選んでください。')
    const does = fitting(row.does, limits.purpose, `${at}.does`, wrong)
    return { party_id, does, brings: words && kind ? { kind, words } : null }
  })
}

export function readMoney(draft: Draft, named: ReadonlySet<string>, wrong: Wrong): Share[] {
  return readRows(draft.money, 'money', (row, at) => {
    const yen = wholeNumber(row.yen ?? '')
    if (!named.has(row.party ?? '')) wrong(`${at}.party`, 'どの当事者が負担するかを選んでください。')
    if (yen === undefined) wrong(`${at}.yen`, '金額を、円の数字で入力してください。')
    if (!trimmed(row.for)) wrong(`${at}.for`, '何のためのお金かを入力してください。')
    return { party_id: row.party ?? '', yen: yen ?? 0, for: fitting(row.for, limits.words, `${at}.for`, wrong) }
  })
}

export function readFreeClauses(draft: Draft, wrong: Wrong) {
  return readRows(draft.free, 'free', (row, at) => {
    const heading = fitting(row.heading, limits.heading, `${at}.heading`, wrong)
    const text = fitting(row.text, limits.clause, `${at}.text`, wrong)
    if (!heading) wrong(`${at}.heading`, '条文の見出しを入力してください。')
    if (!text) wrong(`${at}.text`, '条文を入力してください。')
    return { key: `free-${Number(at.slice('free.'.length)) + 1}`, heading, text }
  })
}
