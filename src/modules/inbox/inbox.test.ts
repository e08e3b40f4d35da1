import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../platform/time/index.ts'
import type { Waiting } from '../../platform/waiting.ts'
import { byUrgency, urgencyOf } from './inbox.ts'

const day = '2026-11-25'
const one = (title: string, since: string, due?: string): Waiting => ({
  href: `/${title}`,
  title,
  kind: '続きを書く',
  since: new Date(since),
  due,
  who: '会',
})

describe('what waits for a person', () => {
  test('what is overdue comes first, what is due soon next, then what has waited longest', () => {
    const sorted = [
      one('一年先の期限', '2026-11-01', '2027-11-25'),
      one('きのう届いた', '2026-11-24'),
      one('あさって期限', '2026-11-20', '2026-11-27'),
      one('ずっと待っている', '2026-04-01'),
      one('期限を一日過ぎた', '2026-11-20', '2026-11-24'),
      one('期限を十日過ぎた', '2026-11-22', '2026-11-15'),
    ].sort(byUrgency(day))
    expect(sorted.map(({ title }) => title)).toEqual([
      '期限を十日過ぎた',
      '期限を一日過ぎた',
      'あさって期限',
      'ずっと待っている',
      '一年先の期限',
      'きのう届いた',
    ])
  })

  test('the last day itself is not overdue, and a fortnight before it begins to press', () => {
    const of = (days: number) => urgencyOf({ due: addDays(day, days) }, day)
    expect([-1, 0, 14, 15].map(of)).toEqual(['overdue', 'soon', 'soon', 'open'])
    expect(urgencyOf({}, day)).toBe('open')
  })

  test('stands in one order, however it was gathered', () => {
    const some = fc.record({
      since: fc.integer({ min: 0, max: 400 }),
      due: fc.option(fc.integer({ min: -40, max: 40 })),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (list) => {
        const all = list.map(({ since, due }, at) =>
          one(String(at), addDays('2025-10-01', since), due === null ? undefined : addDays(day, due)),
        )
        const key = ({ since, due }: Waiting) => [since.getTime(), due]
        const sorted = [...all].sort(byUrgency(day)).map(key)
        expect([...all].reverse().sort(byUrgency(day)).map(key)).toEqual(sorted)
      }),
    )
  })
})
