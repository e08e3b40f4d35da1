import { describe, expect, test } from 'vitest'
import { aPublicProject, aRound, aStoppedProject } from '../../../../test/projects.ts'
import { aProposal, openFor } from '../../../../test/proposals.ts'
import { runTimedFor, workFor } from '../../../../test/work.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { agreements } from '../../agreements/index.ts'
import { evaluations } from '../../evaluations/index.ts'
import { findProjectById, projects } from '../../projects/index.ts'
import { findProposalById, proposals } from '../../proposals/index.ts'
import { actorFor, parties } from '../index.ts'
import { changeDepartments } from '../jobs.ts'
import { urls } from '../urls.ts'

const w = useWorld()
const here = { city: 'kawaguchi' }
const pageOf = (c: CityWorld, key: string) => urls.show({ ...here, number: String(c.parties[key]!.number) })
const office = (c: CityWorld) => pageOf(c, 'department-office')
const follow = (c: CityWorld) => workFor(c, parties, proposals, agreements, projects, evaluations)
const flowers = { name: '環境部 花と緑の課', kana: 'かんきょうぶはなとみどりのか' }
const greens = '環境部 みどり課'
const safety = '危機管理部 防災課'

const send = async (c: CityWorld, verb: string, values: Record<string, string | string[]>) => {
  const sent = await c.as('section').fill(`${office(c)}/${verb}`, values)
  expect(sent.status, sent.says).toBe(303)
  await follow(c)
}
const rename = (c: CityWorld, on_day: string) => send(c, 'rename', { ...flowers, on_day })
const end = (c: CityWorld, ends_on: string, to = 'safety-office', also: string[] = []) =>
  send(c, 'end', { ends_on, to: c.parties[to]?.id ?? '', also: also.map((key) => c.parties[key]!.id) })

describe('the city’s organisation', () => {
  test.each(['secretary', 'officer', 'stranger'])('is not changed by %s, who learns it before typing', (person) =>
    w.inCity('kawaguchi', async (c) => {
      const verbs = ['rename', 'end', 'department', 'restore', 'change/drop'].map((verb) => `${office(c)}/${verb}`)
      for (const page of [urls.newDepartment(here), ...verbs])
        expect((await c.as(person).get(page)).status, page).toBe(403)
    }),
  )

  test('has no form of a group for a department, and none of a department for a group', () =>
    w.inCity('kawaguchi', async (c) => {
      expect((await c.as('section').get(`${office(c)}/edit`)).status).toBe(403)
      for (const verb of ['rename', 'end', 'department'])
        expect((await c.as('section').get(`${pageOf(c, 'first')}/${verb}`)).status, verb).toBe(403)
    }))

  test('neither ends nor renames the city itself', () =>
    w.inCity('kawaguchi', async (c) => {
      for (const verb of ['rename', 'end'])
        expect((await c.as('section').get(`${pageOf(c, 'city')}/${verb}`)).status).toBe(403)
    }))

  test('has a new department, which can be chosen at once', () =>
    w.inCity('kawaguchi', async (c) => {
      const park = { name: '都市部 公園課', kana: 'としぶこうえんか', starts_on: '2026-11-25' }
      expect((await c.as('section').fill(urls.newDepartment(here), park)).status).toBe(303)
      expect((await c.as('nobody').get(urls.departments(here))).says).toContain(park.name)
      expect((await c.as('administrator').get('/kawaguchi/admin/people/new')).says).toContain(park.name)
    }))
})

