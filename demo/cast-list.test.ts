import { expect, test } from 'vitest'
import { castList, settings } from './index.ts'

test('a visitor can be everyone who has an account, each once, in every city', () => {
  for (const [at, { label, parts }] of castList().entries()) {
    const people = parts.flatMap((part) => part.people.map(({ name }) => name))
    const accounts = settings[at]!.people.filter(({ account }) => account).map(({ name }) => name)
    expect(people.toSorted(), label).toEqual(accounts.toSorted())
    expect(parts.every((part) => part.people.length > 0)).toBe(true)
  }
})

test('nobody without an account is offered, and officers of wards stand with the city', () => {
  const all = castList().flatMap(({ parts }) => parts.flatMap(({ people }) => people))
  expect(all.some(({ is }) => is.includes('メールを使いません'))).toBe(false)
  const kawasaki = castList().find(({ label }) => label.includes('川崎'))!
  const [city] = kawasaki.parts.filter(({ label }) => label === '市の職員')
  expect(city!.people.map(({ is }) => is)).toEqual(expect.arrayContaining(['高津区役所の職員']))
})
