import { expect, test } from 'vitest'
import { addressOf, aProject, aPublicProject } from '../../../../test/projects.ts'
import { useWorld } from '../../../../test/world.ts'
import { Conflict, Forbidden, Invalid } from '../../../platform/refusals.ts'
import { findProjectById } from '../index.ts'
import { ReportForm } from '../project/report.ts'
import { urls } from '../urls.ts'
import { reportOnProject, reviseReport, stopProject } from './index.ts'

const w = useWorld()

const typed = { kind: 'activity', title: '第1回', held_on: '令和8年6月10日', text: 'しました。' }
const written = ReportForm.parse(typed)

test('strangers neither report nor put a report right; a party does, but not for a day that lies ahead', () =>
  w.inCity('iruma', (c) =>
    c.run(async (db) => {
      const project = await aProject(c, db, 'active')
      const [act, stranger] = [await c.act(db, 'secretary'), await c.act(db, 'stranger')]
      await expect(reportOnProject(stranger, project, written)).rejects.toThrow(Forbidden)
      const { made: id } = await reportOnProject(act, project, written)
      const there = (await findProjectById(db, project.id))!
      const report = { ...there, report: there.reports.find((one) => one.id === id)! }
      await expect(reviseReport(stranger, report, written)).rejects.toThrow(Forbidden)
      const ahead = ReportForm.parse({ ...typed, held_on: '令和9年1月1日' })
      await expect(reviseReport(act, report, ahead)).rejects.toThrow(Invalid)
      await reviseReport(act, report, { ...written, title: '第1回の付き添い' })
      expect((await findProjectById(db, project.id))!.reports).toMatchObject([{ title: '第1回の付き添い' }])
    }),
  ))

test('once all is decided, nothing is reported and no report is put right', () =>
  w.inCity('iruma', (c) =>
    c.run(async (db) => {
      const act = await c.act(db, 'section')
      const project = await aProject(c, db, 'active')
      await reportOnProject(act, project, written)
      const given = { acting_for: '', decided_on: '2026-11-20', reasons: '担い手がいなくなったため。' }
      const { made: over } = await stopProject(act, project, given)
      await expect(reportOnProject(act, over, written)).rejects.toThrow(Conflict)
      await expect(reviseReport(act, { ...over, report: over.reports[0]! }, written)).rejects.toThrow(Conflict)
    }),
  ))

test('the words of a report are its writer’s: neither the city nor another group changes them, the city only hides them', () =>
  w.inCity('kawaguchi', async (c) => {
    const project = await c.run((db) => aPublicProject(c, db))
    const { made: id } = await c.run(async (db) =>
      reportOnProject(await c.act(db, 'secretary'), project, { ...written, text: '内輪の話を書きました。' }),
    )
    const at = { ...addressOf('kawaguchi', project), report: id }
    for (const person of ['section', 'officer'])
      expect((await c.as(person).get(urls.editReport(at))).status, person).toBe(403)
    const page = await c.as('officer').get(urls.show(at))
    const hrefs = page.links.map(({ href }) => href)
    expect([hrefs.includes(urls.editReport(at)), hrefs.includes(urls.reportVisibility(at))]).toEqual([false, true])
    expect((await c.as('secretary').get(urls.reportVisibility(at))).status).toBe(403)
    expect((await c.as('officer').fill(urls.reportVisibility(at))).status).toBe(303)
    expect((await c.as('nobody').get(urls.show(at))).says).not.toContain('内輪の話')
    expect((await c.as('secretary').get(urls.show(at))).says).toContain('内輪の話')
    expect((await c.as('officer').fill(urls.reportVisibility(at))).status).toBe(303)
    expect((await c.as('nobody').get(urls.show(at))).says).toContain('内輪の話')
  }))

test('a report of the city is put right by the city, and not by a group', () =>
  w.inCity('kawaguchi', async (c) => {
    const project = await c.run((db) => aPublicProject(c, db))
    const { made: report } = await c.run(async (db) => reportOnProject(await c.act(db, 'officer'), project, written))
    const at = { ...addressOf('kawaguchi', project), report }
    expect((await c.as('secretary').get(urls.editReport(at))).status).toBe(403)
    expect((await c.as('officer').fill(urls.editReport(at), { title: '市の報告' })).status).toBe(303)
  }))