describe('a department that gets another name', () => {
  test('has it in open proposals and projects at once; what is decided keeps the name of its time', () =>
    w.inCity('kawaguchi', async (c) => {
      await openFor(c)
      const { done, open, going, over } = await c.run(async (db) => {
        const over = await aStoppedProject(c, db)
        return {
          done: await aProposal(c, db, 'decided'),
          open: await aProposal(c, db, 'accepted'),
          going: await aPublicProject(c, db),
          over,
        }
      })
      c.at(new Date('2027-04-01T01:00:00Z'))
      await rename(c, '2027-04-01')
      const nameIn = (id: string) => c.run((db) => findProposalById(db, id)).then((found) => found?.department_name)
      expect([await nameIn(open.id), await nameIn(done.id)]).toEqual([flowers.name, greens])
      const namesIn = async (id: string) =>
        (await c.run((db) => findProjectById(db, id)))!.parties.map(({ name }) => name)
      expect(await namesIn(going.id)).toContain(flowers.name)
      expect(await namesIn(over.id)).toContain(greens)
      const page = (await c.as('nobody').get(office(c))).says
      expect(page).toContain(flowers.name)
      expect(page).toContain(`${greens}（令和9年3月31日(水)まで）`)
    }))

  test('on a later day keeps its name until then, and the change can be dropped', () =>
    w.inCity('kawaguchi', async (c) => {
      await rename(c, '2027-04-01')
      const page = await c.as('section').get(office(c))
      expect(page.says).toContain('令和9年4月1日(木)から「環境部 花と緑の課」に名前が変わることが登録されています')
      expect((await c.as('nobody').get(office(c))).says).not.toContain('花と緑の課')
      expect((await c.as('section').get(`${office(c)}/end`)).status).toBe(409)

      await send(c, 'change/drop', {})
      c.at(new Date('2027-04-01T01:00:00Z'))
      await runTimedFor(c, changeDepartments)
      expect((await c.as('nobody').get(office(c))).says).not.toContain('花と緑の課')
    }))

  test('gets it by itself just after midnight of that day, and not a second time', () =>
    w.inCity('kawaguchi', async (c) => {
      await rename(c, '2027-04-01')
      c.at(new Date('2027-03-31T14:59:00Z'))
      await runTimedFor(c, changeDepartments)
      expect((await c.as('nobody').get(office(c))).says).toContain(greens)
      c.at(new Date('2027-03-31T15:01:00Z'))
      for (const _ of ['once', 'again']) await runTimedFor(c, changeDepartments)
      expect((await c.as('nobody').get(office(c))).says).toContain(flowers.name)
      const entries = await c.run((db) =>
        db.selectFrom('record_entries').select('kind').where('kind', '=', 'party.department-renamed').execute(),
      )
      expect(entries).toHaveLength(1)
    }))

  test('cannot get the name it has, nor a day before its last renaming; all that was typed stays', () =>
    w.inCity('kawaguchi', async (c) => {
      const same = await c.as('section').fill(`${office(c)}/rename`, { name: greens, kana: 'か', on_day: '2026-11-25' })
      expect([same.status, same.says]).toEqual([422, expect.stringContaining('いまと同じ名前です')])
      await rename(c, '2026-11-20')
      const early = await c
        .as('section')
        .fill(`${office(c)}/rename`, { name: '別の課', kana: 'べつのか', on_day: '2026-11-10' })
      expect([early.status, early.says]).toEqual([422, expect.stringContaining('それより後の日にしてください')])
      expect(early.text).toContain('別の課')
    }))

  test('which was misspelt is put right without a former name', () =>
    w.inCity('kawaguchi', async (c) => {
      await send(c, 'department', { name: '環境部 みどり推進課', kana: 'かんきょうぶみどりすいしんか' })
      const page = (await c.as('nobody').get(office(c))).says
      expect(page).toContain('環境部 みどり推進課')
      expect(page).not.toContain('以前の名前')
    }))
})

