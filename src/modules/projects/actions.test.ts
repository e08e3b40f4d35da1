import { describe, expect, test } from 'vitest'
import { addressOf, anEntry, aParty, aProject, aPublicProject, opened, revisedCharter } from '../../../test/projects.ts'
import { useWorld } from '../../../test/world.ts'
import { Forbidden, Invalid } from '../../platform/refusals.ts'
import { rebuildSearch } from '../../platform/search/index.ts'
import { beginEvaluation, decideOn, findRound, noteTalk } from '../evaluations/index.ts'
import { enterProject, findProjectById, projects, reviseProject, waitingFor } from './index.ts'

const w = useWorld()

describe('parties', () => {
  test('no party can be changed into a set that the charter does not know', () =>
    w.inCity('yoshikawa', async (c) => {
      await c.run(async (db) => {
        const project = await aProject(c, db)
        const act = await c.act(db, 'section')
        const alone = anEntry(c, { parties: [aParty(c, 'first'), aParty(c, 'second')] })
        await expect(reviseProject(act, project, alone)).rejects.toThrow('市民と行政との協働です')
        const twice = anEntry(c, { parties: [aParty(c, 'first'), aParty(c, 'first'), aParty(c, 'department-office')] })
        await expect(reviseProject(act, project, twice)).rejects.toThrow('同じ団体が二度')
        expect((await findProjectById(db, project.id))!.parties.map(({ name }) => name)).toEqual(
          project.parties.map(({ name }) => name),
        )
      })
    }))

  test('one may come in and one may go, as long as the charter knows what remains', () =>
    w.inCity('yoshikawa', async (c) => {
      await c.run(async (db) => {
        const project = await aProject(c, db)
        const three = anEntry(c, { parties: [aParty(c, 'second'), aParty(c, 'first'), aParty(c, 'department-office')] })
        const revised = await reviseProject(await c.act(db, 'section'), project, three)
        expect(revised.parties.map(({ party_id }) => party_id)).toEqual(three.parties.map(({ party_id }) => party_id))
      })
    }))

  test('a group that stands outside it cannot enter it, nor speak for another', () =>
    w.inCity('kawaguchi', async (c) => {
      await c.run(async (db) => {
        const others = anEntry(c, { parties: [aParty(c, 'second'), aParty(c, 'third')], department_id: null })
        await expect(enterProject(await c.act(db, 'secretary'), others)).rejects.toThrow(Forbidden)
        const two = anEntry(c, { parties: [aParty(c, 'first'), aParty(c, 'second')], department_id: null })
        const inOtherVoice = { ...two, acting_for: c.parties.second!.id }
        await expect(enterProject(await c.act(db, 'secretary'), inOtherVoice)).rejects.toThrow(Forbidden)
        expect((await enterProject(await c.act(db, 'secretary'), two)).parties).toHaveLength(2)
      })
    }))
})

describe('the term', () => {
  test('longer than the charter allows at once is refused; a longer limit lets it pass', () =>
    w.inCity('iruma', async (c) => {
      const long = { starts_on: '2026-04-01', ends_on: '2031-03-31', fiscal_years: [2026] }
      await c.run(async (db) => {
        await expect(aProject(c, db, 'planned', long)).rejects.toThrow('3年以内です')
      })
      await revisedCharter(c, '2026-11-01', (charter) => {
        charter.timeLimit!.limits!.longestTermYears = 5
      })
      expect((await c.run((db) => aProject(c, db, 'planned', long))).ends_on).toBe('2031-03-31')
    }))

  test('where the charter has a time limit, the end is the day of looking unless another is named', () =>
    w.inCity('iruma', async (c) => {
      const [plain, named] = await c.run(async (db) => [
        await aProject(c, db),
        await aProject(c, db, 'planned', { sunset_on: '2026-09-30' }),
      ])
      expect(plain!.sunset_on).toBe('2026-10-31')
      expect(named!.sunset_on).toBe('2026-09-30')
    }))
})

