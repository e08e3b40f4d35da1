import type { VerbPage } from '../../../platform/web/action/index.ts'
import { ConfirmPanel, DateField, Notice } from '../../../ui/index.ts'
import { ActingField } from '../parts/acting.tsx'
import { MissingList, missingOf } from '../parts/missing.tsx'
import type { Inside } from '../project/project.ts'

export function StartPage(props: VerbPage<Inside>) {
  const { frame, form, thing, verb, back } = props
  const missing = missingOf(frame.city.slug, thing)
  return (
    <>
      {missing.length > 0 && (
        <Notice kind="warning" heading="始める前に、そろえること">
          <MissingList missing={missing} form={form} />
        </Notice>
      )}
      <ConfirmPanel
        form={form}
        heading={verb.question(thing)}
        consequences={verb.before(props)}
        confirm={verb.confirm(thing, frame.actor)}
        cancel={{ href: back, label: verb.leave(thing) }}
      >
        <ActingField {...props} />
        <DateField
          form={form}
          name="started_on"
          label="始めた日"
          required
          hint="今日までの日を書きます。これから始まる事業は、その日まで「準備中」のままにしておけます。"
        />
      </ConfirmPanel>
    </>
  )
}
