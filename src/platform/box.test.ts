import { expect, test } from 'vitest'
import { boxWith } from './box.ts'

const [first, second, third] = ['1', '2', '3'].map((one) => one.repeat(40)) as [string, string, string]

test('what was locked with one secret does not open with another, nor for another purpose, nor changed', () => {
  const locked = boxWith(first).lock('totp 1', 'words')
  expect(boxWith(second).open('totp 1', locked)).toBeUndefined()
  expect(boxWith(first).open('totp 2', locked)).toBeUndefined()
  expect(boxWith(first).open('totp 1', `A${locked.slice(1)}`)).toBeUndefined()
  expect(boxWith(first).open('totp 1', 'short')).toBeUndefined()
})

test('with the secret before beside the new one, what was locked with either opens, and is locked anew with the new one', () => {
  const [old, rotated] = [boxWith(first), boxWith(second, first)]
  expect(rotated.open('p', old.lock('p', 'words'))).toBe('words')
  expect(old.open('p', rotated.lock('p', 'words'))).toBeUndefined()
  expect(boxWith(second).open('p', rotated.lock('p', 'words'))).toBe('words')
  expect(boxWith(third, second).open('p', old.lock('p', 'words'))).toBeUndefined()
})
