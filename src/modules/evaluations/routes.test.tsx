import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import {
  addressOf,
  anAnswer,
  answerers,
  aPublicProject,
  aRound,
  opened,
  revisedCharter,
  typedAnswer,
} from '../../../test/projects.ts'
import { type CityWorld, useWorld } from '../../../test/world.ts'
import type { Job } from '../../platform/module.ts'
import { entriesOf } from '../../platform/record/index.ts'
import { urls as admin } from '../admin/urls.ts'
import { urls as desk } from '../desk/urls.ts'
import { findProjectById, judge } from '../projects/index.ts'
import { urls as projects } from '../projects/urls.ts'
import { urls as publishing } from '../publishing/urls.ts'
import { closeEvaluation, evaluations, findRound, giveAnswer, waitingFor } from './index.ts'
import { listOpenedAnswers } from './queries.ts'
import { urls } from './urls.ts'

const w = useWorld()
const SECRET = '第一の側だけのことば'
const everybody = ['section', 'administrator', 'officer', 'signatory', 'neighbour', 'stranger', 'nobody']
const past = new Date('2027-02-01T01:00:00Z')

/** An evaluation that the group has answered and the city has not. */
async function halfway(c: CityWorld, city: string) {
  const { project, round } = await c.run((db) => aRound(c, db))
  const at = addressOf(city, project)
  const sent = await c
    .as('secretary')
    .fill(urls.answer(at), typedAnswer(c.charter, round.seats[0]!.side, 0, SECRET), 'send')
  expect(sent.errors).toEqual({})
  expect(sent.status, sent.says).toBe(303)
  return { project, round, at }
}

const answerOfCity = (c: CityWorld) =>
  typedAnswer(c.charter, c.charter.evaluation.sides.find(({ each }) => !each)!.key, -1, '市のことば')

