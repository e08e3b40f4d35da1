import { describe, expect, test } from 'vitest'
import { aDraft, answersTo, aProposal, openFor, wayOf } from '../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../test/world.ts'
import { asJson, newId, onStatement } from '../../platform/db/index.ts'
import { flatten } from '../../platform/web/index.ts'
import { urls as agreements } from '../agreements/urls.ts'
import { urls as desk } from '../desk/urls.ts'
import { questionsOf } from '../programmes/index.ts'
import { lifecycle, type ProposalState } from './lifecycle.ts'
import { refOf } from './tables.ts'
import { urls } from './urls.ts'

const w = useWorld()
const city = 'kawaguchi'
const at = (row: Parameters<typeof refOf>[0]) => ({ city, ref: refOf(row) })
const make = (c: CityWorld, state: ProposalState, options = {}) => c.run((db) => aProposal(c, db, state, options))

describe('the main way', () => {
  test('a group writes, submits, talks; the city accepts, decides and releases; everyone reads it', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const { to, sheet } = wayOf(c)
      const secretary = c.as('secretary')
      const started = await secretary.fill(urls.new({ city }), { to })
      expect(started.status).toBe(303)
      const edit = new URL(started.location!, 'http://localhost').pathname
      const values = flatten({ title: '花壇', theme: sheet.themes[0]?.key, answers: answersTo(sheet) }) as Record<
        string,
        string
      >
      const files = Object.fromEntries(
        questionsOf(sheet).flatMap(({ key, question }) =>
          question.kind === 'files'
            ? [[`files.${key}`, new File(['%PDF-1.4'], '会則.pdf', { type: 'application/pdf' })]]
            : [],
        ),
      )
      const saved = await secretary.fill(edit, { ...values, ...files })
      expect([saved.status, saved.location]).toEqual([303, edit.replace('/edit', '/submission')])
      const confirm = await secretary.follow(saved)
      expect(confirm.buttons).toContain('提出する')
      const submitted = await secretary.fill(saved.location!)
      const receipt = await secretary.follow(submitted)
      expect(receipt.heading).toBe('受付票')
      expect(receipt.says).toContain('令8-協働の提案-0001')
      const ref = 'r8-proposal-0001'

      const section = c.as('section')
      expect((await section.get(urls.list({ city }))).says).toContain('令8-協働の提案-0001')
      const officer = c.as('officer')
      expect((await officer.get(urls.show({ city, ref }))).status).toBe(404)
      expect(
        (await section.fill(urls.acceptance({ city, ref }), { department_id: c.parties['department-office']!.id }))
          .status,
      ).toBe(303)
      expect((await officer.fill(urls.talks({ city, ref }), { text: '一度お会いしましょう。' })).status).toBe(303)
      expect(
        (
          await secretary.fill(urls.messages({ city, ref }), {
            text: 'ありがとうございます。来週の火曜はいかがですか。',
          })
        ).status,
      ).toBe(303)
      expect((await officer.get(urls.show({ city, ref }))).says).toContain('来週の火曜')
      expect((await officer.fill(urls.review({ city, ref }))).status).toBe(303)
      const decision = { decision: 'adopted', reasons: '地域の課題に合っているため。', decided_on: 'R8.11.25' }
      expect((await section.fill(urls.decision({ city, ref }), decision)).status).toBe(303)
      expect((await c.as('nobody').get(urls.show({ city, ref }))).status).toBe(404)
      expect((await section.fill(urls.release({ city, ref }), { summary: '川沿いの花壇を育てます。' })).status).toBe(
        303,
      )
      const open = await c.as('nobody').get(urls.show({ city, ref }))
      expect(open.status).toBe(200)
      expect(open.says).toContain('採択')
      expect(open.says).toContain('地域の課題に合っているため。')
      expect(open.says).not.toContain('来週の火曜')
      expect((await c.as('nobody').get(urls.list({ city }))).says).toContain('川沿いの花壇を育てます。')
    }))
})

test.each(['kawaguchi', 'kawagoe', 'yoshikawa', 'iruma', 'kawasaki'])(
  '%s: its own form, its own programme, the same way to the public page',
  (slug) =>
    w.inCity(slug, async (c) => {
      await openFor(c)
      const row = await make(c, 'decided', { released: true })
      const here = { city: slug, ref: refOf(row) }
      for (const [person, url] of [
        ['secretary', urls.show(here)],
        ['section', urls.release(here)],
        ['secretary', urls.receipt(here)],
        ['nobody', urls.show(here)],
      ] as const) {
        expect([person, url, (await c.as(person).get(url)).status]).toEqual([person, url, 200])
      }
      const draft = await c.run((db) => aDraft(c, db))
      const edit = await c.as('secretary').get(urls.edit({ city: slug, ref: draft.id }))
      const questions = wayOf(c).sheet.sections.flatMap(({ fields }) => fields.map(({ label }) => label.ja))
      expect(questions.filter((question) => !edit.says.includes(question.replace(/\s+/g, ' ')))).toEqual([])
    }),
)

