import { describe, expect, test } from 'vitest'
import { charterOf } from '../../../../test/rounds.ts'
import type { Charter } from '../../charters/index.ts'
import type { Answer } from '../tables.ts'
import { problemsOf, sheetFor } from './sheet.ts'

const iruma = charterOf('charters/iruma')
const kawaguchi = charterOf('charters/kawaguchi')

describe('the sheet', () => {
  const whole = (charter: Charter, side: string, mark: string, words: string): Answer[] =>
    sheetFor(charter, side).phases.flatMap((phase) =>
      phase.questions.map(({ key, kind }) => ({
        phase: phase.key,
        question: key,
        mark: kind === 'scale' ? mark : null,
        value: null,
        words,
      })),
    )

  test('an empty answer is told every question that must be answered', () => {
    const problems = problemsOf(iruma, 'groups', [])
    const required = sheetFor(iruma, 'groups').phases.flatMap(({ questions }) =>
      questions.filter((one) => one.required),
    )
    expect(Object.keys(problems)).toHaveLength(required.length)
  })

  test('a low mark must be explained, a high one need not', () => {
    const low = problemsOf(iruma, 'groups', whole(iruma, 'groups', '2', ''))
    expect(Object.keys(low).every((field) => field.endsWith('.words'))).toBe(true)
    expect(Object.values(low)[0]).toContain('理由を書いてください')
    expect(problemsOf(iruma, 'groups', whole(iruma, 'groups', '3', ''))).toEqual({})
    expect(problemsOf(iruma, 'groups', whole(iruma, 'groups', '1', 'わけ'))).toEqual({})
  })

  test('a charter that explains no mark asks for no reason', () => {
    const easy = structuredClone(iruma)
    easy.evaluation.scale.reasonBelow = undefined
    expect(problemsOf(easy, 'groups', whole(easy, 'groups', '1', ''))).toEqual({})
  })

  test('a mark of another scale is not taken', () => {
    const problems = problemsOf(iruma, 'groups', whole(iruma, 'groups', '◎', 'x'))
    expect(Object.values(problems)[0]).toContain('一覧から選び直してください')
    const sign = kawaguchi.evaluation.scale.grades[0]!.mark
    expect(problemsOf(kawaguchi, 'citizens', whole(kawaguchi, 'citizens', sign, 'x'))).toEqual({})
  })
})
