import { describe, expect, test } from 'vitest'
import { halfway, sendByTwo } from '../../../../test/evaluations.ts'
import { textOfPdf } from '../../../../test/pdf-text.ts'
import {
  aDecision,
  addressOf,
  anAnswer,
  answerers,
  aParty,
  aProject,
  aPublicProject,
  decide,
  opened,
  revisedCharter,
} from '../../../../test/projects.ts'
import { workFor } from '../../../../test/work.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { onStatement } from '../../../platform/db/index.ts'
import { findLetter, type Letter, listLetters } from '../../../platform/letters/index.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { Conflict, Forbidden } from '../../../platform/refusals.ts'
import { urls as inbox } from '../../inbox/urls.ts'
import { findProjectById, type Inside } from '../../projects/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { wrongIn } from '../evaluation/future.ts'
import { beginEvaluation, decideFuture, evaluations, findRound, futureOf, giveAnswer, noteTalk } from '../index.ts'
import { urls } from '../urls.ts'

const w = useWorld()

const decision = (kind: string) => ({
  decision: kind,
  reasons: '利用が増え、続けてほしいという声が多いため。',
  decided_on: '令和8年11月20日',
})

/** An evaluation that was talked over: what becomes of its project can be decided. */
async function talkedOver(c: CityWorld) {
  const { project, round } = await c.run((db) => opened(c, db))
  const talk = { talked_on: '2026-11-20', people: '双方', agreed: '続けます。', notes: {} }
  await c.run(async (db) => noteTalk(await c.act(db, 'section'), round, talk))
  return { project, at: addressOf(c.slug, project) }
}

const futureOfProject = (c: CityWorld, { id }: Inside) =>
  c.run(async (db) => futureOf((await findRound(db, id, 2026))!))

const lettersOf = (c: CityWorld, { id }: Inside) => c.run((db) => listLetters(db, { kind: 'project', id }))
const stateOf = (c: CityWorld, { id }: Inside) => c.run(async (db) => (await findProjectById(db, id))!.state)

/** In this city one officer decides alone. */
const withoutFourEyes = (c: CityWorld) =>
  revisedCharter(c, '2026-11-01', (charter) => {
    charter.fourEyes = []
  })

