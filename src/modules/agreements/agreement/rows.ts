import { plainFigures, trimmed, wholeNumber } from '../../../platform/fields/index.ts'
import { parseJapaneseDate } from '../../../platform/time/index.ts'
import { type Draft, directions, type Resource, resources } from '../tables.ts'
import type { Agreed } from './agreed.ts'
import { fitting, isEmpty, limits, type Wrong } from './draft.ts'

export function readTargets(draft: Draft, wrong: Wrong): Agreed['targets'] {
  return (draft.targets ?? []).flatMap((row, index) => {
    if (isEmpty(row)) return []
    const at = `targets.${index}`
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
    return [{ indicator, value, unit, by, direction }]
  })
}

export function readRoles(draft: Draft, named: ReadonlySet<string>, wrong: Wrong): Agreed['roles'] {
  return (draft.roles ?? []).flatMap((row, index) => {
    if (isEmpty(row)) return []
    const at = `roles.${index}`
    const party_id = row.party ?? ''
    if (party_id !== 'all' && !named.has(party_id)) wrong(`${at}.party`, 'どの当事者の役割かを選んでください。')
    if (!trimmed(row.does)) wrong(`${at}.does`, 'すること（役割）を入力してください。')
    const words = fitting(row.brings, limits.words, `${at}.brings`, wrong)
    const kind = resources.find((one) => one === row.kind)
    if (words && !kind) wrong(`${at}.kind`, '持ち寄るものの種類を選んでください。')
    return [
      {
        party_id,
        does: fitting(row.does, limits.purpose, `${at}.does`, wrong),
        brings: words && kind ? { kind: kind as Resource, words } : null,
      },
    ]
  })
}

export function readMoney(draft: Draft, named: ReadonlySet<string>, wrong: Wrong): Agreed['money'] {
  return (draft.money ?? []).flatMap((row, index) => {
    if (isEmpty(row)) return []
    const at = `money.${index}`
    const yen = wholeNumber(row.yen ?? '')
    if (!named.has(row.party ?? '')) wrong(`${at}.party`, 'どの当事者が負担するかを選んでください。')
    if (yen === undefined) wrong(`${at}.yen`, '金額を、円の数字で入力してください。')
    if (!trimmed(row.for)) wrong(`${at}.for`, '何のためのお金かを入力してください。')
    return [{ party_id: row.party ?? '', yen: yen ?? 0, for: fitting(row.for, limits.words, `${at}.for`, wrong) }]
  })
}

export function day(value: string | undefined, name: string, sentence: string, wrong: Wrong): string | null {
  const read = optionalDay(value, name, sentence, wrong)
  if (read === null) wrong(name, sentence)
  return read
}

export function optionalDay(value: string | undefined, name: string, sentence: string, wrong: Wrong): string | null {
  if (!trimmed(value)) return null
  const read = parseJapaneseDate(value!)
  if (!read) wrong(name, `${sentence}（例　令和8年4月1日）`)
  return read ?? null
}