describe('before all are in', () => {
  test('nobody but the side itself reads a word of it, on any page, list, feed, download or sheet', () =>
    w.inCity('iruma', async (c) => {
      const { at } = await halfway(c, 'iruma')
      const here = { city: 'iruma' }
      const pages = [
        ...[
          urls.show,
          urls.answer,
          urls.paperAnswer,
          urls.closing,
          urls.extension,
          urls.jointTalk,
          urls.decision,
          urls.consent,
          urls.release,
        ].map((page) => page(at)),
        urls.list(here),
        urls.sheet(at),
        projects.show(at),
        projects.principles(at),
        desk.mine(here),
        admin.record(here),
        admin.mailbox(here),
        publishing.projects(here, { q: SECRET }),
        publishing.projectsCsv(here),
        publishing.projectsJson(here),
        publishing.feed(here),
        publishing.front(here),
      ]
      for (const one of everybody)
        for (const page of pages) {
          const answer = await c.as(one).get(page)
          // What was searched for stands in its own search field; nothing else may say it.
          expect(answer.text.replaceAll(`value="${SECRET}"`, ''), `${one} ${page}`).not.toContain(SECRET)
          expect(answer.status, `${one} ${page}`).toBeLessThan(500)
        }
      expect((await c.as('secretary').get(urls.answer(at))).text).toContain(SECRET)
      expect((await c.as('representative').get(urls.answer(at))).text).toContain(SECRET)
    }))

  test('no statement of the application reads an answer, whatever it asks; not even who searches the tables', () =>
    w.inCity('iruma', async (c) => {
      const { round } = await halfway(c, 'iruma')
      const rows = await c.run((db) => db.selectFrom('evaluation_answers').selectAll().execute())
      expect(rows).toEqual([])
      expect(await c.run((db) => listOpenedAnswers(db, round.id))).toEqual([])
    }))

  test('the record, the mails and the notes on the project hold that it was answered, and nothing of what', () =>
    w.inCity('iruma', async (c) => {
      const { round, project } = await halfway(c, 'iruma')
      const told = await c.run(async (db) => ({
        entries: await entriesOf(db, [
          { kind: 'evaluation', id: round.id },
          { kind: 'project', id: project.id },
        ]),
        mails: await db.selectFrom('mails').select(['subject', 'body']).execute(),
        facts: await db.selectFrom('project_evaluations').selectAll().execute(),
        search: await db.selectFrom('published.search').selectAll().execute(),
        outbox: await db.selectFrom('outbox').selectAll().execute(),
        seats: await db.selectFrom('evaluation_seats').selectAll().execute(),
      }))
      expect(told.entries.map(({ kind }) => kind)).toContain('evaluation.answered')
      expect(told.mails.length).toBeGreaterThan(0)
      expect(JSON.stringify(told)).not.toContain(SECRET)
      expect(told.facts[0]).toMatchObject({ answered: 1, opened_on: null })
    }))

  test('the desk of the side that is missing says what waits, and no longer that of the other', () =>
    w.inCity('iruma', async (c) => {
      await halfway(c, 'iruma')
      const waits = (one: string) =>
        c.run(async (db) => (await waitingFor(await c.act(db, one), 'iruma')).map(({ kind }) => kind))
      expect(await waits('officer')).toContain('評価に回答する')
      expect(await waits('secretary')).not.toContain('評価に回答する')
      expect(await waits('stranger')).toEqual([])
    }))

  test('an unfinished answer is kept for its side alone, and says what is still to be written when it is sent', () =>
    w.inCity('iruma', async (c) => {
      const { project, round } = await c.run((db) => aRound(c, db))
      const at = addressOf('iruma', project)
      const [first] = Object.entries(typedAnswer(c.charter, round.seats[0]!.side, 0, SECRET)).filter(([field]) =>
        field.endsWith('.words'),
      )
      const saved = await c.as('secretary').fill(urls.answer(at), Object.fromEntries([first!]), 'save')
      expect(saved.status).toBe(303)
      expect((await c.as('secretary').get(urls.answer(at))).text).toContain(SECRET)
      expect((await c.as('officer').get(urls.answer(at))).text).not.toContain(SECRET)
      const sent = await c.as('secretary').fill(urls.answer(at), {}, 'send')
      expect(sent.status).toBe(422)
      expect(Object.values(sent.errors).join()).toContain('評価を選んでください')
      expect(sent.text).toContain(SECRET)
    }))

  test('whoever has no side in it cannot answer', () =>
    w.inCity('iruma', async (c) => {
      const { at } = await halfway(c, 'iruma')
      expect((await c.as('stranger').get(urls.answer(at))).status).toBe(404)
      expect((await c.as('administrator').get(urls.closing(at))).status).toBe(403)
    }))
})

describe('when all are in', () => {
  test('the last answer opens all, to all who take part, with the largest difference first', () =>
    w.inCity('iruma', async (c) => {
      const { at } = await halfway(c, 'iruma')
      const last = await c.as('officer').fill(urls.answer(at), answerOfCity(c), 'send')
      expect(last.status, last.says).toBe(303)
      for (const one of ['secretary', 'officer', 'section']) {
        const page = await c.as(one).get(urls.show(at))
        expect(page.says, one).toContain(SECRET)
        expect(page.says, one).toContain('市のことば')
        expect(page.says, one).toContain('差 4')
      }
      expect((await c.as('nobody').get(urls.show(at))).status).toBe(404)
      expect((await c.as('nobody').get(projects.show(at))).text).not.toContain(SECRET)
      const changed = await c.as('secretary').get(urls.answer(at))
      expect(changed.status).toBe(403)
      expect(changed.says).toContain('開かれたあとは、変えられません')
    }))

  test('the project is an evaluated one, and its principles say so', () =>
    w.inCity('iruma', async (c) => {
      const { project } = await c.run((db) => opened(c, db))
      expect(project.state).toBe('evaluated')
      const evaluation = judge(c.charter, project).find(({ principle }) => principle.evidence.includes('evaluation'))!
      expect(evaluation.shown.at(-1)!.because).toContain('これからです')
    }))
})

