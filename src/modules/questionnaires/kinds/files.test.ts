import { expect, test } from 'vitest'
import { aQuestion, refusals, said } from '../../../../test/questionnaires.ts'

test('where none was attached, files are asked for, on paper too', () =>
  expect(refusals(aQuestion('会則', 'files', { required: true }), [])).toEqual({
    '': '「会則」のファイルを選んでください。紙の書類は、写真に撮ったものでも構いません。',
  }))

test('more than the form takes are counted', () => {
  const papers = aQuestion('会則', 'files', { limit: 1 })
  expect(refusals(papers, ['a.pdf', 'b.pdf'])).toEqual({ '': '「会則」は1個までにしてください（いま2個です）。' })
  expect(refusals(papers, ['a.pdf'])).toEqual({})
})

test('they are said by their names', () => expect(said(aQuestion('会則', 'files'), ['a.pdf'])).toEqual(['a.pdf']))
