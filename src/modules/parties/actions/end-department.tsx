import { Invalid } from '../../../platform/refusals.ts'
import { addDays, dateLabel } from '../../../platform/time/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { mayChangeDepartment } from '../may.ts'
import { EndForm } from '../party/department.ts'
import { listDepartments } from '../queries/parties.ts'
import { party } from '../subject.tsx'
import { enterChange } from '../writes/departments.ts'
import { EndFields } from './department.page.tsx'

/** A department ends: it is abolished, merged into one other, or split among several; what is open goes on with the first. */
export const endDepartment = action(party, {
  path: 'end',
  who: mayChangeDepartment,
  form: EndForm,
  wrong: ({ starts_on }, { ends_on }) => ({
    ends_on:
      starts_on && ends_on && ends_on < starts_on
        ? `この部署は${dateLabel(starts_on)}に始まっています。その日か、後の日にしてください。`
        : undefined,
  }),
  load: async ({ db }, { id }) => (await listDepartments(db)).filter((one) => one.id !== id && one.unit !== 'city'),
  label: '廃止・統合・分割する',
  title: ({ name }) => `${name}を廃止する`,
  confirm: '廃止を登録する',
  tone: 'quiet',
  danger: true,
  lead: '統合のときは、なくなる部署のそれぞれで、同じ引き継ぎ先を選んでください。分割のときは、引き継ぐ部署をすべて選んでください。新しくできる部署は、先に「部署を加える」で加えておきます。',
  before: () => [
    '進行中の提案、協定、事業と、この部署の職員の役割は、次の日から引き継ぐ部署に移ります。',
    '引き継ぐ部署を選ばないときは、この部署の職員の役割は終わります。別の部署の役割を、システム管理者が加えてください。',
    '署名された協定、通知書、終わった事業には、そのときの名前が残ります。部署のページも残ります。',
    'その日が先のときは、次の日の午前0時すぎに自動で行います。それまでは、取りやめることができます。',
  ],
  fields: EndFields,
  undo: { by: 'restore' },
  fresh: true,
  do: async (act, one, { ends_on, to, also }) => {
    if (also.length > 0 && !to) throw new Invalid({ to: '進行中の仕事を引き継ぐ部署を、ひとつ選んでください。' })
    const known = new Set((await listDepartments(act.tx)).map(({ id }) => id))
    const successors = [...new Set([to, ...also].filter(Boolean))]
    if (successors.some((id) => !known.has(id) || id === one.id))
      throw new Invalid({ to: '引き継ぐ部署を、一覧から選んでください。' })
    return enterChange(act, one, { kind: 'end', on_day: addDays(ends_on, 1), successors })
  },
  done: '廃止を登録しました。',
})
