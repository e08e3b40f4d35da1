import { describe, expect, test } from 'vitest'
import { sendByTwo } from '../../../../test/evaluations.ts'
import { aDecision, addressOf, aProject, decidedProject, release } from '../../../../test/projects.ts'
import { workFor } from '../../../../test/work.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { findLetter, listLetters } from '../../../platform/letters/index.ts'
import { entriesOf, verifyCity } from '../../../platform/record/index.ts'
import { Conflict, Forbidden } from '../../../platform/refusals.ts'
import { findProjectById, type Inside, stopProject } from '../../projects/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { correctionLetter } from '../evaluation/documents.ts'
import { correctFuture, evaluations, findRound, futureOf } from '../index.ts'
import { urls } from '../urls.ts'

const w = useWorld()
const reason = '委員会の資料の写しを、別の事業のものと取り違えていたため。'
const corrected = { decision: 'improve', reasons: '冬の日程を改めれば続けられるため。', reason }

const lettersOf = (c: CityWorld, { id }: Inside) => c.run((db) => listLetters(db, { kind: 'project', id }))
const stateOf = (c: CityWorld, { id }: Inside) => c.run(async (db) => (await findProjectById(db, id))!)

describe('the correction of a decision on a project', () => {
  test('is not for a group, not by one officer alone, and not of what was never decided or was stopped on the way', () =>
    w.inCity('iruma', async (c) => {
      const { project, at } = await decidedProject(c)
      expect((await c.as('secretary').get(urls.correction(at))).status).toBe(403)
      const input = { ...aDecision({ decision: 'end' }), reason }
      await c.run(async (db) => {
        const one = futureOf((await findRound(db, project.id, 2026))!)
        await expect(correctFuture(await c.act(db, 'secretary'), one, input)).rejects.toThrow(Forbidden)
        await expect(correctFuture(await c.act(db, 'section'), one, input)).rejects.toThrow('別の職員が確認')
      })
      const planned = await c.run((db) => aProject(c, db))
      expect((await c.as('section').get(urls.correction(addressOf('iruma', planned)))).status).toBe(409)
      await c.run(async (db) => {
        const given = { acting_for: '', decided_on: '2026-11-20', reasons: '担い手がいなくなったため。' }
        await stopProject(await c.act(db, 'section'), planned, given)
      })
      expect((await c.as('section').get(urls.correction(addressOf('iruma', planned)))).status).toBe(409)
    }))

  test('says why, and something else than what was decided', () =>
    w.inCity('iruma', async (c) => {
      const { at } = await decidedProject(c)
      const bare = await c.as('section').fill(urls.correction(at), { ...corrected, reason: '' })
      expect([bare.status, Object.keys(bare.errors)]).toEqual([422, ['reason']])
      const same = await c.as('section').fill(urls.correction(at), { reason })
      expect([same.status, same.says.includes('いまの決定と同じです')]).toEqual([422, true])
    }))

  test('says everything that is wrong in one answer', () =>
    w.inCity('iruma', async (c) => {
      const { at } = await decidedProject(c)
      const typed = { ...corrected, reason: '', decided_on: '令和8年12月24日' }
      const answer = await c.as('section').fill(urls.correction(at), typed)
      expect([answer.status, Object.keys(answer.errors)]).toEqual([422, ['decided_on', 'reason']])
    }))

  test('is told before it is done: what was released says it too, and the earlier decision stays', () =>
    w.inCity('iruma', async (c) => {
      const { at } = await decidedProject(c)
      const page = await c.as('section').get(urls.correction(at))
      expect(page.says).toContain('公表した評価に載ります')
      expect(page.says).toContain('訂正されたものとして残ります')
      expect(page.field('そのように決めた理由')).toContain(aDecision().reasons)
    }))

  test('has a letter of its own that points to the first, which stays as it was and is shown as corrected', () =>
    w.inCity('iruma', async (c) => {
      const { project, at } = await decidedProject(c)
      const [first] = await lettersOf(c, project)
      expect((await sendByTwo(c, urls.correction(at), corrected)).location).toBe(projects.show(at))
      const [second, ...rest] = await lettersOf(c, project)
      expect(rest).toEqual([first])
      expect(second).toMatchObject({ kind: 'project.decision', corrects: first!.id })
      expect(second!.number).toMatch(/第2号$/)
      const found = await c.run((db) => findLetter(db, { kind: 'project', id: project.id }, second!.id))
      const text = JSON.stringify(found!.document)
      for (const words of [`令和8年11月20日付け${first!.number}で通知した`, '継続', '見直し・改善', reason])
        expect(text).toContain(words)
      expect(found!.document.title).toMatch(/の訂正について（通知）$/)
      expect(text).toContain('"columns":[{"label":"誤"},{"label":"正"}]')
      expect(text).toMatch(/訂正したあとの決定.*見直し・改善.*令和8年11月20日.*冬の日程を改めれば続けられるため。/)
      const page = await c.as('secretary').get(projects.show(at))
      expect(page.says).toContain('で改められています')
      expect((await c.as('secretary').get(`${projects.show(at)}/letters/${first!.id}`)).status).toBe(200)
    }))

  test('lists all that was wrong and nothing that was right, also what is taken out', () =>
    w.inCity('iruma', async (c) => {
      const { project } = await decidedProject(c, { committee_on: '2026-11-10' })
      const one = await c.run(async (db) => futureOf((await findRound(db, project.id, 2026))!))
      const input = { ...aDecision({ decided_on: '2026-11-21' }), reason }
      const { blocks } = correctionLetter(one, input, { on: '2026-11-25', of: undefined })
      const particulars = blocks.flatMap((block) => (block.type === 'particulars' ? block.blocks : []))
      const rows = particulars.flatMap((block) => (block.type === 'table' ? block.rows : []))
      expect(rows).toEqual([
        ['令和8年11月20日', '令和8年11月21日'],
        ['令和8年11月10日', '（なし）'],
      ])
    }))

  test('reaches the project’s page, the released evaluation and the news at once, with the day and the reason', () =>
    w.inCity('iruma', async (c) => {
      const { project, at } = await decidedProject(c)
      await c.run(async (db) => release(c, db, (await findRound(db, project.id, 2026))!))
      await sendByTwo(c, urls.correction(at), corrected)
      expect(await stateOf(c, project)).toMatchObject({ decision: 'improve', decided_on: '2026-11-20' })
      for (const address of [projects.show(at), urls.show(at)]) {
        const page = await c.as('nobody').get(address)
        expect(page.says, address).toContain('冬の日程を改めれば続けられるため。')
        expect(page.says, address).toContain('令和8年11月25日に、令和8年11月20日の決定「継続」を訂正しました')
        expect(page.says, address).toContain(reason)
      }
      expect((await c.as('nobody').get('/iruma')).says).toContain('これからのことの決定を訂正しました')
      const { says } = await c.as('nobody').get(projects.show(at))
      expect(says).toContain('これからのことが決まりました：継続')
      expect(says).not.toContain('これからのことが決まりました：見直し・改善')
      expect(says).toContain('これからのことの決定を「見直し・改善」に訂正しました（訂正する前は「継続」）')
    }))

  test('on the day of the decision names that day once', () =>
    w.inCity('iruma', async (c) => {
      const { at } = await decidedProject(c)
      await sendByTwo(c, urls.correction(at), { ...corrected, decided_on: '令和8年11月25日' })
      await sendByTwo(c, urls.correction(at), { ...corrected, decision: 'continue' })
      const { says } = await c.as('secretary').get(projects.show(at))
      expect(says).toContain('令和8年11月25日に、同じ日の決定「見直し・改善」を訂正しました')
    }))

  test('stands in the record with the decision, the chain whole, and is mailed to every party', () =>
    w.inCity('iruma', async (c) => {
      const { project, at } = await decidedProject(c)
      await sendByTwo(c, urls.correction(at), corrected)
      const entries = await c.run((db) => entriesOf(db, [{ kind: 'project', id: project.id }]))
      expect(entries.map(({ kind }) => kind).slice(-3)).toEqual([
        'project.decided',
        'project.act-prepared',
        'project.decision-corrected',
      ])
      expect(entries.at(-1)).toMatchObject({ payload: { reason }, act: { verb: 'project.decision/correction' } })
      expect(await c.run((db) => verifyCity(db))).toMatchObject({ doubts: [] })
      await workFor(c, evaluations)
      const mails = await c.run((db) => db.selectFrom('mails').select(['subject', 'body']).execute())
      const told = mails.filter(({ subject }) => subject.includes('決定を訂正しました'))
      expect(told.length).toBeGreaterThan(0)
      for (const { body } of told) for (const words of [reason, '見直し・改善']) expect(body).toContain(words)
    }))

  test('once the next year was made of it, its words are put right, and it stays a decision to go on', () =>
    w.inCity('iruma', async (c) => {
      const { project, at } = await decidedProject(c)
      const next = await c.as('section').fill(projects.new({ city: 'iruma' }, { previous: at.ref }), {}, 'send')
      expect(next.status, JSON.stringify(next.errors)).toBe(303)
      const page = await c.as('section').get(urls.correction(at))
      expect(page.says).toContain('続けない決定には訂正できません')
      expect(page.says).not.toContain('移行')
      await c.run(async (db) => {
        const one = futureOf((await findRound(db, project.id, 2026))!)
        const end = { ...aDecision({ decision: 'end' }), reason }
        const refused = correctFuture.prepare(await c.act(db, 'section'), one, end)
        await expect(refused).rejects.toThrow(Conflict)
      })
      expect((await sendByTwo(c, urls.correction(at), corrected)).status).toBe(303)
      expect(await stateOf(c, project)).toMatchObject({ decision: 'improve', next: expect.anything() })
    }))
})
