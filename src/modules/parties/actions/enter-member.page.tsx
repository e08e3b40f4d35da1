import type { VerbPage } from '../../../platform/web/action/index.ts'
import { OwnPaper } from '../parts/own-paper.tsx'
import { RoleFields } from '../parts/role-fields.tsx'
import type { Registered } from '../subject.tsx'

export function MemberFields({ frame, form, thing }: VerbPage<Registered>) {
  return (
    <>
      <OwnPaper frame={frame} form={form} party={thing} />
      <RoleFields form={form} />
    </>
  )
}
