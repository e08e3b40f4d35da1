import type { VerbPage } from '../../../platform/web/action/index.ts'
import { DateField } from '../../../ui/index.ts'
import { OwnPaper } from '../parts/own-paper.tsx'
import type { Membership } from '../subject.tsx'

const hint =
  'この日までは役割が続きます。誤って加えた方のときは、役割が始まる日の前の日を入力してください。はじめから役割がなかったことになります。'

export function EndOfRole({ frame, form, thing }: VerbPage<Membership>) {
  return (
    <>
      <OwnPaper frame={frame} form={form} party={thing.party} />
      <DateField form={form} name="ends_on" label="役割が終わる日" hint={hint} required />
    </>
  )
}
