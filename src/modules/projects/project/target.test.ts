import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reachOf, targetLabel } from './target.ts'

const at = (value: string, direction: 'at_least' | 'at_most' | 'exactly', result: string | null) =>
  reachOf({ value, unit: '件', direction, result })

describe('a target', () => {
  test('of twenty at most is not reached with twenty-three', () => {
    expect(at('20', 'at_most', '23')).toEqual({ reached: false })
    expect(at('20', 'at_most', '20')).toEqual({ reached: true })
    expect(at('0', 'exactly', '０')).toEqual({ reached: true })
    expect(at('0', 'exactly', '1')).toEqual({ reached: false })
  })

  test('says how far it was reached where more is better', () => {
    expect(at('40', 'at_least', '３０')).toEqual({ reached: false, share: { value: 40, result: 30, percent: 75 } })
    expect(at('1,000', 'at_least', '999')?.share?.percent).toBe(99)
  })

  test('without a result, or with one that cannot be counted, is not judged', () => {
    expect(at('40', 'at_least', null)).toBeUndefined()
    expect(at('40', 'at_least', 'おおむね')).toBeUndefined()
    expect(at('多く', 'at_most', '3')).toBeUndefined()
  })

  test('is said with its side', () => {
    expect(targetLabel({ value: '1,200', unit: '人', direction: 'at_least' })).toBe('1,200人以上')
    expect(targetLabel({ value: '20', unit: '件', direction: 'at_most' })).toBe('20件以下')
    expect(targetLabel({ value: '全員', unit: '', direction: 'at_least' })).toBe('全員')
  })

  test('is reached on its own side of the value and nowhere else, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (aim, got) => {
        const [more, less, same] = (['at_least', 'at_most', 'exactly'] as const).map(
          (direction) => at(String(aim), direction, String(got))!.reached,
        )
        expect([more, less, same]).toEqual([got >= aim, got <= aim, got === aim])
        const percent = at(String(aim), 'at_least', String(got))!.share?.percent
        if (percent !== undefined) expect(percent >= 100).toBe(got >= aim)
      }),
    )
  })
})