describe('what becomes of a project', () => {
  test('is not decided by those who do not answer for it, nor while the work goes on, nor twice', () =>
    w.inCity('iruma', (c) =>
      c.run(async (db) => {
        const of = (project: Inside) => futureOf({ project, charter: c.charter, year: 2026 })
        const waiting = await aProject(c, db, 'awaiting_evaluation')
        const end = aDecision({ decision: 'end' })
        await expect(decideFuture(await c.act(db, 'secretary'), of(waiting), end)).rejects.toThrow(Forbidden)
        await expect(decide(c, db, of(await aProject(c, db, 'active')), end)).rejects.toThrow(Conflict)
        expect(await decide(c, db, of(waiting), end)).toMatchObject({ state: 'decided', decision: 'end' })
        await expect(decide(c, db, of(waiting), end)).rejects.toThrow(Conflict)
      }),
    ))

  test('is decided after the evaluation of its last year, not after that of another', () =>
    w.inCity('iruma', async (c) => {
      const two = { fiscal_years: [2026, 2027], starts_on: '2026-05-01', ends_on: '2028-03-31' }
      const project = await c.run((db) => aPublicProject(c, db, 'awaiting_evaluation', two))
      const refused = await c.as('section').get(urls.decision(addressOf('iruma', project)))
      expect([refused.status, refused.says.includes('令和9年度の評価のページで決めます')]).toEqual([409, true])
      const last = { ...addressOf('iruma', project), year: 'r9' }
      expect((await c.as('section').get(urls.show(last))).links.map(({ href }) => href)).toContain(urls.decision(last))
      expect((await c.as('section').get(urls.decision(last))).status).toBe(200)
    }))

  test('is decided neither before the work was finished nor before the talk', () =>
    w.inCity('iruma', async (c) => {
      const { at } = await talkedOver(c)
      const finished = addressOf('iruma', await c.run((db) => aProject(c, db, 'awaiting_evaluation')))
      for (const [there, on, sentence] of [
        [at, '令和8年11月19日', '話し合った日（令和8年11月20日）か、それより後の日に'],
        [finished, '令和8年10月30日', '活動を終えた日（令和8年10月31日）か、それより後の日に'],
        [finished, '令和8年11月26日', '今日までの日付に'],
      ] as const) {
        const answer = await c.as('section').fill(urls.decision(there), { ...decision('end'), decided_on: on })
        expect([answer.status, answer.errors]).toEqual([422, { decided_on: expect.stringContaining(sentence) }])
      }
    }))

  test('rests on an opinion of the committee that was heard by the day of the decision', () =>
    w.inCity('iruma', async (c) => {
      const { project } = await talkedOver(c)
      const one = await futureOfProject(c, project)
      const heard = (committee_on: string) => wrongIn(one, aDecision({ committee_on }), '2026-11-25').committee_on
      expect([heard('2026-11-20'), heard('2026-11-21'), heard('2026-11-26')]).toEqual([
        undefined,
        expect.stringContaining('決めた日（令和8年11月20日）か、それより前の日に'),
        expect.stringContaining('今日までの日付に'),
      ])
    }))

  test('waits in the inbox once, whatever years were looked back on before the last', () =>
    w.inCity('iruma', async (c) => {
      const two = { fiscal_years: [2025, 2026], starts_on: '2025-05-01', ends_on: '2027-03-31' }
      const project = await c.run(async (db) => {
        const act = await c.act(db, 'section')
        const { id } = await aPublicProject(c, db, 'active', two)
        for (const year of [2025, 2026]) {
          const open = (await findProjectById(db, id))!
          let { made: round } = await beginEvaluation(act, { project: open, charter: c.charter }, { year })
          for (const [at, person] of answerers.entries()) {
            const seat = round.seats[at]!
            const answers = anAnswer(c.charter, seat.side, at, 'ことば')
            round = (await giveAnswer(await c.act(db, person), round, { seat: seat.id, answers })).made
          }
          await noteTalk(act, round, { talked_on: '2026-11-20', people: '双方', agreed: '続けます。', notes: {} })
        }
        return (await findProjectById(db, id))!
      })
      const links = (await c.as('section').get(inbox.mine({ city: 'iruma' }))).links.map(({ href }) => href)
      expect(links.filter((href) => href.endsWith('/decision'))).toEqual([urls.decision(addressOf('iruma', project))])
    }))

  test('the year after the last that the charter allows is refused', () =>
    w.inCity('iruma', async (c) => {
      await revisedCharter(c, '2026-11-01', (charter) => {
        charter.timeLimit!.limits = { ...charter.timeLimit!.limits!, longestYears: 1 }
      })
      const { project } = await talkedOver(c)
      await c.run(async (db) => {
        const round = (await findRound(db, project.id, 2026))!
        await expect(decide(c, db, round)).rejects.toThrow('通算1年まで')
        expect((await decide(c, db, round, { decision: 'hand-over' })).decision).toBe('hand-over')
      })
    }))
})

