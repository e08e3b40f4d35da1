import type { VerbPage } from '../../../platform/web/action/index.ts'
import { Confirmation } from '../../../site/index.ts'
import { Notice } from '../../../ui/index.ts'
import { label, programme } from '../../charters/index.ts'
import { type Department, DepartmentField } from '../parts/department.tsx'
import type { Proposal } from '../tables.ts'

/** Puts the conditions of the programme before the officer, above the confirmation. */
export function AcceptancePage(props: VerbPage<Proposal, Department[]>) {
  return (
    <>
      <ToCheck {...props} />
      <Confirmation {...props} />
    </>
  )
}

function ToCheck({ frame, thing }: VerbPage<Proposal, Department[]>) {
  const found = programme(thing.charter, thing.programme)
  const needs = found?.tracks.find(({ key }) => key === thing.track)?.proposerNeeds ?? []
  const excludes = found?.excludes ?? []
  if (needs.length + excludes.length === 0) return null
  return (
    <Notice heading="受理する前に確かめること">
      <ul>
        {needs.map((one) => (
          <li>{label(one.label, frame.lang)}</li>
        ))}
        {excludes.map((one) => (
          <li>{`対象外に当たらないこと：${label(one.label, frame.lang)}`}</li>
        ))}
      </ul>
    </Notice>
  )
}

export function GivenDepartment({ form, extra }: VerbPage<Proposal, Department[]>) {
  return <DepartmentField form={form} departments={extra} />
}