describe('at the deadline', () => {
  test('the section closes; the missing side is shown as missing; what comes late is kept, marked and not counted', () =>
    w.inCity('iruma', async (c) => {
      const { at, project } = await halfway(c, 'iruma')
      expect((await c.as('section').get(urls.closing(at))).says).toContain('期日')
      c.at(past)
      expect((await c.as('secretary').get(urls.closing(at))).status).toBe(403)
      const closed = await c.as('section').fill(urls.closing(at), { reason: '二度お願いしました。' })
      expect(closed.status, closed.says).toBe(303)
      const page = await c.as('secretary').get(urls.show(at))
      expect(page.says).toContain('そろわないまま')
      expect(page.says).toContain('回答がありませんでした')
      const late = await c.as('officer').fill(urls.answer(at), answerOfCity(c), 'send')
      expect(late.status, late.says).toBe(303)
      const after = await c.as('secretary').get(urls.show(at))
      expect(after.says).toContain('締切後に届きました（数えていません）')
      expect(after.says).not.toContain('差 4')
      const facts = await c.run((db) => findProjectById(db, project.id))
      expect(facts!.evaluations[0]).toMatchObject({ answered: 1, awaited: 2, closed_at_deadline: true })
    }))

  test('more time is given with a reason, and everyone is asked again', () =>
    w.inCity('iruma', async (c) => {
      const { at } = await halfway(c, 'iruma')
      const sent = await c
        .as('section')
        .fill(urls.extension(at), { due_on: '令和9年3月31日', reason: '担当が代わったため' })
      expect(sent.status).toBe(303)
      expect((await c.as('secretary').get(urls.show(at))).says).toContain('令和9年3月31日')
      const sooner = await c.as('section').fill(urls.extension(at), { due_on: '令和8年12月1日', reason: '急ぐため' })
      expect(sooner.errors.due_on).toContain('いまの期日より後')
    }))

  test('a week before, whoever has not answered is reminded once, without a word of any answer', () =>
    w.inCity('iruma', async (c) => {
      const { project, round } = await halfway(c, 'iruma')
      c.at(new Date(`${round.due_on}T00:00:00Z`))
      const remind = evaluations.timed!['evaluation.remind']!.run as Job
      const mails = () => c.run((db) => db.selectFrom('mails').select(['to_address', 'body']).execute())
      const before = (await mails()).length
      await c.run((db) => remind({ db, now: c.now, payload: {} }))
      const after = await mails()
      expect(after.length).toBeGreaterThan(before)
      expect(JSON.stringify(after)).not.toContain(SECRET)
      await c.run((db) => remind({ db, now: c.now, payload: {} }))
      expect((await mails()).length).toBe(after.length)
      expect(project.title).toBeTruthy()
    }))
})

