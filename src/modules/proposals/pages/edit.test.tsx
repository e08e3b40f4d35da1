import { describe, expect, test } from 'vitest'
import { aDraft, aProposal, openFor, wayOf } from '../../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { proposerRuling } from '../../charters/index.ts'
import type { ProposalState } from '../lifecycle.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'

const w = useWorld()
const city = 'kawaguchi'
const at = (row: Parameters<typeof refOf>[0]) => ({ city, ref: refOf(row) })
const make = (c: CityWorld, state: ProposalState, options = {}) => c.run((db) => aProposal(c, db, state, options))

describe('writing', () => {
  test('a person who keeps no papers of a group is told where to go, and is offered no form', () =>
    w.inCity(city, async (c) => {
      const page = await c.as('stranger').get(urls.new({ city }))
      expect(page.says).toContain('まだどの団体の代表者・事務担当としても登録されていません')
      expect(page.buttons).not.toContain('書き始める')
      expect((await c.as('nobody').get(urls.new({ city }))).status).toBe(303)
    }))

  test('a person who comes from a programme is not asked again where to propose, and can still choose another', () =>
    w.inCity(city, async (c) => {
      const { programme, track, to } = wayOf(c)
      const secretary = c.as('secretary')
      const radios = /<input type="radio"[^>]* name="to"/
      expect((await secretary.get(urls.new({ city }))).text).toMatch(radios)
      for (const asked of [{ programme }, { programme, track }]) {
        const page = await secretary.get(urls.new({ city }, asked))
        expect([page.text.match(radios), page.formValues.to]).toEqual([null, to])
        expect(page.says).toContain('に提案します。')
        expect(page.links.map(({ href }) => href)).toContain(urls.new({ city }))
      }
      const begun = await secretary.fill(urls.new({ city }, { programme }), {})
      expect([begun.status, begun.location]).toEqual([303, expect.stringMatching(/\/edit$/)])
    }))

  test('a person who comes from a programme with several tracks is asked among these alone; without one, among all', () =>
    w.inCity('yoshikawa', async (c) => {
      const offered = async (asked: { [key: string]: string }) => {
        const { text } = await c.as('secretary').get(urls.new({ city: 'yoshikawa' }, asked))
        return [...text.matchAll(/<input type="(radio|hidden)"[^>]* name="to" value="([^"]*)"/g)].map(
          ([, type, value]) => `${type} ${value}`,
        )
      }
      const tracks = ['radio proposals/citizen', 'radio proposals/theme']
      expect(await offered({ programme: 'proposals' })).toEqual(tracks)
      expect(await offered({ programme: 'proposals', track: 'nothing' })).toEqual(tracks)
      expect(await offered({ programme: 'proposals', track: 'theme' })).toEqual(['hidden proposals/theme'])
      const all = await offered({})
      expect(all.length).toBeGreaterThan(2)
      expect(await offered({ programme: 'nothing' })).toEqual(all)
    }))

  test('a group that may not propose there is told why, beside the other choices', () =>
    w.inCity('iruma', async (c) => {
      const programme = 'citizen-proposals'
      const ruling = proposerRuling.why(c.charter, programme, c.parties.tea!.kind)
      const page = await c.as('tea-master').get(urls.new({ city: 'iruma' }, { programme }))
      expect(page.says).toContain((ruling as { because: string }).because)
      expect(page.text.match(/<input type="radio"[^>]* name="to"/g)!.length).toBeGreaterThan(1)
    }))

  test('a draft is saved by the button and, with script, by itself; the answer carries the new revision', () =>
    w.inCity(city, async (c) => {
      const draft = await c.run((db) => aDraft(c, db))
      const secretary = c.as('secretary')
      const saved = await secretary.fill(urls.edit(at(draft)), { 'answers.idea_issue': '' }, 'save')
      expect([saved.status, saved.location]).toEqual([303, urls.edit(at(draft))])
      const page = await secretary.follow(saved)
      expect(page.says).toContain('下書きを保存しました。')
      expect(page.field('解決したいこと')?.trim()).toBe('')
      const values = { ...page.formValues, 'answers.idea_issue': '自動で保存', _act: 'save' }
      const json = await secretary.post(urls.edit(at(draft)), values, { accept: 'application/json' })
      expect([json.status, JSON.parse(json.text)]).toEqual([200, { revision: String(draft.revision + 2) }])
      const next = { ...values, _revision: JSON.parse(json.text).revision, 'answers.idea_issue': '続けて保存' }
      expect((await secretary.post(urls.edit(at(draft)), next, { accept: 'application/json' })).status).toBe(200)
    }))

  test('two people write at once: the second sees both texts, keeps their own, and may save it after all', () =>
    w.inCity(city, async (c) => {
      const draft = await c.run((db) => aDraft(c, db))
      const late = c.as('representative')
      const mine = (await late.get(urls.edit(at(draft)))).formValues
      await c.as('secretary').fill(urls.edit(at(draft)), { 'answers.idea_issue': '佐藤が書いた文章' }, 'save')
      const conflict = await late.post(urls.edit(at(draft)), {
        ...mine,
        'answers.idea_issue': '小川が書いた文章',
        _act: 'save',
      })
      expect(conflict.status).toBe(409)
      expect(conflict.says).toContain('佐藤が書いた文章')
      expect(conflict.field('解決したいこと')).toContain('小川が書いた文章')
      const again = await late.post(urls.edit(at(draft)), { ...conflict.formValues, _act: 'save' })
      expect(again.status).toBe(303)
      expect((await late.get(urls.edit(at(draft)))).field('解決したいこと')).toContain('小川が書いた文章')
    }))

  test('rows are added without script, and nothing typed is lost', () =>
    w.inCity(city, async (c) => {
      const draft = await c.run((db) => aDraft(c, db))
      const secretary = c.as('secretary')
      const more = await secretary.fill(
        urls.edit(at(draft)),
        { 'answers.idea_issue': '書きかけ' },
        'add:answers.plan_targets',
      )
      expect(more.status).toBe(200)
      expect(more.formValues).toHaveProperty(['answers.plan_targets.1.indicator'])
      expect(more.field('解決したいこと')).toContain('書きかけ')
    }))

  test('missing answers are listed before submission with links to their fields, and named at each field', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const draft = await c.run((db) => aDraft(c, db, { complete: false }))
      const secretary = c.as('secretary')
      const page = await secretary.get(urls.submission(at(draft)))
      expect(page.buttons).not.toContain('提出する')
      const link = page.links.find(({ text }) => text === '「解決したいこと」を入力してください。')!
      expect(link.href).toBe(`${urls.edit(at(draft), { check: '1' })}#answers-idea_issue`)
      const edit = await secretary.get(urls.edit(at(draft), { check: '1' }))
      expect(edit.errors['answers-idea_issue']).toContain('「解決したいこと」を入力してください。')
      const forced = await secretary.post(urls.submission(at(draft)), edit.formValues)
      expect(forced.status).toBe(422)
      expect(forced.says).toContain('「解決したいこと」を入力してください。')
    }))
})

