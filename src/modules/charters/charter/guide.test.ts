import { expect, test } from 'vitest'
import { sixthCity as charter } from '../../../../test/charters.ts'
import { guideStep } from './guide.ts'

test('the guide asks on until it knows', () => {
  expect(guideStep(charter, {}).question?.key).toBe('place')
  expect(guideStep(charter, { place: 'sea' }).question?.key).toBe('who')
  expect(guideStep(charter, { place: 'sea', who: 'yes' }).outcome?.key).toBe('tie')
  expect(guideStep(charter, { place: 'sky' }).outcome?.collaboration).toBe(false)
  expect(guideStep(charter, { place: 'made up' }).question?.key).toBe('place')
  const way = guideStep(charter, { place: 'sea', who: 'yes', other: 'yes' }).given
  expect(way.map(({ question, answer }) => [question.key, answer.key])).toEqual([
    ['place', 'sea'],
    ['who', 'yes'],
  ])
})
