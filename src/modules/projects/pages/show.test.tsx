import { describe, expect, test } from 'vitest'
import { anAgreement, groupAndCity, signAs } from '../../../../test/agreements.ts'
import { addressOf, anEntry, aParty, aPublicProject } from '../../../../test/projects.ts'
import { aProposal, openFor } from '../../../../test/proposals.ts'
import { workFor } from '../../../../test/work.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { onStatement } from '../../../platform/db/index.ts'
import { findAgreementById, releaseAgreement, terminateAgreement } from '../../agreements/index.ts'
import { word } from '../../charters/index.ts'
import { urls as register } from '../../register/urls.ts'
import { findProjectById, projects, reviseProject } from '../index.ts'
import { urls } from '../urls.ts'

const w = useWorld()

test('the departments of a city count as one party with it', () =>
  w.inCity('kawaguchi', async (c) => {
    const three = { parties: ['first', 'city', 'department-office'].map((key) => aParty(c, key)) }
    const at = addressOf('kawaguchi', await c.run((db) => aPublicProject(c, db, 'active', three)))
    expect((await c.as('nobody').get(urls.show(at))).says).toContain('2者で取り組んでいます')
  }))

test('the public page takes two statements, its rows and the record, however much it shows, names no person, and may be kept', () =>
  w.inCity('kawaguchi', async (c) => {
    const project = await c.run((db) => aPublicProject(c, db))
    const at = addressOf('kawaguchi', project)
    const counted = async (lang: string) => {
      const said: string[] = []
      const stop = onStatement(({ sql }) => said.push(sql))
      const page = await c.as('nobody').get(`${urls.show(at)}?lang=${lang}`)
      stop()
      expect(page.headings).toContain('原則と、その根拠')
      expect(page.says).not.toContain(c.people.secretary!.name)
      expect(page.headers.get('cache-control')).toContain('must-revalidate')
      return said.filter((sql) => sql.includes('"published"')).length
    }
    const before = await counted('ja')
    for (let turn = 0; turn < 5; turn++) {
      const report = { kind: 'activity', title: `第${turn}回`, held_on: '令和8年6月10日', text: 'しました。' }
      await c.as('secretary').fill(urls.newReport(at), report)
    }
    expect(await counted('en')).toBe(before)
    expect(before).toBe(2)
  }))

/** A public project under way whose agreement was given up, from a day on, before its term is over. */
async function withoutAgreement(c: CityWorld, ended_on = '2026-12-20') {
  const found = await c.run(async (db) => {
    const section = await c.act(db, 'section')
    const agreement = await anAgreement(c, db, 'in_force')
    await releaseAgreement(section, agreement, { withheld: [] })
    const project = await aPublicProject(c, db, 'active', { agreement_id: agreement.id })
    const { actor } = await c.act(db, 'clerk')
    const now = await findAgreementById(db, agreement.id)
    const given = { reason: '入院のため', public_reason: '', ended_on }
    if (now) await terminateAgreement.byTwo(section, actor, now, given)
    return { project, agreement }
  })
  return { ...found, at: addressOf('kawaguchi', found.project) }
}

const waitsFor = (c: CityWorld, person: string) =>
  c.run(async (db) =>
    (await projects.inbox!(await c.act(db, person), 'kawaguchi')).map(({ kind, href, due }) => [kind, href, due]),
  )