describe('a department that ends', () => {
  test('leaves its open work, its officers and its side of an evaluation to its successor; signed and done work stays', () =>
    w.inCity('kawaguchi', async (c) => {
      await openFor(c)
      const { done, open, project, round } = await c.run(async (db) => ({
        done: await aProposal(c, db, 'decided'),
        open: await aProposal(c, db, 'accepted'),
        ...(await aRound(c, db)),
      }))
      await end(c, '2026-11-24')
      const to = c.parties['safety-office']!.id
      const found = await c.run(async (db) => ({
        open: await findProposalById(db, open.id),
        done: await findProposalById(db, done.id),
        project: await findProjectById(db, project.id),
        seats: await db
          .selectFrom('evaluation_seats')
          .select(['is_city', 'party_ids'])
          .where('evaluation_id', '=', round.id)
          .execute(),
        officer: await actorFor(db, c.people.officer!.account_id!, c.now),
      }))
      expect(found.open).toMatchObject({ department_id: to, department_name: safety })
      expect(found.done).toMatchObject({ department_name: greens })
      expect(found.project).toMatchObject({ department_id: to })
      expect(found.project!.parties.map(({ name }) => name)).toContain(safety)
      expect(found.seats.find(({ is_city }) => is_city)!.party_ids).toContain(to)
      expect(found.officer.posts).toMatchObject([{ role: 'department', department_id: to }])
      expect((await c.as('nobody').get(office(c))).says).toContain('令和8年11月24日(火)をもって廃止されました')
      expect((await c.as('nobody').get(office(c))).says).toContain(safety)
      expect((await c.as('nobody').get(urls.departments(here))).says).toContain('廃止された部署')
      expect((await c.as('administrator').get('/kawaguchi/admin/people/new')).says).not.toContain(greens)
    }))

  test('without a successor leaves its open work to the section and ends its officers’ posts, which is said before', () =>
    w.inCity('kawaguchi', async (c) => {
      await openFor(c)
      const open = await c.run((db) => aProposal(c, db, 'accepted'))
      expect((await c.as('section').get(`${office(c)}/end`)).says).toContain(
        '選ばないときは、この部署の職員の役割は終わります',
      )
      await end(c, '2026-11-24', '')
      const found = await c.run((db) => findProposalById(db, open.id))
      expect(found).toMatchObject({ department_id: null, department_name: null })
      expect((await c.run((db) => actorFor(db, c.people.officer!.account_id!, c.now))).posts).toEqual([])
    }))

  test('is split: every successor stands on its page, the first has the work', () =>
    w.inCity('kawaguchi', async (c) => {
      await end(c, '2026-11-24', 'safety-office', ['section-office'])
      const page = (await c.as('nobody').get(office(c))).says
      expect(page).toContain(`仕事は、${safety}、市民生活部 協働推進課が引き継いでいます`)
    }))

  test('is merged with another into a third, whose page says whose work it took over', () =>
    w.inCity('kawaguchi', async (c) => {
      await end(c, '2026-11-24', 'section-office')
      const other = await c.as('section').fill(`${pageOf(c, 'safety-office')}/end`, {
        ends_on: '2026-11-24',
        to: c.parties['section-office']!.id,
      })
      expect(other.status).toBe(303)
      const page = (await c.as('nobody').get(pageOf(c, 'section-office'))).says
      expect(page).toContain(greens)
      expect(page).toContain(safety)
    }))

  test('by mistake is restored; what moved stays where it is, and the page says so before', () =>
    w.inCity('kawaguchi', async (c) => {
      await end(c, '2026-11-24')
      const asked = await c.as('section').get(`${office(c)}/restore`)
      expect(asked.says).toContain('自動では戻りません')
      await send(c, 'restore', {})
      expect((await c.as('administrator').get('/kawaguchi/admin/people/new')).says).toContain(greens)
      expect((await c.as('section').get(`${office(c)}/restore`)).status).toBe(409)
    }))

  test('has no successor that it is itself, none that is unknown, and no second one without a first', () =>
    w.inCity('kawaguchi', async (c) => {
      const own = c.parties['department-office']!.id
      const wrong: Record<string, string | string[]>[] = [
        { to: own },
        { to: 'nowhere' },
        { also: [c.parties['safety-office']!.id] },
      ]
      for (const values of wrong) {
        const sent = await c.as('section').fill(`${office(c)}/end`, { ends_on: '2026-11-24', ...values })
        expect(sent.status, JSON.stringify(values)).toBe(422)
      }
    }))

  test('while another renames it in a second tab: the later one hears of it', () =>
    w.inCity('kawaguchi', async (c) => {
      const first = await c.as('section').get(`${office(c)}/rename`)
      await rename(c, '2026-11-25')
      const late = await c.as('section').post(`${office(c)}/end`, { ends_on: '2026-11-24', _revision: '1' })
      expect(first.status).toBe(200)
      expect([403, 409]).toContain(late.status)
    }))
})
