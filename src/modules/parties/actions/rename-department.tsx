import { Invalid } from '../../../platform/refusals.ts'
import { dateLabel, plainDateLabel, today } from '../../../platform/time/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { labelled } from '../../../platform/web/index.ts'
import { mayChangeDepartment } from '../may.ts'
import { RenameForm } from '../party/department.ts'
import { listFormerNames } from '../queries/departments.ts'
import { party } from '../subject.tsx'
import { enterChange } from '../writes/departments.ts'
import { RenameFields } from './department.page.tsx'

/** A department has another name from a day on; what was done before keeps the name of its time. */
export const renameDepartment = action(party, {
  path: 'rename',
  who: mayChangeDepartment,
  form: RenameForm,
  wrong: ({ name: before, starts_on }, { name, on_day }) => ({
    name: name === before ? 'いまと同じ名前です。新しい名前を入力してください。' : undefined,
    on_day:
      starts_on && on_day && on_day <= starts_on
        ? `この部署は${dateLabel(starts_on)}に始まっています。それより後の日にしてください。`
        : undefined,
  }),
  blank: ({ thing: { name, kana } }, { now }) => ({ name, kana, on_day: plainDateLabel(today(now)) }),
  edits: ({ thing: { name, kana } }) => ({ name, kana }),
  wording: () => labelled({ name: '部署の名前', kana: 'ふりがな' }),
  label: '改称する',
  title: ({ name }) => `${name}を改称する`,
  confirm: '改称を登録する',
  tone: 'quiet',
  before: () => [
    '進行中の提案、協定、事業は、その日から新しい名前で表示されます。',
    '署名された協定、通知書、終わった事業には、そのときの名前が残ります。',
    'その日が先のときは、当日の午前0時すぎに自動で変わります。それまでは、取りやめることができます。',
  ],
  fields: RenameFields,
  undo: { by: 'department' },
  fresh: true,
  do: async (act, one, { name, kana, on_day }) => {
    const [latest] = await listFormerNames(act.tx, one.city_id, one.id)
    if (latest && on_day <= latest.until_on)
      throw new Invalid({
        on_day: `前の名前は${dateLabel(latest.until_on)}まで使われています。それより後の日にしてください。`,
      })
    return enterChange(act, one, { kind: 'rename', on_day, name, kana })
  },
  done: '改称を登録しました。',
})