describe('by two officers', () => {
  test('while it waits, the page of the evaluation and of the project lead to what was prepared', () =>
    w.inCity('iruma', async (c) => {
      const { at } = await talkedOver(c)
      const pages = [urls.show(at), projects.show(at)]
      const leadTo = async (page: string, verb: string) => {
        const links = (await c.as('clerk').get(page)).links.map(({ href }) => href)
        return [links.includes(verb), links.includes(`${verb}/confirmation`)]
      }
      await c.as('section').fill(urls.decision(at), decision('end'))
      expect(await leadTo(urls.show(at), urls.decision(at))).toEqual([false, true])
      await c.as('clerk').fill(`${urls.decision(at)}/confirmation`)
      const reason = '議事録の写しを取り違えていたため。'
      for (const [verb, values] of [
        [urls.correction(at), { decision: 'continue', reason }],
        [urls.annulment(at), { reason }],
      ] as const) {
        for (const page of pages) expect(await leadTo(page, verb), page).toEqual([true, false])
        await c.as('section').fill(verb, values)
        for (const page of pages) expect(await leadTo(page, verb), page).toEqual([false, true])
        expect((await c.as('secretary').get(projects.show(at))).says).not.toContain('確認待ち')
        await c.as('section').fill(`${verb}/confirmation`, {}, 'dismiss')
      }
    }))

  test('of a year that nobody looks back on, its page leads to what was prepared', () =>
    w.inCity('kawaguchi', async (c) => {
      const project = await c.run((db) => aProject(c, db, 'awaiting_evaluation'))
      const at = addressOf('kawaguchi', project)
      await c.as('section').fill(urls.decision(at), decision('end'))
      const links = (await c.as('clerk').get(urls.show(at))).links.map(({ href }) => href)
      expect([links.includes(urls.decision(at)), links.includes(`${urls.decision(at)}/confirmation`)]).toEqual([
        false,
        true,
      ])
    }))

  test('nobody decides alone, whichever way they call it, and the first does not confirm', () =>
    w.inCity('iruma', async (c) => {
      const { project, at } = await talkedOver(c)
      const one = await futureOfProject(c, project)
      await c.run(async (db) => {
        const act = await c.act(db, 'section')
        await expect(decideFuture(act, one, aDecision())).rejects.toThrow('一人が起案し、別の職員が確認して')
      })
      const sent = await c.as('section').fill(urls.decision(at), decision('continue'))
      expect([sent.status, sent.location]).toEqual([303, `${urls.decision(at)}/confirmation`])
      expect((await c.as('section').fill(sent.location!)).status).toBe(403)
      expect((await c.as('secretary').get(sent.location!)).status).toBe(403)
      expect([await stateOf(c, project), await lettersOf(c, project)]).toEqual(['evaluated', []])
      expect((await c.as('secretary').get(projects.show(at))).says).not.toContain('起案')
    }))

  test('a project that has changed since makes it void; so does an evaluation that says something else', () =>
    w.inCity('iruma', async (c) => {
      const { project, at } = await talkedOver(c)
      const { location } = await c.as('section').fill(urls.decision(at), decision('continue'))
      await c
        .as('secretary')
        .fill(urls.jointTalk(at), { talked_on: '令和8年11月20日', people: '双方', agreed: '終えます。' })
      const late = await c.as('clerk').fill(location!)
      expect([late.status, late.says.includes('起案のあとに内容が変わった')]).toEqual([409, true])
      expect(await stateOf(c, project)).toBe('evaluated')
    }))

  test('it waits for the second, who sees the letter and all that was entered; both stand in the record', () =>
    w.inCity('iruma', async (c) => {
      const { project, at } = await talkedOver(c)
      const { location } = await c.as('officer').fill(urls.decision(at), decision('improve'))
      const waits = await c.as('section').get(inbox.mine({ city: 'iruma' }))
      expect(waits.links.map(({ href }) => href)).toContain(location)
      const page = await c.as('section').get(location!)
      expect(page.says).toContain('案（番号は、決裁のあとに付きます）')
      for (const words of ['見直し・改善', '続けてほしいという声が多いため', '令和8年11月20日', c.people.officer!.name])
        expect(page.says).toContain(words)
      expect((await c.as('section').fill(location!)).location).toBe(projects.show(at))
      const [entry] = (await c.run((db) => entriesOf(db, [{ kind: 'project', id: project.id }]))).slice(-1)
      expect(entry).toMatchObject({
        kind: 'project.decided',
        names: { actor: c.people.section!.name },
        act: { verb: 'project.decision', prepared: { name: c.people.officer!.name } },
      })
      const sheet = await c.as('section').get(`${projects.show(at)}/acts/${entry!.id}`)
      expect(sheet.says).toContain(c.people.officer!.name)
      expect(sheet.says).toContain(project.title)
      expect((await c.as('secretary').get(`${projects.show(at)}/acts/${entry!.id}`)).status).toBe(403)
    }))

  test('however many wait for the second, the inbox is read in as many statements', () =>
    w.inCity('iruma', async (c) => {
      const prepare = async () => {
        const project = await c.run((db) => aPublicProject(c, db, 'awaiting_evaluation'))
        await c.as('officer').fill(urls.decision(addressOf('iruma', project)), decision('end'))
      }
      const counted = async () => {
        const section = c.as('section')
        await section.get('/iruma')
        let statements = 0
        const stop = onStatement(() => statements++)
        const { links } = await section.get(inbox.mine({ city: 'iruma' }))
        stop()
        return { statements, waits: links.filter(({ href }) => href.endsWith('/confirmation')).length }
      }
      await prepare()
      const { statements } = await counted()
      await prepare()
      await prepare()
      expect(await counted()).toEqual({ statements, waits: 3 })
    }))

  test('a city that does not ask for it has one officer decide, and groups among themselves decide alone', () =>
    w.inCity('kawaguchi', async (c) => {
      const among = { parties: ['first', 'second'].map((key) => aParty(c, key)), department_id: null }
      await c.run(async (db) => {
        const own = await aProject(c, db, 'awaiting_evaluation', among)
        const one = futureOf({ project: own, charter: c.charter, year: 2026 })
        const { made } = await decideFuture(await c.act(db, 'secretary'), one, aDecision({ decision: 'end' }))
        expect(made).toMatchObject({ project: { state: 'decided' }, number: undefined })
        expect(await listLetters(db, { kind: 'project', id: own.id })).toEqual([])
      })
      const open = await c.run((db) => aProject(c, db, 'awaiting_evaluation', among))
      const page = await c.as('secretary').get(urls.decision(addressOf('kawaguchi', open)))
      expect(page.buttons).toContain('決定を記録する')
      expect(page.buttons).not.toContain('通知の案を確かめる')
      await withoutFourEyes(c)
      const project = await c.run((db) => aPublicProject(c, db, 'awaiting_evaluation'))
      const sent = await c.as('section').fill(urls.decision(addressOf('kawaguchi', project)), decision('end'))
      expect([sent.status, sent.location]).toEqual([303, projects.show(addressOf('kawaguchi', project))])
    }))
})