describe('who sees a proposal before it is released', () => {
  test('its group and the section do; another group, a stranger and a department that it was not given to find nothing there', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const row = await make(c, 'submitted')
      for (const person of ['secretary', 'representative', 'section', 'administrator'])
        expect([person, (await c.as(person).get(urls.show(at(row)))).status]).toEqual([person, 200])
      for (const person of ['neighbour', 'stranger', 'officer', 'signatory', 'nobody'])
        expect([person, (await c.as(person).get(urls.show(at(row)))).status]).toEqual([person, 404])
    }))

  test('a draft is its writers alone, not even the section sees it', () =>
    w.inCity(city, async (c) => {
      const row = await c.run((db) => aDraft(c, db))
      for (const person of ['section', 'administrator', 'officer', 'neighbour'])
        expect([person, (await c.as(person).get(urls.show(at(row)))).status]).toEqual([person, 404])
      expect((await c.as('representative').get(urls.show(at(row)))).status).toBe(200)
    }))
})

describe('writing', () => {
  test('a person who keeps no papers of a group is told where to go, and is offered no form', () =>
    w.inCity(city, async (c) => {
      const page = await c.as('stranger').get(urls.new({ city }))
      expect(page.says).toContain('まだどの団体の代表者・事務担当としても登録されていません')
      expect(page.buttons).not.toContain('書き始める')
      expect((await c.as('nobody').get(urls.new({ city }))).status).toBe(303)
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

  test('what is missing is said before submitting, each with the way to its field, and at each field', () =>
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
      expect(late.status).toBe(403)
      expect(late.says).toContain('令和8年11月28日で終わりました')
      expect(late.says).toContain('下書きとして残っています')
      const again = await secretary.get(urls.submission(at(draft)))
      expect(again.buttons).not.toContain('提出する')
      expect(again.says).toContain('書いた内容は下書きとして残っています')
      expect((await secretary.get(urls.show(at(draft)))).status).toBe(200)
    }))
})

describe('sending twice', () => {
  test('one proposal comes of pressing the button twice, and both times the same receipt', () =>
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
      expect([without.status, Object.keys(without.errors)]).toEqual([422, ['party_id']])
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
  test('shows both sides what changed; strict, because it stands already, and without a draft to save', () =>
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

describe('the receipt', () => {
  test('says to whom, whom to ask, and what comes next until when; under one heading', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const row = await make(c, 'submitted')
      const page = await c.as('secretary').get(urls.receipt(at(row)))
      expect(page.headings.filter((heading) => heading.includes('受付票'))).toEqual(['受付票'])
      expect(page.headings).toEqual(['受付票', 'これからのこと'])
      const { section } = c.charter.city.contact
      for (const part of [
        `代表者　${c.people.representative!.name}　様`,
        section.ja,
        '電話',
        '話し合い',
        '令和8年11月30日',
      ])
        expect(page.says.replace(/\s/g, '')).toContain(part.replace(/\s/g, ''))
    }))

  test('says no more what comes next when it is decided', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const row = await make(c, 'decided')
      expect((await c.as('secretary').get(urls.receipt(at(row)))).headings).toEqual(['受付票'])
    }))
})

describe('a page that is opened at the wrong moment', () => {
  test('says what is the case and what can be done, and leads back to the proposal', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const row = await make(c, 'decided')
      const late = await c.as('secretary').get(urls.withdrawal(at(row)))
      expect([late.status, late.heading]).toEqual([409, 'この協働の提案は、もう「採択」と決まっています'])
      expect(late.says).toContain('決定のあとにやめるときは、「辞退する」の手続きになります。')
      expect(late.says).not.toContain('読み込み直して')
      expect(late.links).toContainEqual({ text: '提案のページへ戻る', href: urls.show(at(row)) })
      const twice = await c.as('section').get(urls.acceptance(at(row)))
      expect([twice.status, twice.heading]).toEqual([409, late.heading])
      expect(twice.says).toContain('「受理する」ができるのは、「提出済み」のときです。')
    }))

  test('what may not be done, or not yet, leads back as well', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const row = await make(c, 'submitted')
      const release = await c.as('section').get(urls.release(at(row)))
      expect([release.status, release.links.map(({ href }) => href).includes(urls.show(at(row)))]).toEqual([403, true])
      const edit = await c.as('secretary').get(urls.edit(at(row)))
      expect([edit.status, edit.heading]).toEqual([409, 'この協働の提案は、いま「提出済み」です'])
    }))
})