describe('on paper', () => {
  /** The third group has no mail and no account; the section carries its papers. */
  async function ofThird(c: CityWorld) {
    const aParty = (key: string) => ({
      party_id: c.parties[key]!.id,
      role: '',
      does: 'する',
      brings: '',
      money_yen: null,
    })
    const { project, round } = await c.run((db) =>
      aRound(c, db, { parties: [aParty('third'), aParty('department-office')] }),
    )
    return { at: addressOf('iruma', project), round, project }
  }

  test('the section types it in with its scan, and cannot read it again nor answer for the city', () =>
    w.inCity('iruma', async (c) => {
      const { at, round } = await ofThird(c)
      const waits = await c.run(async (db) => waitingFor(await c.act(db, 'section'), 'iruma'))
      expect(waits.map(({ kind }) => kind)).toContain('評価票を届け、届いた回答を入力する')
      const scan = new File([new Uint8Array([1])], '評価票.pdf', { type: 'application/pdf' })
      const seat = round.seats[0]!
      const values = { ...typedAnswer(c.charter, seat.side, 0, SECRET), seat: seat.id, channel: 'paper', scan }
      expect((await c.as('secretary').get(urls.paperAnswer(at))).status).toBe(404)
      expect((await c.as('officer').get(urls.paperAnswer(at))).status).toBe(403)
      const sent = await c.as('section').fill(urls.paperAnswer(at), values, 'send')
      expect(sent.status, JSON.stringify(sent.errors)).toBe(303)
      for (const page of [urls.show(at), urls.paperAnswer(at), urls.answer(at)])
        expect((await c.as('section').get(page)).text).not.toContain(SECRET)
      expect((await c.as('section').get(urls.answer(at))).status).toBe(403)
      expect((await c.as('section').get(urls.answer(at))).says).toContain('書けません')
      expect((await c.as('officer').fill(urls.answer(at), answerOfCity(c), 'send')).status).toBe(303)
      expect((await c.as('section').get(urls.show(at))).says).toContain('用紙で受付')
    }))

  test('paper without its copy, a mark that is none, a sheet of nobody are sent back, with all that was typed', () =>
    w.inCity('iruma', async (c) => {
      const { at, round } = await ofThird(c)
      const seat = round.seats[0]!
      const scan = new File([new Uint8Array([1])], '評価票.pdf', { type: 'application/pdf' })
      const whole = { ...typedAnswer(c.charter, seat.side, 0, SECRET), seat: seat.id, channel: 'paper' }
      const send = (values: Record<string, string | File>) => c.as('section').fill(urls.paperAnswer(at), values, 'send')
      const bare = await send(whole)
      expect(bare.status).toBe(422)
      expect(bare.errors.scan).toContain('写しを付けてください')
      expect(bare.text).toContain(SECRET)
      const mark = Object.keys(whole).find((field) => field.endsWith('.mark'))!
      const odd = await send({ ...whole, scan, [mark]: '九' })
      expect(odd.status).toBe(422)
      expect(Object.values(odd.errors).join()).toContain('一覧から選び直してください')
      expect((await send({ ...whole, scan, seat: round.id })).errors.seat).toContain('だれの回答か')
      const music = new File([new Uint8Array([1])], '評価票.mp3', { type: 'audio/mpeg' })
      expect((await send({ ...whole, scan: music })).status).toBe(422)
      const called = await send({ ...whole, channel: 'phone' })
      expect(called.status, JSON.stringify(called.errors)).toBe(303)
      expect((await send({ ...whole, scan })).status).toBeGreaterThanOrEqual(400)
    }))

  test('where the sides are asked different things, the sheet on screen and on paper is that of the side', () =>
    w.inCity('iruma', async (c) => {
      await revisedCharter(c, '2026-11-01', (charter) => {
        const [phase] = charter.evaluation.phases
        const city = charter.evaluation.sides.find(({ each }) => !each)!
        phase!.questions[0] = { ...phase!.questions[0]!, sides: [city.key], label: { ja: '市だけへの問い' } }
      })
      const { at, round } = await ofThird(c)
      const choice = await c.as('section').get(urls.paperAnswer(at))
      expect(choice.says).toContain('だれの回答ですか')
      const [third, city] = round.seats
      const page = (seat: string) => c.as('section').get(urls.paperAnswer(at, { seat }))
      expect((await page(third!.id)).says).not.toContain('市だけへの問い')
      expect((await page(city!.id)).says).toContain('市だけへの問い')
    }))

  test('a scan is an answer: before the opening its file is nobody’s to open but its side’s', () =>
    w.inCity('iruma', async (c) => {
      const { at, round } = await ofThird(c)
      const seat = round.seats[0]!
      const scan = new File([new Uint8Array([1])], '評価票.pdf', { type: 'application/pdf' })
      const values = { ...typedAnswer(c.charter, seat.side, 0, SECRET), seat: seat.id, channel: 'paper', scan }
      await c.as('section').fill(urls.paperAnswer(at), values, 'send')
      const rule = evaluations.files!['evaluation-seat']!
      const may = (one: string) =>
        c.run(async (db) => rule({ db, actor: (await c.act(db, one)).actor, subject_id: seat.id }))
      for (const one of ['section', 'administrator', 'officer', 'secretary', 'stranger'])
        expect(await may(one), one).toBe(false)
      await c.as('officer').fill(urls.answer(at), answerOfCity(c), 'send')
      expect(await may('section')).toBe(true)
      expect(await may('stranger')).toBe(false)
    }))

  test('the blank sheet carries the charter’s questions and its scale', () =>
    w.inCity('iruma', async (c) => {
      const { at } = await halfway(c, 'iruma')
      const sheet = await c.as('secretary').get(urls.sheet(at))
      expect(sheet.status).toBe(200)
      expect(sheet.headers.get('content-type')).toBe('application/pdf')
      expect((await c.as('stranger').get(urls.sheet(at))).status).toBe(404)
      expect((await c.as('nobody').get(urls.sheet(at))).status).toBe(303)
    }))
})

