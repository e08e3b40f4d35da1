import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AgreementText, Target } from '../tables.ts'
import { canonical, digestOf, isReached, targetWords } from './text.ts'

const text: AgreementText = {
  format: 1,
  number: '令8-協定-0001',
  version: 1,
  kind: '協定書',
  title: '花壇',
  parties: [
    { mark: '甲', party_id: 'group', name: 'みどりの会', is_city: false },
    { mark: '乙', party_id: 'office', name: '公園課', is_city: true },
  ],
  preamble: '甲と乙は、次のとおり取り決める。',
  purpose: '土手に咲く花を、佐藤花子さんと育てる。',
  targets: [{ indicator: '人数', value: '240', unit: '人', by: '2027-03-31' }],
  roles: [{ party_id: 'group', does: '人を集める', brings: { kind: 'people', words: '会員' } }],
  money: [{ party_id: 'office', yen: 300_000, for: '苗' }],
  starts_on: '2026-12-01',
  ends_on: '2027-03-31',
  sunset_on: null,
  articles: [{ key: 'purpose', heading: '目的', paragraphs: ['土手に咲く花を、佐藤花子さんと育てる。'] }],
  closing: '両者は署名する。',
}

describe('the digest', () => {
  const json = fc.jsonValue({ maxDepth: 3 })

  test('does not know the order of keys', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, turned(inner)]),
      )
    }
    fc.assert(
      fc.property(json, (value) => {
        expect(canonical(turned(value))).toBe(canonical(value))
      }),
    )
    expect(digestOf(turned(text) as AgreementText)).toBe(digestOf(text))
  })

  test('two texts have the same canonical form only when they are the same', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        const same = canonical(JSON.parse(canonical(a))) === canonical(JSON.parse(canonical(b)))
        expect(canonical(a) === canonical(b)).toBe(same)
        expect(JSON.parse(canonical(a))).toEqual(JSON.parse(JSON.stringify(a)))
      }),
    )
  })

  test('any change to any word, number, date or order of the text changes it', () => {
    const places = placesIn(text)
    expect(places.length).toBeGreaterThan(30)
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.string({ minLength: 1, unit: 'grapheme' }), (path, more) => {
        const changed = structuredClone(text)
        const at = path.slice(0, -1).reduce((value, step) => value[step] as Tree, changed as unknown as Tree)
        const last = path.at(-1)!
        at[last] = typeof at[last] === 'number' ? (at[last] as number) + 1 : `${String(at[last])}${more}`
        expect(digestOf(changed)).not.toBe(digestOf(text))
      }),
    )
    expect(digestOf({ ...text, parties: [...text.parties].reverse() })).not.toBe(digestOf(text))
  })

  test('the same text read back from where it is kept has the same digest', () => {
    expect(digestOf(JSON.parse(JSON.stringify(text)))).toBe(digestOf(text))
  })
})

type Tree = Record<string | number, unknown>

/** The way to every value in the text. */
function placesIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) =>
    placesIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

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
    for (const got of ['', ' ', 'たくさん', '20件']) expect(isReached(of('at_most'), got)).toBeUndefined()
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
