import { describe, expect, test } from 'vitest'
import { halfway, SECRET, sendByTwo } from '../../../../test/evaluations.ts'
import { addressOf, anAnswer, opened, revisedCharter } from '../../../../test/projects.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { urls as inbox } from '../../inbox/urls.ts'
import { urls as projects } from '../../projects/urls.ts'
import { closeEvaluation, evaluations, findRound, giveAnswer, releaseEvaluation } from '../index.ts'
import { urls } from '../urls.ts'

const w = useWorld()

describe('the joint talk', () => {
  const talk = { talked_on: '令和8年11月20日', people: '双方', agreed: '冬の日程を減らします。' }
  const waits = (c: CityWorld, one: string) =>
    c.run(async (db) => (await evaluations.inbox!(await c.act(db, one), c.slug)).map(({ kind }) => kind))

  test('comes next for both sides and the section, before anybody decides, consents or publishes', () =>
    w.inCity('iruma', async (c) => {
      const { project } = await c.run((db) => opened(c, db))
      const at = addressOf('iruma', project)
      for (const one of ['secretary', 'officer', 'section']) {
        expect(await waits(c, one), one).toEqual(['話し合いを記録する'])
        const links = (await c.as(one).get(urls.show(at))).links.map(({ href }) => href)
        expect(links, one).toContain(urls.jointTalk(at))
        for (const later of [urls.release(at), urls.consent(at), urls.decision(at)])
          expect(links, `${one} ${later}`).not.toContain(later)
      }
      expect(await waits(c, 'neighbour')).toEqual([])
      const early = await c.as('section').fill(urls.release(at), { note: '電話で確かめたため' })
      expect(early.status).toBe(409)
      expect(early.says).toContain('記録ができてから')
      await c.as('secretary').fill(urls.jointTalk(at), talk)
      expect(await waits(c, 'section')).toContain('これからを決める')
      expect(await waits(c, 'secretary')).toEqual(['評価の公表について答える'])
      expect((await c.as('section').get(urls.show(at))).links.map(({ href }) => href)).toContain(urls.release(at))
    }))

  test('is asked for in the inbox also where the charter leaves it open, and holds nothing up there', () =>
    w.inCity('kawasaki', async (c) => {
      expect(c.charter.evaluation.jointTalk.required, 'need a charter that leaves it open').toBe(false)
      const { project } = await c.run((db) => opened(c, db))
      expect(await waits(c, 'section')).toEqual(['話し合いを記録する'])
      const links = (await c.as('section').get(urls.show(addressOf('kawasaki', project)))).links
      expect(links.map(({ href }) => href)).toContain(urls.release(addressOf('kawasaki', project)))
    }))

  test('says before it is written that it will be public, and that names do not belong in it', () =>
    w.inCity('iruma', async (c) => {
      const { project } = await c.run((db) => opened(c, db))
      const page = await c.as('secretary').get(urls.jointTalk(addressOf('iruma', project)))
      const warned = page.says.indexOf('お名前は書かないでください')
      expect(warned).toBeGreaterThan(-1)
      expect(warned).toBeLessThan(page.says.indexOf('話し合った日'))
    }))
})

