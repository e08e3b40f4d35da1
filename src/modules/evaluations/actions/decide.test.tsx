import { describe, expect, test } from 'vitest'
import { halfway } from '../../../../test/evaluations.ts'
import { addressOf, aPublicProject, opened, revisedCharter } from '../../../../test/projects.ts'
import { useWorld } from '../../../../test/world.ts'
import { urls as projects } from '../../projects/urls.ts'
import { urls } from '../urls.ts'

const w = useWorld()

describe('what follows', () => {
  const decision = (kind: string) => ({
    decision: kind,
    reasons: '利用が増え、続けてほしいという声が多いため。',
    decided_on: '令和8年11月20日',
  })

  test('where the charter has the time limit, an unevaluated project cannot go on; it can end', () =>
    w.inCity('iruma', async (c) => {
      const project = await c.run((db) => aPublicProject(c, db, 'awaiting_evaluation'))
      const at = addressOf('iruma', project)
      const page = await c.as('section').get(urls.decision(at))
      expect(page.says).toContain('時限性の原則により')
      for (const kind of ['continue', 'improve']) {
        const refused = await c.as('section').fill(urls.decision(at), decision(kind))
        expect(refused.status).toBe(403)
        expect(refused.says).toContain('当事者すべての評価をそろえてから')
        expect(refused.field('そのように決めた理由')).toContain('利用が増え')
      }
      expect((await c.as('section').fill(urls.decision(at), decision('end'))).status).toBe(303)
    }))

  test('where it has none, the same project goes on', () =>
    w.inCity('yoshikawa', async (c) => {
      const project = await c.run((db) => aPublicProject(c, db, 'awaiting_evaluation'))
      const sent = await c.as('section').fill(urls.decision(addressOf('yoshikawa', project)), decision('continue'))
      expect(sent.status, sent.says).toBe(303)
    }))

  test('a revised charter that asks for it refuses what went through before', () =>
    w.inCity('yoshikawa', async (c) => {
      await revisedCharter(c, '2026-11-01', (charter) => {
        charter.evaluation.requiredForContinuation = true
      })
      const project = await c.run((db) => aPublicProject(c, db, 'awaiting_evaluation'))
      const sent = await c.as('section').fill(urls.decision(addressOf('yoshikawa', project)), decision('continue'))
      expect(sent.status).toBe(403)
      expect(sent.says).toContain('継続を決められません')
    }))

  test('a project keeps the charter it was made under, whatever came into force since', () =>
    w.inCity('yoshikawa', async (c) => {
      const project = await c.run((db) => aPublicProject(c, db, 'awaiting_evaluation'))
      await revisedCharter(c, '2026-11-01', (charter) => {
        charter.evaluation.requiredForContinuation = true
      })
      const sent = await c.as('section').fill(urls.decision(addressOf('yoshikawa', project)), decision('continue'))
      expect(sent.status, sent.says).toBe(303)
    }))

  test('no group decides for the city, and nobody while answers are being given', () =>
    w.inCity('iruma', async (c) => {
      const { at } = await halfway(c, 'iruma')
      expect((await c.as('secretary').get(urls.decision(at))).status).toBe(403)
      const sent = await c.as('section').fill(urls.decision(at), decision('end'))
      expect(sent.status).toBe(409)
      expect(sent.says).toContain('いま回答を受け付けています')
    }))

  test('evaluated, talked over, decided to go on: the next year is another project, tied to this one', () =>
    w.inCity('iruma', async (c) => {
      const { project } = await c.run((db) => opened(c, db))
      const at = addressOf('iruma', project)
      expect((await c.as('section').fill(urls.decision(at), decision('continue'))).says).toContain('記録が必要です')
      const talk = {
        talked_on: '令和8年11月20日',
        people: '茶の里の宮岡さん、高齢者支援課の細田さん',
        agreed: '来年は冬の日程を減らします。',
      }
      expect((await c.as('secretary').fill(urls.jointTalk(at), talk)).status).toBe(303)
      expect((await c.as('section').fill(urls.decision(at), decision('continue'))).status).toBe(303)
      const next = await c.as('section').fill(projects.new({ city: 'iruma' }, { previous: at.ref }), {}, 'send')
      expect(next.status, JSON.stringify(next.errors)).toBe(303)
      const page = await c.as('section').get(next.location!)
      expect(page.says).toContain('令和8年度')
      expect(page.links.map(({ href }) => href)).toContain(projects.show(at))
      expect((await c.as('section').get(projects.show(at))).links.map(({ href }) => href)).toContain(next.location!)
      const twice = await c.as('section').get(projects.new({ city: 'iruma' }, { previous: at.ref }))
      expect(twice.status).toBe(409)
      expect(twice.says).toContain('すでにつくられています')
    }))

  test('the next year stands under the charter in force on its first day', () =>
    w.inCity('iruma', async (c) => {
      const { project } = await c.run((db) => opened(c, db))
      const at = addressOf('iruma', project)
      await c
        .as('secretary')
        .fill(urls.jointTalk(at), { talked_on: '令和8年11月20日', people: '双方', agreed: '続けます。' })
      await c.as('section').fill(urls.decision(at), decision('continue'))
      await revisedCharter(c, '2027-04-01', (charter) => {
        charter.evaluation.label = { ja: '新しい検証' }
      })
      const later = { starts_on: '令和9年4月1日', ends_on: '令和10年3月31日', fiscal_years: '令和9年度' }
      const next = await c.as('section').fill(projects.new({ city: 'iruma' }, { previous: at.ref }), later, 'send')
      expect(next.status, JSON.stringify(next.errors)).toBe(303)
      const made = await c.run((db) =>
        db
          .selectFrom('projects')
          .select(['charter_id', 'renewals', 'years_before'])
          .where('previous_id', '=', project.id)
          .executeTakeFirstOrThrow(),
      )
      expect(made.charter_id).not.toBe(project.charter_id)
      expect(made).toMatchObject({ renewals: 1, years_before: 1 })
    }))
})
