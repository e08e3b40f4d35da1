import { about } from '../../../platform/record/event.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { plainDateLabel, today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { departmentAdded } from '../events.ts'
import { mayAddDepartment } from '../may.ts'
import { NewDepartmentForm } from '../party/department.ts'
import { cityKind } from '../party/labels.ts'
import { findCityItself } from '../queries/departments.ts'
import { organisation } from '../subject.tsx'
import { urls } from '../urls.ts'
import { insertParty } from '../writes/parties.ts'
import { NewDepartmentFields } from './department.page.tsx'

/** The section adds a department or ward to the city's organisation. */
export const addDepartment = action(organisation, {
  path: 'new',
  who: mayAddDepartment,
  form: NewDepartmentForm,
  blank: (_, { now }) => ({ starts_on: plainDateLabel(today(now)) }),
  label: '部署を加える',
  confirm: '加える',
  before: () => ['部署の名前と仕事の内容は、すぐに公開されます。電話番号とメールアドレスは公開しません。'],
  fields: NewDepartmentFields,
  undo: { by: 'end' },
  do: async (act, { charter }, { ward, ...input }) => {
    if (ward && !charter.territory.units.some(({ key }) => key === ward))
      throw new Invalid({ ward: '地区を、一覧から選んでください。' })
    const city = await findCityItself(act.tx)
    const party = await insertParty(
      { db: act.tx, now: act.now },
      {
        ...input,
        ward,
        kind: cityKind(charter, ward !== ''),
        unit: ward ? 'ward' : 'department',
        is_city: true,
        parent_id: city?.id,
        published: 'yes',
      },
      act.actor.channel,
    )
    return made(about(departmentAdded({ name: party.name }), party), party)
  },
  done: ({ made: party }) => `「${party.name}」を加えました。`,
  then: ({ city }, { made: party }) => urls.show({ city, number: String(party.number) }),
})