describe('what follows', () => {
  const decision = (kind: string) => ({
    decision: kind,
    reasons: '利用が増え、続けてほしいという声が多いため。',
    decided_on: '令和8年11月20日',
  })

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
      expect(sent.status).toBe(422)
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
      expect((await c.as('section').fill(urls.decision(at), decision('continue'))).status).toBe(303)
      const next = await c.as('section').fill(projects.new({ city: 'iruma' }, { previous: at.ref }), {}, 'send')
      expect(next.status, JSON.stringify(next.errors)).toBe(303)
      const page = await c.as('section').get(next.location!)
      expect(page.says).toContain('令和8年度')
      expect(page.links.map(({ href }) => href)).toContain(projects.show(at))
      expect((await c.as('section').get(projects.show(at))).links.map(({ href }) => href)).toContain(next.location!)
      const browser = c.as('section')
      const twice = await browser.get(projects.new({ city: 'iruma' }, { previous: at.ref }))
      const again = await browser.post(projects.new({ city: 'iruma' }), { ...twice.formValues, _act: 'send' })
      expect(again.status).toBe(403)
      expect(again.says).toContain('すでにつくられています')
    }))

  test('the next year stands under the charter in force on its first day', () =>
    w.inCity('iruma', async (c) => {
      const { project } = await c.run((db) => opened(c, db))
      const at = addressOf('iruma', project)
      await c
        .as('secretary')
        .fill(urls.jointTalk(at), { talked_on: '令和8年11月20日', people: '双方', agreed: '続けます。' })
      await c.as('section').fill(urls.decision(at), decision('continue'))
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

describe('the joint talk', () => {
  const talk = { talked_on: '令和8年11月20日', people: '双方', agreed: '冬の日程を減らします。' }
  const waits = (c: CityWorld, one: string) =>
    c.run(async (db) => (await waitingFor(await c.act(db, one), c.slug)).map(({ kind }) => kind))

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
      expect(early.status).toBe(403)
      expect(early.says).toContain('記録ができてから')
      await c.as('secretary').fill(urls.jointTalk(at), talk)
      expect(await waits(c, 'section')).toContain('これからを決める')
      expect(await waits(c, 'secretary')).toEqual(['評価の公表について答える'])
      expect((await c.as('section').get(urls.show(at))).links.map(({ href }) => href)).toContain(urls.release(at))
    }))

  test('is asked for on the desk also where the charter leaves it open, and holds nothing up there', () =>
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
      expect((await c.as('section').fill(urls.release(at))).status).toBe(303)
      const page = await c.as('nobody').get(urls.show(at))
      expect(page.status).toBe(200)
      expect(page.says).toContain('来年は冬の日程を減らします')
      expect(page.says).not.toContain('宮岡さん')
      expect(c.charter.evaluation.publication.what, 'need a charter that keeps the words').not.toContain('words')
      expect(page.says).not.toContain('のことば')
      expect((await c.as('nobody').get(urls.list({ city: 'iruma' }))).says).toContain(project.title)
      expect((await c.as('nobody').get(projects.show(at))).links.map(({ href }) => href)).toContain(urls.show(at))
    }))

  test('where the charter publishes a summary alone, no side’s mark can be read from it', () =>
    w.inCity('kawasaki', async (c) => {
      expect(c.charter.evaluation.publication.what).not.toContain('grades')
      const { project } = await c.run((db) => opened(c, db))
      const at = addressOf('kawasaki', project)
      const sent = await c.as('section').fill(urls.release(at), { note: '電話で確かめたため' })
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
      const release = () => c.as('section').fill(urls.release(at), { note: '電話で確かめたため' })
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
        const after = await closeEvaluation(await c.act(db, 'section'), round, '')
        const answers = anAnswer(c.charter, after.seats[1]!.side, -1, '遅れたことば')
        await giveAnswer(await c.act(db, 'officer'), after, { seat: after.seats[1]!.id, answers })
      })
      await c.as('secretary').fill(urls.jointTalk(at), { ...whole, talked_on: '令和9年6月1日' })
      await c.as('section').fill(urls.release(at), { note: '電話で確かめたため' })
      const page = await c.as('nobody').get(urls.show(at))
      expect(page.says).toContain('期日までに回答がなかった方')
      expect(page.says).toContain(SECRET)
      expect(page.says).not.toContain('遅れたことば')
    }))
})

