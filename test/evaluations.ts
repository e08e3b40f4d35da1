import { expect } from 'vitest'
import { urls } from '../src/modules/evaluations/urls.ts'
import type { Answer } from './http.ts'
import { addressOf, aRound, typedAnswer } from './projects.ts'
import type { CityWorld } from './world.ts'

/** A text of one side that nobody else may read before the opening. */
export const SECRET = '第一の側だけのことば'

/** An evaluation that the group has answered and the city has not. */
export async function halfway(c: CityWorld, city: string) {
  const { project, round } = await c.run((db) => aRound(c, db))
  const at = addressOf(city, project)
  const sent = await c
    .as('secretary')
    .fill(urls.answer(at), typedAnswer(c.charter, round.seats[0]!.side, 0, SECRET), 'send')
  expect(sent.errors).toEqual({})
  expect(sent.status, sent.says).toBe(303)
  return { project, round, at }
}

/** The city's whole answer, as its form sends it. */
export const answerOfCity = (c: CityWorld) =>
  typedAnswer(c.charter, c.charter.evaluation.sides.find(({ each }) => !each)!.key, -1, '市のことば')

/**
 * Sends a page as the section and, where the city asks for two officers, confirms it as the clerk. Returns the last
 * answer.
 */
export async function sendByTwo(c: CityWorld, page: string, values: Record<string, string> = {}): Promise<Answer> {
  const sent = await c.as('section').fill(page, values)
  return sent.location?.endsWith('/confirmation') ? c.as('clerk').fill(sent.location) : sent
}
