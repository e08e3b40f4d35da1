import { expect, test } from 'vitest'
import { partOf, safeReturn, url } from './url.ts'

test('a part of an address that its pattern does not have is named, and never becomes an empty word', () => {
  const asked = { params: { city: 'somewhere' }, url: '/somewhere/proposals' }
  expect(() => partOf(asked, 'ref')).toThrow('/somewhere/proposals has no part called ref')
  expect(partOf(asked, 'city')).toBe('somewhere')
})

test('every part of an address is encoded, and what is not given is left out of its query', () => {
  const show = url('/:city/proposals/:ref')
  expect(show({ city: 'a/b', ref: '令8' }, { of: undefined, form: ['a', 'b'] })).toBe(
    '/a%2Fb/proposals/%E4%BB%A48?form=a&form=b',
  )
  expect(url('/me')({ next: '/somewhere' })).toBe('/me?next=%2Fsomewhere')
})

test.each(['//elsewhere', '/\\elsewhere', 'https://elsewhere', ''])('nobody is sent back to %j', (next) =>
  expect(safeReturn(next, '/start')).toBe('/start'),
)