describe('every page', () => {
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:standard'],
    rules: { 'long-title': 'off', 'require-sri': 'off' },
  })

  /** The pages of one project and its evaluation, as far as this person may open them. */
  const pagesOf = (at: ReturnType<typeof addressOf>) =>
    [
      ...Object.values(projects).filter(({ pattern }) => !/:(report|milestone|step)/.test(pattern)),
      ...Object.values(urls).filter(({ pattern }) => !pattern.endsWith('.pdf')),
    ].map((page) => (page as (at: object) => string)({ ...at }))

  test.each(['kawaguchi', 'iruma', 'kawasaki'])(
    'is valid and says nothing unfinished, before and after the opening, in %s',
    (city) =>
      w.inCity(city, async (c) => {
        const { project, round } = await c.run((db) => aRound(c, db))
        const at = addressOf(city, project)
        const look = async () => {
          let open = 0
          for (const person of ['section', 'secretary', 'officer', 'nobody'])
            for (const page of pagesOf(at)) {
              const answer = await c.as(person).get(page)
              expect([200, 303, 403, 404], `${person} ${page}`).toContain(answer.status)
              if (answer.status !== 200) continue
              open += 1
              const report = validator.validateStringSync(answer.text)
              const faults = report.results.flatMap(({ messages }) =>
                messages.map(({ line, ruleId, message }) => `${line} ${ruleId} ${message}`),
              )
              expect(faults, `${person} ${page}`).toEqual([])
              expect(answer.says, `${person} ${page}`).not.toMatch(/undefined|NaN|\[object /)
            }
          return open
        }
        expect(await look()).toBeGreaterThan(15)
        await c.run(async (db) => {
          let after = round
          for (const [at, person] of answerers.entries()) {
            const seat = round.seats[at]!
            const answers = anAnswer(c.charter, seat.side, at === 0 ? 0 : -1, '<b>ことば</b>')
            after = await giveAnswer(await c.act(db, person), after, { seat: seat.id, answers })
          }
        })
        await c
          .as('secretary')
          .fill(urls.jointTalk(at), { talked_on: '令和8年11月20日', people: '双方', agreed: '続けます。' })
        await c.as('section').fill(urls.release(at), { note: '電話で確かめたため' })
        expect(await look()).toBeGreaterThan(15)
      }),
    60_000,
  )
})