describe('the late submission', () => {
  test('when the call closes while the page is open, it is refused with the day and stays a draft', () =>
    w.inCity(city, async (c) => {
      await openFor(c, 3)
      const draft = await c.run((db) => aDraft(c, db))
      const secretary = c.as('secretary')
      const page = await secretary.get(urls.submission(at(draft)))
      expect(page.buttons).toContain('提出する')
      c.at(new Date('2026-11-28T15:00:00Z'))
      const late = await secretary.post(urls.submission(at(draft)), page.formValues)
      expect(late.status).toBe(409)
      expect(late.says).toContain('令和8年11月28日で終わりました')
      expect(late.says).toContain('下書きとして残っています')
      const again = await secretary.get(urls.submission(at(draft)))
      expect(again.buttons).not.toContain('提出する')
      expect(again.says).toContain('書いた内容は下書きとして残っています')
      expect((await secretary.get(urls.show(at(draft)))).status).toBe(200)
    }))
})

describe('sending twice', () => {
  test('pressing the button twice makes one proposal and shows the same receipt twice', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const draft = await c.run((db) => aDraft(c, db))
      const secretary = c.as('secretary')
      const page = await secretary.get(urls.submission(at(draft)))
      const first = await secretary.post(urls.submission(at(draft)), page.formValues)
      const second = await secretary.post(urls.submission(at(draft)), page.formValues)
      expect([first.status, second.status]).toEqual([303, 303])
      expect(second.location).toBe(first.location)
      const rows = await c.run((db) =>
        db.selectFrom('proposals').select('number').where('number', 'is not', null).execute(),
      )
      expect(rows).toEqual([{ number: 1 }])
    }))
})

describe('on paper', () => {
  const values = {
    channel: 'paper',
    received_on: '令和8年11月20日',
    new_name: '東町の花の会',
    new_kana: 'ひがしちょう',
  }

  test('the section enters a group that is not in the register, types the answers in, and hands the receipt over', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const section = c.as('section')
      expect((await c.as('secretary').get(urls.newFromPaper({ city }))).status).toBe(403)
      const { to } = wayOf(c)
      const without = await section.fill(urls.newFromPaper({ city }), { ...values, to, new_name: '' })
      expect([without.status, Object.keys(without.errors)]).toEqual([422, ['party_id', 'scan']])
      const scan = new File(['%PDF-1.4'], '提案書.pdf', { type: 'application/pdf' })
      const begun = await section.fill(urls.newFromPaper({ city }), {
        ...values,
        to,
        new_kind: c.parties.first!.kind,
        scan,
      })
      const edit = new URL(begun.location!, 'http://localhost').pathname
      const written = await section.fill(edit, { 'answers.idea_title': '駅前を花でかざる' })
      const confirm = await section.follow(written)
      expect(confirm.says).toContain('書面に書かれていないところが')
      const submitted = await section.fill(written.location!, { received_on: '令和8年11月20日' })
      const receipt = await section.follow(submitted)
      expect(receipt.says).toContain('東町の花の会')
      expect(receipt.says).toContain('令和8年11月20日')
      const page = await section.get(urls.show({ city, ref: 'r8-proposal-0001' }))
      expect(page.says).toContain('提案書.pdf')
      expect(page.says).toContain('郵送・書面')
    }))
})

describe('a text that was revised in the talks', () => {
  test('shows both sides what changed; it accepts no gaps and has no draft to save', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const row = await make(c, 'in_talks')
      const secretary = c.as('secretary')
      const empty = await secretary.fill(urls.edit(at(row)), { 'answers.idea_content': '' })
      expect([empty.status, Object.keys(empty.errors)]).toEqual([422, ['answers-idea_content']])
      expect((await secretary.fill(urls.edit(at(row)), {}, 'save')).status).toBe(409)
      const done = await secretary.fill(urls.edit(at(row)), {
        'answers.idea_content': '月に二度、三者で手入れします。',
      })
      expect(done.status).toBe(303)
      const page = await c.as('officer').get(urls.show(at(row)))
      expect(page.says).toContain('内容の移り変わり（1回改めました）')
      expect(page.says).toContain(
        '改める前誰が、いつ、どこで、何をするかを書きました。改めたあと月に二度、三者で手入れします。',
      )
      expect((await c.as('officer').get(urls.edit(at(row)))).status).toBe(403)
    }))
})