describe('the letter', () => {
  const documentOf = (c: CityWorld, { id }: Inside, letter: Letter) =>
    c.run(async (db) => (await findLetter(db, { kind: 'project', id }, letter.id))!.document)

  test('is numbered with the city’s other letters, speaks to the groups, and gives the reasons and what follows', () =>
    w.inCity('iruma', async (c) => {
      const { project } = await talkedOver(c)
      await c.run(async (db) => decide(c, db, (await findRound(db, project.id, 2026))!))
      const [letter, ...more] = await lettersOf(c, project)
      expect(more).toEqual([])
      expect(letter).toMatchObject({ kind: 'project.decision', corrects: null })
      expect(letter!.number).toMatch(/^8.+第1号$/)
      const document = await documentOf(c, project, letter!)
      expect(document.addressee).toEqual([`${c.parties.first!.name}　御中`])
      expect(document.date).toBe('2026-11-20')
      for (const words of ['継続', aDecision().reasons, '次の年度の事業として登録します', project.title])
        expect(JSON.stringify(document)).toContain(words)
    }))

  test('lies on the project’s page for its parties and the city, the same bytes whatever changes, and for nobody else', () =>
    w.inCity('iruma', async (c) => {
      const { project, at } = await talkedOver(c)
      expect((await sendByTwo(c, urls.decision(at), decision('end'))).status).toBe(303)
      const [letter] = await lettersOf(c, project)
      const address = `${projects.show(at)}/letters/${letter!.id}`
      expect((await c.as('secretary').get(projects.show(at))).links.map(({ href }) => href)).toContain(address)
      const first = await c.as('secretary').get(address)
      expect(textOfPdf(first.bytes)).toContain(letter!.number)
      await c.run((db) =>
        db.updateTable('projects').set({ title: 'あとの名前' }).where('id', '=', project.id).execute(),
      )
      const later = await c.as('officer').get(address)
      expect(Buffer.compare(Buffer.from(first.bytes), Buffer.from(later.bytes))).toBe(0)
      expect((await c.as('stranger').get(address)).status).toBe(404)
      expect((await c.as('nobody').get(projects.show(at))).links.map(({ href }) => href)).not.toContain(address)
    }))

  test('the mail to the parties says where it is', () =>
    w.inCity('iruma', async (c) => {
      const { project, at } = await talkedOver(c)
      await c.run(async (db) => decide(c, db, (await findRound(db, project.id, 2026))!))
      await workFor(c, evaluations)
      const mails = await c.run((db) => db.selectFrom('mails').select(['subject', 'body']).execute())
      const [mail] = mails.filter(({ subject }) => subject.includes('これからのことが決まりました：継続'))
      expect(mail!.body).toContain(projects.show(at))
      expect(mail!.body).toContain(aDecision().reasons)
    }))
})