describe('what others read', () => {
  test('the search tables made anew are those that every change wrote', () =>
    w.inCity('kawaguchi', async (c) => {
      await c.run(async (db) => {
        await aPublicProject(c, db)
        await aPublicProject(c, db, 'active', { title: '髙﨑𠮷の<b>花壇</b>' })
        await aProject(c, db)
      })
      const rows = () =>
        c.run((db) =>
          db.selectFrom('published.search').selectAll().where('kind', '=', 'project').orderBy('id').execute(),
        )
      const before = await rows()
      expect(before).toHaveLength(2)
      await c.run((db) => rebuildSearch(db, [projects]))
      expect(await rows()).toEqual(before)
    }))

  test('the inbox says what is to be begun, ended and gone on with, to those who may', () =>
    w.inCity('iruma', async (c) => {
      const project = await c.run((db) =>
        aProject(c, db, 'active', { ends_on: '2020-03-31', starts_on: '2019-04-01', sunset_on: '2020-03-31' }),
      )
      await c.run((db) => aProject(c, db))
      const waits = (one: string) =>
        c.run(async (db) => (await waitingFor(await c.act(db, one), 'iruma')).map(({ kind }) => kind).sort())
      expect(await waits('section')).toEqual(['事業を始める', '活動を終えて評価に進む'])
      expect(await waits('officer')).toEqual(['事業を始める', '活動を終えて評価に進む'])
      expect(await waits('stranger')).toEqual([])
      expect(await waits('neighbour')).toEqual([])
      expect(addressOf('iruma', project).ref).toBe('r8-project-0001')
    }))

  test('as whom it is done is their party or their department by its name; the section sees whose it is', () =>
    w.inCity('iruma', async (c) => {
      const parties = [aParty(c, 'first'), aParty(c, 'city')]
      await c.run((db) => aProject(c, db, 'planned', { parties }))
      const asWhom = (one: string) =>
        c.run(async (db) => (await waitingFor(await c.act(db, one), 'iruma')).map(({ who, of }) => [who, of]))
      const office = c.parties['department-office']!.name
      expect(await asWhom('officer')).toEqual([[office, undefined]])
      expect(await asWhom('section')).toEqual([['協働の担当課', office]])
      await c.run((db) => db.updateTable('project_parties').set({ is_city: false }).execute())
      expect(await asWhom('secretary')).toEqual([[c.parties.first!.name, undefined]])
    }))
})

describe('more than one year', () => {
  test('the first of two years is looked back on while the work goes on', () =>
    w.inCity('iruma', async (c) => {
      await c.run(async (db) => {
        const two = { fiscal_years: [2026, 2027], starts_on: '2026-05-01', ends_on: '2028-03-31' }
        const project = await aPublicProject(c, db, 'active', two)
        const act = await c.act(db, 'section')
        const begin = async (year: number) =>
          beginEvaluation(act, { project: (await findProjectById(db, project.id))!, charter: c.charter }, { year })
        const { made: round } = await begin(2026)
        expect((await findProjectById(db, project.id))!.state).toBe('active')
        expect(round.year).toBe(2026)
        await expect(begin(2026)).rejects.toThrow(Invalid)
        await begin(2027)
        expect((await findProjectById(db, project.id))!.state).toBe('awaiting_evaluation')
        expect(await findRound(db, project.id, 2027)).toBeDefined()
      })
    }))

  test('the year after the last that the charter allows is refused', () =>
    w.inCity('iruma', async (c) => {
      await revisedCharter(c, '2026-11-01', (charter) => {
        charter.timeLimit!.limits = { ...charter.timeLimit!.limits!, longestYears: 1 }
      })
      await c.run(async (db) => {
        const { round } = await opened(c, db)
        const act = await c.act(db, 'section')
        await noteTalk(act, round, {
          talked_on: '2026-11-20',
          people: '双方',
          agreed: '続けます。',
          notes: {},
        })
        const go = (decision: 'continue' | 'hand-over') =>
          decideOn(act, round, { decision, reasons: '理由', decided_on: '2026-11-20', committee_on: null })
        await expect(go('continue')).rejects.toThrow('通算1年まで')
        expect((await go('hand-over')).made.decision).toBe('hand-over')
      })
    }))
})
