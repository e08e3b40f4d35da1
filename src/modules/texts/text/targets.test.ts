import { describe, expect, test } from 'vitest'
import { isReached, type Target, targetWords } from './targets.ts'

describe('a target', () => {
  const of = (direction?: Target['direction']) => ({ value: '20', unit: '件', direction })

  test('of 20件以下 is not reached with 23, and is with 20 and with 3', () => {
    expect(['23', '20', '3', '２０'].map((got) => isReached(of('at_most'), got))).toEqual([false, true, true, true])
  })

  test('is reached from its value up, or with exactly its value, where that is what was agreed', () => {
    expect(['19', '20', '1,200'].map((got) => isReached(of('at_least'), got))).toEqual([false, true, true])
    expect(['19', '20', '20.0', '21'].map((got) => isReached(of('exactly'), got))).toEqual([false, true, true, false])
  })

  test('says nothing about a result that is no number', () => {
    for (const got of ['', ' ', 'たくさん', '20件', '1e1', '-5', '0x10', '1.2.3'])
      expect(isReached(of('at_most'), got)).toBeUndefined()
  })

  test('is read aloud with its side; a text signed before it was asked for keeps its words, and is reached from its value up', () => {
    expect([of('at_least'), of('at_most'), of('exactly'), of()].map(targetWords)).toEqual([
      '20件以上',
      '20件以下',
      'ちょうど20件',
      '20件',
    ])
    expect(targetWords({ value: '1200.5', unit: '㎡', direction: 'at_most' })).toBe('1,200.5㎡以下')
    expect([isReached(of(), '19'), isReached(of(), '21')]).toEqual([false, true])
  })
})
