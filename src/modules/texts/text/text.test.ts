import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aText } from '../../../../test/texts.ts'
import { type AgreedText, canonical, digestOf } from './text.ts'

const text = aText()

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
    expect(digestOf(turned(text) as AgreedText)).toBe(digestOf(text))
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