describe('what follows', () => {
  test('where the charter has the time limit, an unevaluated project cannot go on; it can end', () =>
    w.inCity('iruma', async (c) => {
      const project = await c.run((db) => aPublicProject(c, db, 'awaiting_evaluation'))
      const at = addressOf('iruma', project)
      const page = await c.as('section').get(urls.decision(at))
      expect(page.says).toContain('時限性の原則により')
      for (const kind of ['continue', 'improve']) {
        const refused = await c.as('section').fill(urls.decision(at), decision(kind))
        expect(refused.status).toBe(403)
        expect(refused.says).toContain('当事者すべての評価をそろえてから')
        expect(refused.field('そのように決めた理由')).toContain('利用が増え')
      }
      expect((await c.as('section').fill(urls.decision(at), decision('end'))).status).toBe(303)
    }))

  test('where it has none, the same project goes on', () =>
    w.inCity('yoshikawa', async (c) => {
      const project = await c.run((db) => aPublicProject(c, db, 'awaiting_evaluation'))
      const sent = await c.as('section').fill(urls.decision(addressOf('yoshikawa', project)), decision('continue'))
      expect(sent.status, sent.says).toBe(303)
    }))

  test('a revised charter that asks for it refuses what went through before', () =>
    w.inCity('yoshikawa', async (c) => {
      await revisedCharter(c, '2026-11-01', (charter) => {
        charter.evaluation.requiredForContinuation = true
      })
      const project = await c.run((db) => aPublicProject(c, db, 'awaiting_evaluation'))
      const sent = await c.as('section').fill(urls.decision(addressOf('yoshikawa', project)), decision('continue'))
      expect(sent.status).toBe(403)
      expect(sent.says).toContain('継続を決められません')
    }))

  test('a project keeps the charter it was made under, whatever came into force since', () =>
    w.inCity('yoshikawa', async (c) => {
      const project = await c.run((db) => aPublicProject(c, db, 'awaiting_evaluation'))
      await revisedCharter(c, '2026-11-01', (charter) => {
        charter.evaluation.requiredForContinuation = true
      })
      const sent = await c.as('section').fill(urls.decision(addressOf('yoshikawa', project)), decision('continue'))
      expect(sent.status, sent.says).toBe(303)
    }))

  test('no group decides for the city, and nobody while answers are being given', () =>
    w.inCity('iruma', async (c) => {
      const { at } = await halfway(c, 'iruma')
      expect((await c.as('secretary').get(urls.decision(at))).status).toBe(403)
      const sent = await c.as('section').fill(urls.decision(at), decision('end'))
      expect(sent.status).toBe(409)
      expect(sent.says).toContain('いま回答を受け付けています')
    }))

  test('evaluated, talked over, decided to go on: the next year is another project, tied to this one', () =>
    w.inCity('iruma', async (c) => {
      const { project } = await c.run((db) => opened(c, db))
      const at = addressOf('iruma', project)
      expect((await c.as('section').fill(urls.decision(at), decision('continue'))).says).toContain('記録が必要です')
      const talk = {
        talked_on: '令和8年11月20日',
        people: '茶の里の宮岡さん、高齢者支援課の細田さん',
        agreed: '来年は冬の日程を減らします。',
      }
      expect((await c.as('secretary').fill(urls.jointTalk(at), talk)).status).toBe(303)
      expect((await sendByTwo(c, urls.decision(at), decision('continue'))).status).toBe(303)
      const next = await c.as('section').fill(projects.new({ city: 'iruma' }, { previous: at.ref }), {}, 'send')
      expect(next.status, JSON.stringify(next.errors)).toBe(303)
      const page = await c.as('section').get(next.location!)
      expect(page.says).toContain('令和8年度')
      expect(page.links.map(({ href }) => href)).toContain(projects.show(at))
      expect((await c.as('section').get(projects.show(at))).links.map(({ href }) => href)).toContain(next.location!)
      const twice = await c.as('section').get(projects.new({ city: 'iruma' }, { previous: at.ref }))
      expect(twice.status).toBe(409)
      expect(twice.says).toContain('すでにつくられています')
    }))

  test('the next year stands under the charter in force on its first day', () =>
    w.inCity('iruma', async (c) => {
      const { project } = await c.run((db) => opened(c, db))
      const at = addressOf('iruma', project)
      await c
        .as('secretary')
        .fill(urls.jointTalk(at), { talked_on: '令和8年11月20日', people: '双方', agreed: '続けます。' })
      await sendByTwo(c, urls.decision(at), decision('continue'))
      await revisedCharter(c, '2027-04-01', (charter) => {
        charter.evaluation.label = { ja: '新しい検証' }
      })
      const later = { starts_on: '令和9年4月1日', ends_on: '令和10年3月31日', fiscal_years: '令和9年度' }
      const next = await c.as('section').fill(projects.new({ city: 'iruma' }, { previous: at.ref }), later, 'send')
      expect(next.status, JSON.stringify(next.errors)).toBe(303)
      const made = await c.run((db) =>
        db
          .selectFrom('projects')
          .select(['charter_id', 'renewals', 'years_before'])
          .where('previous_id', '=', project.id)
          .executeTakeFirstOrThrow(),
      )
      expect(made.charter_id).not.toBe(project.charter_id)
      expect(made).toMatchObject({ renewals: 1, years_before: 1 })
    }))
})
