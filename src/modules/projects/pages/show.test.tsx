import { expect, test } from 'vitest'
import { addressOf, aParty, aPublicProject } from '../../../../test/projects.ts'
import { useWorld } from '../../../../test/world.ts'
import { onStatement } from '../../../platform/db/index.ts'
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
