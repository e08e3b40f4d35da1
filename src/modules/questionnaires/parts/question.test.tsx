import { expect, test } from 'vitest'
import { aQuestion } from '../../../../test/questionnaires.ts'
import { kinds } from '../kinds/index.ts'
import type { Answer, KindName } from '../kinds/kind.ts'
import { AnswerText } from './question.tsx'

const evil = '<b>x</b>'
const shapes: Answer[] = [
  evil,
  [evil],
  { mark: evil, words: evil },
  [{ name: evil, party: evil, indicator: evil, item: evil }],
]

test.each(Object.keys(kinds) as KindName[])('an answer to %s is shown as text, never as markup', (kind) => {
  const question = aQuestion('q', kind)
  const shown = shapes.map((answer) =>
    String(
      <div>
        <AnswerText question={question} answer={answer} />
      </div>,
    ),
  )
  expect(shown.join()).not.toContain('<b>')
  if (kind !== 'files') expect(shown.join()).toContain('&lt;b&gt;')
})
