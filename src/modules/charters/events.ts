import { publicEvent } from '../../platform/record/event.ts'
import { attests } from './attested.ts'

export const applied = publicEvent<{ version: string; on: string }>('charter.applied', () => '指針の版を適用しました', {
  attests,
})

export const events = [applied] as const
