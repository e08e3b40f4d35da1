import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { addressOf, anAnswer, answerers, aRound } from '../../../../test/projects.ts'
import { useWorld } from '../../../../test/world.ts'
import { urls as projects } from '../../projects/urls.ts'
import { giveAnswer } from '../index.ts'
import { urls } from '../urls.ts'

const w = useWorld()

describe('every page', () => {
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:standard'],
    rules: { 'long-title': 'off', 'require-sri': 'off' },
  })

  /** The pages of one project and its evaluation, as far as this person may open them. */
  const pagesOf = (at: ReturnType<typeof addressOf>) =>
    [
      ...Object.values(projects).filter(({ pattern }) => !/:(report|milestone|step)/.test(pattern)),
      ...Object.values(urls).filter(({ pattern }) => !pattern.endsWith('.pdf')),
    ].map((page) => (page as (at: object) => string)({ ...at }))

  test.each(['kawaguchi', 'iruma', 'kawasaki'])(
    'is valid and says nothing unfinished, before and after the opening, in %s',
    (city) =>
      w.inCity(city, async (c) => {
        const { project, round } = await c.run((db) => aRound(c, db))
        const at = addressOf(city, project)
        const look = async () => {
          let open = 0
          for (const person of ['section', 'secretary', 'officer', 'nobody'])
            for (const page of pagesOf(at)) {
              const answer = await c.as(person).get(page)
              expect([200, 303, 403, 404, 409], `${person} ${page}`).toContain(answer.status)
              if (answer.status !== 200) continue
              open += 1
              const report = validator.validateStringSync(answer.text)
              const faults = report.results.flatMap(({ messages }) =>
                messages.map(({ line, ruleId, message }) => `${line} ${ruleId} ${message}`),
              )
              expect(faults, `${person} ${page}`).toEqual([])
              expect(answer.says, `${person} ${page}`).not.toMatch(/undefined|NaN|\[object /)
            }
          return open
        }
        expect(await look()).toBeGreaterThan(15)
        await c.run(async (db) => {
          let after = round
          for (const [at, person] of answerers.entries()) {
            const seat = round.seats[at]!
            const answers = anAnswer(c.charter, seat.side, at === 0 ? 0 : -1, '<b>ことば</b>')
            after = (await giveAnswer(await c.act(db, person), after, { seat: seat.id, answers })).made
          }
        })
        await c
          .as('secretary')
          .fill(urls.jointTalk(at), { talked_on: '令和8年11月20日', people: '双方', agreed: '続けます。' })
        await c.as('section').fill(urls.release(at), { note: '電話で確かめたため' })
        expect(await look()).toBeGreaterThan(15)
      }),
    60_000,
  )
})
