import { expect, test } from 'vitest'
import { aProject, aPublicProject } from '../../../../test/projects.ts'
import { useWorld } from '../../../../test/world.ts'
import { newId, onStatement } from '../../../platform/db/index.ts'
import { putSearch } from '../../../platform/search/index.ts'
import { releaseProject } from '../../projects/index.ts'
import { findPersonToInvite } from '../queries/people.ts'
import { urls } from '../urls.ts'

const w = useWorld()
const here = { city: 'kawaguchi' }

test('a stranger is not shown the form for a new group, and is told where to go', () =>
  w.inCity('kawaguchi', async (c) => {
    const answer = await c.as('stranger').get(urls.new(here))
    expect(answer.status).toBe(403)
    expect(answer.says).toContain('協働の担当課')
  }))

test('nobody is sent to sign in, and would come back to the same page', () =>
  w.inCity('kawaguchi', async (c) => {
    const answer = await c.as('nobody').get(urls.new(here))
    expect(answer.status).toBe(303)
    expect(answer.location).toContain(encodeURIComponent(urls.new(here)))
  }))

test('an address of no city is not found', () =>
  w.run(async (world) => {
    const { browse } = await import('../../../../test/http.ts')
    expect((await browse(world, null).get('/atlantis/groups')).status).toBe(404)
  }))

test('everyone may read the groups, and never an address or a telephone number', () =>
  w.inCity('kawaguchi', async (c) => {
    const answer = await c.as('nobody').get(urls.list(here))
    expect(answer.status).toBe(200)
    expect(answer.says).toContain('NPO法人 みどりの架け橋')
    expect(answer.text).not.toContain('@')
  }))

test('the section registers a group, and everyone finds it', () =>
  w.inCity('kawaguchi', async (c) => {
    const sent = await c.as('section').fill(urls.new(here), {
      name: '髙﨑𠮷の会',
      kana: 'たかさきよしのかい',
      kind: c.parties.first!.kind,
      purpose: '<b>見守り</b>',
      published: 'yes',
    })
    expect(sent.status, sent.says).toBe(303)
    const page = await c.as('nobody').get(sent.location!)
    expect(page.heading).toBe('髙﨑𠮷の会')
    expect(page.says).toContain('<b>見守り</b>')
  }))

test('what was typed stays in the form with a sentence at the field', () =>
  w.inCity('kawaguchi', async (c) => {
    const answer = await c
      .as('section')
      .fill(urls.new(here), { name: '', kana: 'てすと', kind: c.parties.first!.kind, purpose: '目的です' })
    expect(answer.status).toBe(422)
    expect(answer.errors.name).toContain('団体の名前を入力してください。')
    expect(answer.field('目的')).toBe('目的です')
  }))

test('sending the same form twice makes one group', () =>
  w.inCity('kawaguchi', async (c) => {
    const browser = c.as('section')
    const page = await browser.get(urls.new(here))
    const values = {
      ...page.formValues,
      name: '二度の会',
      kana: 'にどのかい',
      kind: c.parties.first!.kind,
      purpose: '一度だけ',
    }
    const [one, two] = [await browser.post(urls.new(here), values), await browser.post(urls.new(here), values)]
    expect(two.location).toBe(one.location)
    const changed = await browser.post(urls.new(here), { ...values, name: '別の名' })
    expect(changed.status).toBe(409)
    const rows = await c.run((db) => db.selectFrom('parties').select('id').where('name', '=', '二度の会').execute())
    expect(rows).toHaveLength(1)
  }))

test('a form without its token is refused, and keeps what was typed', () =>
  w.inCity('kawaguchi', async (c) => {
    const answer = await c.as('section').post(urls.new(here), { name: 'よその会' })
    expect(answer.status).toBe(403)
    expect(answer.field('団体の名前')).toBe('よその会')
  }))

test('of two people who edit the same group the later is shown both', () =>
  w.inCity('kawaguchi', async (c) => {
    const at = { ...here, number: String(c.parties.first!.number) }
    const [one, two] = [c.as('secretary'), c.as('representative')]
    const form = (await two.get(urls.edit(at))).formValues
    expect((await one.fill(urls.edit(at), { purpose: '先に直した目的' })).status).toBe(303)
    const late = await two.post(urls.edit(at), { ...form, purpose: '後から直した目的' })
    expect(late.status).toBe(409)
    expect(late.field('目的')).toBe('後から直した目的')
  }))

