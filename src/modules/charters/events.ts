import { publicEvent } from '../../platform/record/event.ts'

export const applied = publicEvent<{ version: string; on: string }>('charter.applied', () => '指針の版を適用しました')

export const events = [applied] as const