describe('publication', () => {
  const whole = { talked_on: '令和8年11月20日', people: '宮岡さん', agreed: '来年は冬の日程を減らします。' }

  test('waits for both sides, or for a reason; and shows what the charter makes public, no more', () =>
    w.inCity('iruma', async (c) => {
      const { project } = await c.run((db) => opened(c, db))
      const at = addressOf('iruma', project)
      await c.as('secretary').fill(urls.jointTalk(at), whole)
      expect((await c.as('secretary').get(urls.release(at))).status).toBe(403)
      expect((await c.as('section').fill(urls.release(at))).errors.note).toContain('同意がまだありません')
      for (const one of ['secretary', 'officer']) expect((await c.as(one).fill(urls.consent(at))).status).toBe(303)
      expect((await sendByTwo(c, urls.release(at))).status).toBe(303)
      const page = await c.as('nobody').get(urls.show(at))
      expect(page.status).toBe(200)
      expect(page.says).toContain('来年は冬の日程を減らします')
      expect(page.says).not.toContain('宮岡さん')
      expect(c.charter.evaluation.publication.what, 'need a charter that keeps the words').not.toContain('words')
      expect(page.says).not.toContain('のことば')
      expect((await c.as('nobody').get(urls.list({ city: 'iruma' }))).says).toContain(project.title)
      expect((await c.as('nobody').get(projects.show(at))).links.map(({ href }) => href)).toContain(urls.show(at))
    }))

  test('is not done by one officer, nor confirmed by the one who prepared it; it waits for another', () =>
    w.inCity('iruma', async (c) => {
      const { project } = await c.run((db) => opened(c, db))
      const at = addressOf('iruma', project)
      await c.as('secretary').fill(urls.jointTalk(at), whole)
      await c.run(async (db) => {
        const round = (await findRound(db, project.id, 2026))!
        const alone = releaseEvaluation(await c.act(db, 'section'), round, { note: '電話で確かめたため' })
        await expect(alone).rejects.toThrow('別の職員が確認')
      })
      const { location } = await c.as('section').fill(urls.release(at), { note: '電話で確かめたため' })
      expect(location).toBe(`${urls.release(at)}/confirmation`)
      expect((await c.as('section').fill(location!)).status).toBe(403)
      expect((await c.as('officer').get(location!)).status).toBe(403)
      expect((await c.as('nobody').get(urls.show(at))).status).toBe(404)
      const shown = (await c.as('clerk').get(urls.show(at))).links.map(({ href }) => href)
      expect([shown.includes(urls.release(at)), shown.includes(location!)]).toEqual([false, true])
      const waits = await c.as('clerk').get(inbox.mine({ city: 'iruma' }))
      expect(waits.links.map(({ href }) => href)).toContain(location)
      expect((await c.as('clerk').get(location!)).says).toContain('電話で確かめたため')
      expect((await c.as('clerk').fill(location!)).location).toBe(urls.show(at))
      expect((await c.as('nobody').get(urls.show(at))).status).toBe(200)
    }))

  test('is void when the talk says something else than what was prepared', () =>
    w.inCity('iruma', async (c) => {
      const { project } = await c.run((db) => opened(c, db))
      const at = addressOf('iruma', project)
      await c.as('secretary').fill(urls.jointTalk(at), whole)
      const { location } = await c.as('section').fill(urls.release(at), { note: '電話で確かめたため' })
      await c.as('secretary').fill(urls.jointTalk(at), { ...whole, agreed: '来年はやめます。' })
      const late = await c.as('clerk').fill(location!)
      expect([late.status, late.says.includes('起案のあとに内容が変わった')]).toEqual([409, true])
      expect((await c.as('nobody').get(urls.show(at))).status).toBe(404)
    }))

  test('is done by one officer in a city whose charter does not ask for two', () =>
    w.inCity('iruma', async (c) => {
      await revisedCharter(c, '2026-11-01', (charter) => {
        charter.fourEyes = []
      })
      const { project } = await c.run((db) => opened(c, db))
      const at = addressOf('iruma', project)
      await c.as('secretary').fill(urls.jointTalk(at), whole)
      const sent = await c.as('section').fill(urls.release(at), { note: '電話で確かめたため' })
      expect(sent.location).toBe(urls.show(at))
      expect((await c.as('nobody').get(urls.show(at))).status).toBe(200)
    }))

  test('where the charter publishes a summary alone, no side’s mark can be read from it', () =>
    w.inCity('kawasaki', async (c) => {
      expect(c.charter.evaluation.publication.what).not.toContain('grades')
      const { project } = await c.run((db) => opened(c, db))
      const at = addressOf('kawasaki', project)
      const sent = await sendByTwo(c, urls.release(at), { note: '電話で確かめたため' })
      expect(sent.status, JSON.stringify(sent.errors)).toBe(303)
      const page = await c.as('nobody').get(urls.show(at))
      expect(page.status).toBe(200)
      expect(page.says).not.toContain('差')
      expect(page.says).not.toContain('のことば')
    }))

  test('what is taken back is gone at once; so is it with the project’s own page', () =>
    w.inCity('yoshikawa', async (c) => {
      const { project } = await c.run((db) => opened(c, db))
      const at = addressOf('yoshikawa', project)
      await c.as('secretary').fill(urls.jointTalk(at), whole)
      const release = () => sendByTwo(c, urls.release(at), { note: '電話で確かめたため' })
      await release()
      expect((await c.as('nobody').get(urls.show(at))).says).toContain('のことば')
      await c.as('section').fill(urls.retraction(at), { reason: '書き間違いのため' })
      expect((await c.as('nobody').get(urls.show(at))).status).toBe(404)
      await release()
      expect((await c.as('nobody').get(urls.show(at))).status).toBe(200)
      await c.as('section').fill(projects.retraction(at), { reason: '確かめるため' })
      expect((await c.as('nobody').get(urls.show(at))).status).toBe(404)
    }))

  test('a late answer stays out of the released copy', () =>
    w.inCity('yoshikawa', async (c) => {
      const { at, project } = await halfway(c, 'yoshikawa')
      c.at(new Date('2027-06-01T01:00:00Z'))
      await c.run(async (db) => {
        const round = (await findRound(db, project.id, 2026))!
        const { made: after } = await closeEvaluation(await c.act(db, 'section'), round, { reason: '' })
        const answers = anAnswer(c.charter, after.seats[1]!.side, -1, '遅れたことば')
        await giveAnswer(await c.act(db, 'officer'), after, { seat: after.seats[1]!.id, answers })
      })
      await c.as('secretary').fill(urls.jointTalk(at), { ...whole, talked_on: '令和9年6月1日' })
      await sendByTwo(c, urls.release(at), { note: '電話で確かめたため' })
      const page = await c.as('nobody').get(urls.show(at))
      expect(page.says).toContain('期日までに回答がなかった方')
      expect(page.says).toContain(SECRET)
      expect(page.says).not.toContain('遅れたことば')
    }))
})
