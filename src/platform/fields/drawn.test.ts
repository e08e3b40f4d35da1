import { expect, test } from 'vitest'
import { z } from 'zod'
import { drawn, drawnFields } from './drawn.ts'
import { fields } from './index.ts'

const reason = drawn(fields.text('理由', 20), { as: 'text', label: '理由', required: true })

test('the fields that say how are drawn, in their order; the others are not', () => {
  const form = z.object({ reason, hidden: z.string(), on: drawn(fields.date('日'), { as: 'date', label: '日' }) })
  expect(drawnFields(form)).toEqual([
    ['reason', { as: 'text', label: '理由', required: true }],
    ['on', { as: 'date', label: '日' }],
  ])
})

test('what is no object has nothing to draw', () => {
  for (const form of [undefined, z.undefined(), z.string()]) expect(drawnFields(form)).toEqual([])
})

test('to say how it is drawn changes nothing of what it takes', () => {
  expect(reason.safeParse(' 雨のため ')).toMatchObject({ data: '雨のため' })
  expect(reason.safeParse('').success).toBe(false)
})