describe('after its agreement was given up, a project under way', () => {
  test('says so to everyone on its page, and leads those who may to what can be done', () =>
    w.inCity('kawaguchi', async (c) => {
      const { at } = await withoutAgreement(c)
      const name = word(c.charter, 'agreement')
      expect((await c.as('nobody').get(urls.show(at))).says).toContain('令和8年12月20日に取りやめになります。')
      c.at(new Date('2026-12-21T09:00:00+09:00'))
      const open = await c.as('nobody').get(urls.show(at))
      expect(open.says).toContain(`この事業のもとの${name}は、令和8年12月20日に取りやめになりました。`)
      expect(open.says).toContain(`${name}を取りやめました。`)
      expect(open.says).not.toContain('途中で終える')
      const section = await c.as('section').get(urls.show(at))
      for (const [words, url] of [
        ['途中で終える', urls.stop],
        ['活動を終えて評価に進む', urls.finish],
        ['登録の内容を直す', urls.edit],
      ] as const)
        expect(section.links).toContainEqual({ text: words, href: url(at) })
    }))

  test('says so beside its state, on its page and in the list, from that day on', () =>
    w.inCity('kawaguchi', async (c) => {
      const { at, project } = await withoutAgreement(c)
      await workFor(c, projects)
      const name = word(c.charter, 'agreement')
      const list = async () => (await c.as('nobody').get(register.projects({ city: 'kawaguchi' }))).says
      const stateOf = async () => (await c.as('nobody').get(urls.show(at))).says
      expect(await list()).not.toContain(`もとの${name}は取りやめ`)
      c.at(new Date('2026-12-21T09:00:00+09:00'))
      c.app.cache.forget()
      expect(await stateOf()).toContain(`実施中 もとの${name}は、令和8年12月20日に取りやめ`)
      expect(await list()).toContain(`実施中 もとの${name}は取りやめ`)
      const csv = await c.as('nobody').get(register.projectsCsv({ city: 'kawaguchi' }))
      expect(csv.text).toContain('2026-12-20')
      await c.as('section').fill(urls.stop(at), { reasons: '担い手がいなくなったため。' })
      c.app.cache.forget()
      expect([await list(), await stateOf()].join()).not.toContain(`もとの${name}は`)
      expect((await c.run((db) => findProjectById(db, project.id)))?.state).toBe('decided')
    }))

  test('waits in the inbox of the section and of its department until it is stopped, finished, or has another agreement', () =>
    w.inCity('kawaguchi', async (c) => {
      const { at, project } = await withoutAgreement(c, '2026-12-01')
      const row = ['もとの取り決めが取りやめになった事業を、終えるか決める', urls.show(at), '2026-12-01']
      for (const person of ['section', 'officer']) expect(await waitsFor(c, person), person).toContainEqual(row)
      for (const person of ['secretary', 'stranger']) expect(await waitsFor(c, person), person).not.toContainEqual(row)
      await workFor(c, projects)
      await c.run(async (db) => {
        const { id } = await anAgreement(c, db, 'in_force')
        const found = (await findProjectById(db, project.id))!
        await reviseProject(await c.act(db, 'section'), found, anEntry(c, { agreement_id: id }))
      })
      expect(await waitsFor(c, 'section')).not.toContainEqual(row)
      c.at(new Date('2026-12-21T09:00:00+09:00'))
      const { says } = await c.as('section').get(urls.show(at))
      expect([says.includes('取りやめになりました'), says.includes('は、令和8年12月1日に取りやめ')]).toEqual([
        false,
        false,
      ])
    }))

  test('has the next agreement that is signed on the same proposal', () =>
    w.inCity('kawaguchi', async (c) => {
      await openFor(c)
      const { agreement, project } = await withoutAgreement(c)
      const next = await c.run(async (db) => {
        const { id: proposal_id } = await aProposal(c, db, 'decided')
        const offered = await anAgreement(c, db, 'offered')
        for (const { id } of [agreement, offered])
          await db.updateTable('agreements').set({ proposal_id }).where('id', '=', id).execute()
        await db.updateTable('projects').set({ proposal_id }).where('id', '=', project.id).execute()
        for (const side of await groupAndCity(db, c))
          await signAs(db, c, side, (await findAgreementById(db, offered.id))!)
        return offered
      })
      await workFor(c, projects)
      expect((await c.run((db) => findProjectById(db, project.id)))?.agreement_id).toBe(next.id)
    }))
})
