import type { VerbPage } from '../../../platform/web/action/index.ts'
import { PaperField } from '../../../site/index.ts'
import { maySpeakFor } from '../may.ts'
import { RoleFields } from '../parts/role-fields.tsx'
import type { Registered } from '../subject.tsx'

export function MemberFields({ frame, form, thing }: VerbPage<Registered>) {
  return (
    <>
      {!maySpeakFor(frame.actor, thing) && (
        <PaperField
          form={form}
          required
          hint="だれがその役割をもつかは、団体が決めます。団体の方と協働の担当課が見られます。"
        />
      )}
      <RoleFields form={form} />
    </>
  )
}
