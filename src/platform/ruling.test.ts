import { describe, expect, test } from 'vitest'
import { Conflict, Forbidden } from './refusals.ts'
import { all, allow, deny, ensure, notNow, rule, standing } from './ruling.ts'

const mayEnter = rule((age: number, open: boolean) => {
  if (age < 18) return deny('18歳から入れます。', 'house.age')
  return open ? allow('house.hours') : notNow('9時に開きます。')
})

/** The error that `ensure` throws, or undefined. */
function thrown(work: () => void): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}

describe('a rule', () => {
  test('answers yes or no, so that what refuses is never taken for a yes', () => {
    expect([mayEnter(20, true), mayEnter(20, false), mayEnter(5, true)]).toEqual([true, false, false])
  })

  test('says beside it why, until when, and on what grounds', () => {
    expect(mayEnter.why(20, true)).toEqual({ allowed: true, grounds: ['house.hours'] })
    expect(mayEnter.why(5, true)).toMatchObject({
      until: 'never',
      because: '18歳から入れます。',
      grounds: ['house.age'],
    })
    expect(mayEnter.why(20, false)).toMatchObject({ until: 'later', because: '9時に開きます。', grounds: [] })
  })
})

test('not this person is 403, not now is 409, and yes is nothing', () => {
  expect(thrown(() => ensure(deny('いけません。')))).toBeInstanceOf(Forbidden)
  expect(thrown(() => ensure(notNow('まだです。')))).toBeInstanceOf(Conflict)
  expect(thrown(() => ensure(allow()))).toBeUndefined()
})

test('a refusal may be told with a heading and a way back; a yes has neither', () => {
  const page = { heading: 'もう終わりました', back: { href: '/', label: '戻る' } }
  expect(thrown(() => ensure(standing(notNow('…'), page)))).toMatchObject({ standing: page })
  expect(thrown(() => ensure(standing(deny('…'), page)))).toMatchObject({ standing: page })
  expect(standing(allow(), page)).toEqual(allow())
})

test('of several the first refusal counts, and a yes rests on the grounds of them all', () => {
  expect(all(allow('a'), deny('いけません。'), notNow('まだです。'))).toMatchObject({ until: 'never' })
  expect(all(allow('a'), allow('b', 'c'))).toEqual({ allowed: true, grounds: ['a', 'b', 'c'] })
  expect(all()).toEqual({ allowed: true, grounds: [] })
})
