import { expect, test } from 'vitest'
import { addressOf, aProject, aStoppedProject, revisedCharter } from '../../../../test/projects.ts'
import { useWorld } from '../../../../test/world.ts'
import { urls } from '../urls.ts'

const w = useWorld()

test('work does not begin before what the form asks for is there, and what is missing is named', () =>
  w.inCity('iruma', async (c) => {
    const form = c.charter.forms.find(({ needs }) => needs.includes('targets') && !needs.includes('agreement'))!
    const zone = c.charter.zones.find(({ forms }) => forms.includes(form.key))!
    const at = addressOf(
      'iruma',
      await c.run((db) => aProject(c, db, 'planned', { forms: [form.key], zone: zone.key })),
    )
    const early = await c.as('section').fill(urls.start(at))
    expect(early.status).toBe(422)
    expect(early.errors['need-targets']).toContain('指標・値・期日のそろった目標')
    expect(early.links.map(({ href }) => href)).toContain(urls.targets(at))
    const target = { 'targets.0.indicator': '提案した数', 'targets.0.value': '3', 'targets.0.by_on': '令和9年3月31日' }
    expect((await c.as('secretary').fill(urls.targets(at), target, 'send')).status).toBe(303)
    expect((await c.as('section').fill(urls.start(at))).status).toBe(303)
    expect((await c.as('section').get(urls.show(at))).says).toContain('実施中')
  }))

test('what is to begin on a day that lies ahead stays planned until then', () =>
  w.inCity('kawaguchi', async (c) => {
    await revisedCharter(c, '2026-11-01', (charter) => {
      for (const form of charter.forms) form.needs = []
    })
    const at = addressOf(
      'kawaguchi',
      await c.run((db) => aProject(c, db, 'planned', { starts_on: '2026-12-01', ends_on: '2027-03-31' })),
    )
    const ahead = await c.as('section').fill(urls.start(at), { started_on: '令和8年12月1日' })
    expect(ahead.status).toBe(422)
    expect(ahead.errors.started_on).toContain('今日まで')
    expect((await c.as('section').get(urls.show(at))).says).toContain('準備中')
    for (const [page, field] of [
      [urls.stop(at), 'decided_on'],
      [urls.finish(at), 'finished_on'],
    ] as const) {
      if (page === urls.finish(at)) await c.as('section').fill(urls.start(at))
      const late = await c.as('section').fill(page, { [field]: '令和8年12月1日', reasons: '人が集まらないため。' })
      expect(late.errors[field], page).toContain('今日まで')
    }
    c.at(new Date('2026-12-01T01:00:00Z'))
    expect((await c.as('section').get(urls.show(at))).says).toContain('実施中')
  }))

test('a step that the charter wants before the work is asked for, and done on its day', () =>
  w.inCity('kawaguchi', async (c) => {
    await revisedCharter(c, '2026-11-01', (charter) => {
      for (const form of charter.forms) {
        form.needs = []
        form.requiredSteps = [
          { key: 'visit', label: { ja: '現地の下見' }, before: 'work', source: [], origin: 'document' },
        ]
      }
    })
    const at = addressOf('kawaguchi', await c.run((db) => aProject(c, db)))
    expect((await c.as('section').fill(urls.start(at))).says).toContain('現地の下見')
    expect(
      (await c.as('secretary').fill(urls.step({ ...at, step: 'visit' }), { done_on: '令和8年11月20日' })).status,
    ).toBe(303)
    expect((await c.as('section').fill(urls.start(at))).status).toBe(303)
  }))

test('a group that works with the city cannot begin it; what has begun is not begun again', () =>
  w.inCity('kawaguchi', async (c) => {
    const at = addressOf('kawaguchi', await c.run((db) => aProject(c, db)))
    expect((await c.as('secretary').get(urls.start(at))).status).toBe(403)
    const going = addressOf('kawaguchi', await c.run((db) => aProject(c, db, 'active')))
    const again = await c.as('section').get(urls.start(going))
    expect(again.status).toBe(409)
    expect(again.says).toContain('すでに始まっています')
  }))

test('a step is written down by those who write on the project, while it is not decided', () =>
  w.inCity('kawaguchi', async (c) => {
    await revisedCharter(c, '2026-11-01', (charter) => {
      for (const form of charter.forms)
        form.requiredSteps = [
          { key: 'visit', label: { ja: '現地の下見' }, before: 'work', source: [], origin: 'document' },
        ]
    })
    const at = addressOf('kawaguchi', await c.run((db) => aProject(c, db)))
    expect((await c.as('stranger').get(urls.step({ ...at, step: 'visit' }))).status).toBe(404)
    expect((await c.as('section').get(urls.step({ ...at, step: 'none' }))).status).toBe(404)
    const ahead = await c.as('secretary').fill(urls.step({ ...at, step: 'visit' }), { done_on: '令和8年12月20日' })
    expect(ahead.errors.done_on).toContain('今日まで')
    const over = addressOf('kawaguchi', await c.run((db) => aStoppedProject(c, db)))
    expect((await c.as('section').get(urls.step({ ...over, step: 'visit' }))).status).toBe(409)
  }))
