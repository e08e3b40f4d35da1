import { expect, test } from 'vitest'
import { aProject } from '../../../../test/projects.ts'
import { useWorld } from '../../../../test/world.ts'
import { Conflict, Forbidden, Invalid } from '../../../platform/refusals.ts'
import { findProjectById } from '../index.ts'
import { ReportForm } from '../project/report.ts'
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
