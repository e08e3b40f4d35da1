import { expect, test } from 'vitest'
import { anAgreement } from '../../../../test/agreements.ts'
import { addressOf, aParty, aPublicProject } from '../../../../test/projects.ts'
import { useWorld } from '../../../../test/world.ts'
import { onStatement } from '../../../platform/db/index.ts'
import { findAgreementById, releaseAgreement, terminateAgreement } from '../../agreements/index.ts'
import { word } from '../../charters/index.ts'
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

test('after its agreement was given up, the page says so to everyone, and leads those who may to its early end', () =>
  w.inCity('kawaguchi', async (c) => {
    const project = await c.run(async (db) => {
      const section = await c.act(db, 'section')
      const agreement = await anAgreement(c, db, 'in_force')
      await releaseAgreement(section, agreement, { withheld: [] })
      const made = await aPublicProject(c, db, 'active', { agreement_id: agreement.id })
      const { actor } = await c.act(db, 'clerk')
      const now = await findAgreementById(db, agreement.id)
      const given = { reason: '入院のため', public_reason: '', ended_on: '2026-12-20' }
      if (now) await terminateAgreement.byTwo(section, actor, now, given)
      return made
    })
    const at = addressOf('kawaguchi', project)
    const name = word(c.charter, 'agreement')
    expect((await c.as('nobody').get(urls.show(at))).says).toContain('令和8年12月20日に取りやめになります。')
    c.at(new Date('2026-12-21T09:00:00+09:00'))
    const open = await c.as('nobody').get(urls.show(at))
    expect(open.says).toContain(`この事業のもとの${name}は、令和8年12月20日に取りやめになりました。`)
    expect(open.says).toContain(`${name}を取りやめました。`)
    expect(open.says).not.toContain('途中で終える')
    expect((await c.as('section').get(urls.show(at))).says).toContain('事業も終えるときは、途中で終えるに進んで')
  }))