describe('after the adoption', () => {
  const begins = (
    page: { links: { text: string; href: string }[] },
    row: Parameters<typeof refOf>[0] & { id: string },
  ) => page.links.filter(({ href }) => href === agreements.new({ city }, { proposal: row.id })).map(({ text }) => text)

  test('its group, its department and the section are led on to the agreement; who may not is not', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const row = await make(c, 'decided', { released: true })
      for (const person of ['secretary', 'representative', 'section', 'officer'])
        expect([person, begins(await c.as(person).get(urls.show(at(row))), row)]).toEqual([
          person,
          ['協定を書き始める'],
        ])
      for (const person of ['neighbour', 'stranger', 'nobody'])
        expect([person, begins(await c.as(person).get(urls.show(at(row))), row)]).toEqual([person, []])
      for (const person of ['secretary', 'section', 'officer'])
        expect([person, begins(await c.as(person).get(desk.mine({ city })), row)]).toEqual([
          person,
          ['取り決めを書き始める'],
        ])
    }))

  test('nothing is to be begun where it was not adopted, and where it was begun the way leads there', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const refused = await make(c, 'decided', { decision: 'not_adopted' })
      expect(begins(await c.as('section').get(urls.show(at(refused))), refused)).toEqual([])
      const row = await make(c, 'decided')
      const started = await c
        .as('section')
        .fill(agreements.new({ city }, { proposal: row.id }), { kind: c.charter.agreement.kinds[0]!.key })
      expect(started.status).toBe(303)
      const id = started.location!.split('/').at(-2)!
      for (const person of ['section', 'secretary']) {
        const page = await c.as(person).get(urls.show(at(row)))
        expect([person, begins(page, row)]).toEqual([person, []])
        expect(page.links.map(({ href }) => href)).toContain(agreements.show({ city, ref: id }))
      }
      expect(begins(await c.as('section').get(desk.mine({ city })), row)).toEqual([])
    }))
})

describe('the lists', () => {
  test('each sees theirs: the public what is released, the group its own, a department what it was given', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      await make(c, 'submitted')
      await make(c, 'in_talks')
      await make(c, 'decided', { released: true })
      const says = async (person: string) => (await c.as(person).get(urls.list({ city }))).says
      expect(await says('nobody')).not.toContain('令8-協働の提案-0001')
      expect(await says('nobody')).toContain('令8-協働の提案-0003')
      expect(await says('stranger')).not.toContain('令8-協働の提案-0002')
      expect(await says('secretary')).toContain('令8-協働の提案-0001')
      expect(await says('section')).toContain('令8-協働の提案-0001')
      expect(await says('officer')).not.toContain('令8-協働の提案-0001')
      expect(await says('officer')).toContain('令8-協働の提案-0002')
    }))

  test('are turned by key, twenty a page, and nothing is left out or shown twice', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      await make(c, 'submitted')
      await c.run(async (db) => {
        const row = await db.selectFrom('proposals').selectAll().executeTakeFirstOrThrow()
        for (let number = 2; number <= 45; number++) {
          const { contents, public_contents, ...rest } = row
          const copy = {
            ...rest,
            id: newId(),
            number,
            contents: asJson(contents),
            public_contents: asJson(public_contents),
          }
          await db.insertInto('proposals').values(copy).execute()
        }
      })
      const seen: string[] = []
      let url: string | undefined = urls.list({ city }, { state: 'submitted' })
      while (url) {
        const page = await c.as('section').get(url.split('#')[0]!)
        seen.push(...(page.says.match(/令8-協働の提案-\d{4}/g) ?? []))
        url = page.links.find(({ text }) => text === '次のページ')?.href
      }
      expect(seen).toHaveLength(45)
      expect(new Set(seen).size).toBe(45)
    }))
})

describe('what a page costs', () => {
  test('the number of statements does not grow with the rows', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const row = await make(c, 'in_talks')
      const count = async (person: string, url: string) => {
        const browser = c.as(person)
        await browser.get(url)
        let statements = 0
        const stop = onStatement(() => statements++)
        await browser.get(url)
        stop()
        return statements
      }
      const pages: [string, string][] = [
        ['section', urls.list({ city })],
        ['secretary', urls.list({ city })],
        ['secretary', urls.show(at(row))],
        ['section', urls.show(at(row))],
      ]
      const before = []
      for (const [person, url] of pages) before.push(await count(person, url))
      for (let i = 0; i < 3; i++) {
        await make(c, 'submitted')
        await make(c, 'decided', { released: true })
        await c.as('secretary').fill(urls.messages(at(row)), { text: `言いたいこと${i}` })
      }
      const after = []
      for (const [person, url] of pages) after.push(await count(person, url))
      expect(after).toEqual(before)
      expect(Math.max(...after)).toBeLessThan(30)
    }))
})

test(
  'the pages of every state answer both sides without an error',
  () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const states = Object.keys(lifecycle.states) as ProposalState[]
      for (const state of states) {
        const row = await make(c, state)
        for (const person of ['secretary', 'section']) {
          for (const [name, url] of Object.entries(urls)) {
            if (!url.pattern.includes(':ref') || url.pattern.endsWith('.pdf')) continue
            const page = await c.as(person).get((url as typeof urls.show)(at(row)))
            expect([state, person, name, page.status < 500]).toEqual([state, person, name, true])
          }
        }
      }
    }),
  120_000,
)
