import { describe, expect, test } from 'vitest'
import { answerOfCity, halfway, SECRET } from '../../../../test/evaluations.ts'
import { addressOf, aRound, revisedCharter, typedAnswer } from '../../../../test/projects.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { rulingFor } from '../../../platform/web/index.ts'
import { evaluations } from '../index.ts'
import { urls } from '../urls.ts'

const w = useWorld()

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
      const waits = await c.run(async (db) => evaluations.inbox!(await c.act(db, 'section'), 'iruma'))
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
        c.run(
          async (db) => rulingFor(rule.who, (await c.act(db, one)).actor, await rule.of(db, seat.id), c.now).allowed,
        )
      for (const one of ['section', 'clerk', 'administrator', 'officer', 'secretary', 'stranger'])
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
