import { expect, test } from 'vitest'
import { sixthCity as charter, keys } from '../../../../test/charters.ts'
import { proposalFields } from './programmes.ts'

test('each track has its own form, with the charter’s lists to choose from', () => {
  const [section] = proposalFields(charter, 'petitions')
  expect(section?.fields.map(({ key, choices }) => [key, keys(choices)])).toEqual([
    ['where', ['sea', 'sand', 'sky']],
    ['bay', ['east', 'west']],
    ['wish', []],
  ])
  expect(proposalFields(charter, 'petitions', 'city')[0]?.fields[0]).toMatchObject({ key: 'word', limit: 10 })
  expect(proposalFields(charter, 'unknown')).toEqual([])
})