test('a member of another group cannot edit', () =>
  w.inCity('kawaguchi', async (c) => {
    const at = { ...here, number: String(c.parties.first!.number) }
    expect((await c.as('neighbour').get(urls.edit(at))).status).toBe(403)
  }))

test('the day from which a role holds is offered as the city writes it', () =>
  w.inCity('kawaguchi', async (c) => {
    const at = { ...here, number: String(c.parties.first!.number) }
    const page = await c.as('representative').get(urls.newMember(at))
    expect(page.field('この役割が始まる日')).toMatch(/^令和8年/)
  }))

test('who is entered with an address is invited to an account, and who has none is not', () =>
  w.inCity('kawaguchi', async (c) => {
    const at = { ...here, number: String(c.parties.first!.number) }
    const enter = (name: string, email: string) =>
      c.as('representative').fill(urls.newMember(at), { name, email, role: 'secretary', starts_on: '令和8年11月1日' })
    expect((await enter('矢作 とわ', '')).status).toBe(303)
    const invited = () =>
      c.run((db) => db.selectFrom('outbox').select('payload').where('job', '=', 'account.invite').execute())
    expect(await invited()).toEqual([])
    expect((await enter('新井 あらた', 'arata@example.jp')).status).toBe(303)
    const person = await c.run((db) =>
      db.selectFrom('people').select('id').where('email', '=', 'arata@example.jp').executeTakeFirstOrThrow(),
    )
    expect((await invited()).map((one) => one.payload)).toEqual([{ person: person.id }])
  }))

test('who will sign for the city needs a second factor, as its staff do; who signs for a group does not', () =>
  w.inCity('kawaguchi', async (c) => {
    const enter = async (party: string, email: string) => {
      const at = { ...here, number: String(c.parties[party]!.number) }
      const scan = new File(['%PDF-1.4'], '届け書.pdf', { type: 'application/pdf' })
      const values = { name: '加藤 陽', email, role: 'signatory', starts_on: '令和8年11月1日', scan }
      expect((await c.as('section').fill(urls.newMember(at), values)).status).toBe(303)
      return c.run(async (db) => {
        const { id } = await db.selectFrom('people').select('id').where('email', '=', email).executeTakeFirstOrThrow()
        return (await findPersonToInvite(db, id, c.now))!.staff
      })
    }
    expect(await enter('city', 'city@example.jp')).toBe(true)
    expect(await enter('first', 'group@example.jp')).toBe(false)
  }))

test('what a group takes part in stands on its page as soon as it is published, and not before', () =>
  w.inCity('kawaguchi', async (c) => {
    const page = () => c.as('nobody').get(urls.show({ ...here, number: String(c.parties.first!.number) }))
    const project = await c.run((db) => aProject(c, db))
    expect((await page()).says).not.toContain(project.title)
    await c.run(async (db) => releaseProject(await c.act(db, 'section'), project))
    const shown = await page()
    expect(shown.headings).toContain('取り組んでいる事業（1件）')
    expect(shown.links.find(({ text }) => text === project.title)?.href).toContain('/projects/')
    const other = await c.as('nobody').get(urls.show({ ...here, number: String(c.parties.second!.number) }))
    expect(other.says).not.toContain(project.title)
  }))

test('of many there are the ten newest of each kind, in one statement, and a way to all of them', () =>
  w.inCity('kawaguchi', async (c) => {
    const counted = async () => {
      let statements = 0
      const stop = onStatement(() => statements++)
      const page = await c.as('nobody').get(urls.show({ ...here, number: String(c.parties.first!.number) }))
      stop()
      return { page, statements }
    }
    await c.run((db) => aPublicProject(c, db, 'planned'))
    const { statements } = await counted()
    await c.run(async (db) => {
      for (let at = 0; at < 12; at++) await aPublicProject(c, db, 'planned', { title: `続きの取り組み${at}` })
    })
    const many = await counted()
    expect(many.page.headings).toContain('取り組んでいる事業（13件）')
    expect(many.page.says).toContain('ほかに3件あります。')
    expect(many.page.links.map(({ href }) => href)).toContain(`/kawaguchi/projects?party=${c.parties.first!.id}`)
    expect(many.statements).toBeLessThanOrEqual(statements)
  }))

