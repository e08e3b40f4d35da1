import { describe, expect, test } from 'vitest'
import { sendByTwo } from '../../../../test/evaluations.ts'
import { addressOf, aPublicProject, decide, decidedProject, release } from '../../../../test/projects.ts'
import { workFor } from '../../../../test/work.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { findLetter, listLetters } from '../../../platform/letters/index.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { findProjectById, type Inside } from '../../projects/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { urls as register } from '../../register/urls.ts'
import { evaluations, findRound, futureOf } from '../index.ts'
import { urls } from '../urls.ts'

const w = useWorld()
const reason = '話し合いに、関わった方のうち一人をお呼びしていなかったため。'

const lettersOf = (c: CityWorld, { id }: Inside) => c.run((db) => listLetters(db, { kind: 'project', id }))
const projectOf = (c: CityWorld, { id }: Inside) => c.run(async (db) => (await findProjectById(db, id))!)

describe('the annulment of a decision on a project', () => {
  test('is not for a group, nor of what is not decided, nor confirmed by the one who prepared it', () =>
    w.inCity('iruma', async (c) => {
      const { project, at } = await decidedProject(c)
      expect((await c.as('secretary').get(urls.annulment(at))).status).toBe(403)
      const open = await c.run((db) => aPublicProject(c, db, 'awaiting_evaluation'))
      expect((await c.as('section').get(urls.annulment(addressOf('iruma', open)))).status).toBe(409)
      const { location } = await c.as('officer').fill(urls.annulment(at), { reason })
      expect((await c.as('officer').fill(location!)).status).toBe(403)
      expect((await projectOf(c, project)).state).toBe('decided')
    }))

  test('is refused once the next year was made of it, before anything is typed', () =>
    w.inCity('iruma', async (c) => {
      const { at } = await decidedProject(c)
      await c.as('section').fill(projects.new({ city: 'iruma' }, { previous: at.ref }), {}, 'send')
      const refused = await c.as('section').get(urls.annulment(at))
      expect([refused.status, refused.says.includes('次の年度の事業がつくられています')]).toEqual([409, true])
      expect((await c.as('section').get(projects.show(at))).links.map(({ href }) => href)).not.toContain(
        urls.annulment(at),
      )
    }))

  test('leads back to where the project and its evaluation stood, and it can be decided anew', () =>
    w.inCity('iruma', async (c) => {
      const { project, at } = await decidedProject(c)
      expect((await c.as('section').get(projects.show(at))).links.map(({ href }) => href)).toContain(urls.annulment(at))
      expect((await sendByTwo(c, urls.annulment(at), { reason })).location).toBe(projects.show(at))
      expect(await projectOf(c, project)).toMatchObject({ state: 'evaluated', decision: null, decided_on: null })
      expect(await c.run((db) => findRound(db, project.id, 2026))).toMatchObject({
        state: 'talked',
        committee_on: null,
      })
      await c.run(async (db) => decide(c, db, (await findRound(db, project.id, 2026))!, { decision: 'end' }))
      expect(await projectOf(c, project)).toMatchObject({ state: 'decided', decision: 'end' })
    }))

  test('of a project that was never evaluated leads back to waiting for it', () =>
    w.inCity('iruma', async (c) => {
      const project = await c.run((db) => aPublicProject(c, db, 'awaiting_evaluation'))
      const at = addressOf('iruma', project)
      const without = { project, charter: c.charter, year: 2026 }
      await c.run((db) => decide(c, db, futureOf(without), { decision: 'end' }))
      expect((await sendByTwo(c, urls.annulment(at), { reason })).status).toBe(303)
      expect((await projectOf(c, project)).state).toBe('awaiting_evaluation')
    }))

  test('has its letter, which points to that of the decision', () =>
    w.inCity('iruma', async (c) => {
      const { project, at } = await decidedProject(c)
      const [first] = await lettersOf(c, project)
      await sendByTwo(c, urls.annulment(at), { reason })
      const [second] = await lettersOf(c, project)
      expect(second).toMatchObject({ kind: 'project.annulment', corrects: first!.id })
      const found = await c.run((db) => findLetter(db, { kind: 'project', id: project.id }, second!.id))
      for (const words of [first!.number!, 'の取消しについて（通知）', '取り消します', reason])
        expect(JSON.stringify(found!.document)).toContain(words)
    }))

  test('is said at once on the project’s page, in what was released, and in the record; it is mailed', () =>
    w.inCity('iruma', async (c) => {
      const { project, at } = await decidedProject(c)
      await c.run(async (db) => release(c, db, (await findRound(db, project.id, 2026))!))
      await sendByTwo(c, urls.annulment(at), { reason })
      for (const address of [projects.show(at), urls.show(at)]) {
        const page = await c.as('nobody').get(address)
        expect(page.says, address).toContain('令和8年11月25日に、令和8年11月20日の決定「継続」を取り消しました')
        expect(page.says, address).toContain(reason)
      }
      expect((await c.as('nobody').get(`${register.projects({ city: 'iruma' })}?state=decided`)).says).not.toContain(
        project.title,
      )
      const entries = await c.run((db) => entriesOf(db, [{ kind: 'project', id: project.id }]))
      expect(entries.at(-1)).toMatchObject({ kind: 'project.decision-annulled', payload: { reason } })
      await workFor(c, evaluations)
      const mails = await c.run((db) => db.selectFrom('mails').select(['subject', 'body']).execute())
      const told = mails.filter(({ subject }) => subject.includes('決定を取り消しました'))
      expect(told.map(({ body }) => body.includes(reason))).not.toContain(false)
      expect(told.length).toBeGreaterThan(0)
    }))
})