test('what is done stands before what was proposed and agreed on, each with the way to its own page', () =>
  w.inCity('kawaguchi', async (c) => {
    const { id, number } = c.parties.first!
    const found = (kind: string) => ({
      kind,
      id: newId(),
      ref: `r8-${kind}-0001`,
      title: `花壇の${kind}`,
      text: '花壇',
    })
    await c.run(async (db) => {
      for (const kind of ['proposal', 'agreement', 'project'])
        await putSearch(db, { ...found(kind), facets: [`party:${id}`], at: new Date() })
    })
    const page = await c.as('nobody').get(urls.show({ ...here, number: String(number) }))
    expect(page.headings).toContain('取り組んでいる事業（1件）')
    const hrefs = page.links.filter(({ text }) => text.startsWith('花壇の')).map(({ href }) => href)
    expect(hrefs).toEqual([
      '/kawaguchi/projects/r8-project-0001',
      '/kawaguchi/proposals/r8-proposal-0001',
      '/kawaguchi/agreements/r8-agreement-0001',
    ])
  }))

test('a group that is not published is not found by anyone, whatever it takes part in', () =>
  w.inCity('kawaguchi', async (c) => {
    await c.run(async (db) => {
      await aPublicProject(c, db)
      await db.updateTable('parties').set({ published_at: null }).where('id', '=', c.parties.first!.id).execute()
    })
    const at = urls.show({ ...here, number: String(c.parties.first!.number) })
    expect((await c.as('nobody').get(at)).status).toBe(404)
    expect((await c.as('stranger').get(at)).status).toBe(404)
    expect((await c.as('secretary').get(at)).says).toContain('まだ公開されていません')
  }))

test('the list of groups is narrowed by kind, part of the city and words, and nothing else in the address does anything', () =>
  w.inCity('kawasaki', async (c) => {
    const kind = c.parties.first!.kind
    const ward = c.charter.territory.units[2]!
    await c.run((db) =>
      db.updateTable('parties').set({ ward: ward.key }).where('id', '=', c.parties.first!.id).execute(),
    )
    const list = async (query: object) => (await c.as('nobody').get(urls.list({ city: 'kawasaki' }, { ...query }))).says
    const { name } = c.parties.first!
    expect(await list({ kind, ward: ward.key })).toContain(name)
    expect(await list({ ward: ward.key })).toContain(ward.label.ja)
    expect(await list({ ward: c.charter.territory.units[3]!.key })).toContain('条件に合う団体はありません')
    expect(await list({ q: name.slice(-4) })).toContain(name)
    expect(await list({ q: '%' })).not.toContain(name)
    expect(await list({ unit: 'city', after: "1'or'1" })).toContain(name)
  }))

test('everyone sees the departments and wards of the city and what each takes part in, and no telephone number', () =>
  w.inCity('kawasaki', async (c) => {
    const at = { city: 'kawasaki' }
    await c.run(async (db) => {
      const office = c.parties['department-office']!
      await db.updateTable('parties').set({ phone: '044-000-0000' }).where('id', '=', office.id).execute()
      await aPublicProject(c, db)
    })
    const page = await c.as('nobody').get(urls.departments(at))
    expect(page.headings).toContain('市の部署と区')
    expect(page.says).toContain('麻生区役所')
    const { name } = c.parties['department-office']!
    expect(page.says).toMatch(new RegExp(`${name}\\s*事業 1件`))
    const own = await c.as('nobody').get(page.links.find(({ text }) => text === name)!.href)
    expect(own.headings).toContain('取り組んでいる事業（1件）')
    const project = await c.as('nobody').get(own.links.find(({ href }) => href.includes('/projects/r'))!.href)
    expect(project.links.map(({ text }) => text)).toContain(name)
    expect(own.text + page.text).not.toContain('044-000-0000')
  }))
