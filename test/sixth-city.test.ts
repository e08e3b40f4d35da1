import { describe, expect, test } from 'vitest'
import type { CitySetting } from '../demo/setting.ts'
import { findAgreement, terminateAgreement } from '../src/modules/agreements/index.ts'
import { urls as agreements } from '../src/modules/agreements/urls.ts'
import { urls as evaluations } from '../src/modules/evaluations/urls.ts'
import { urls as inbox } from '../src/modules/inbox/urls.ts'
import { urls as projects } from '../src/modules/projects/urls.ts'
import { urls as proposals } from '../src/modules/proposals/urls.ts'
import { flatten } from '../src/platform/web/index.ts'
import { answersTo, openFor, wayOf } from './proposals.ts'
import { type CityWorld, useWorld } from './world.ts'

/** A city without any code of its own: a boat's crew, a farmer on the hill, and the town hall. */
const minatono: CitySetting = {
  slug: 'minatono',
  charterFolder: 'test/sixth-city',
  cityName: 'みなと野市役所',
  departments: [
    { key: 'section-office', name: '縁づくり課', kana: 'えんづくりか' },
    { key: 'department-office', name: '浜の課', kana: 'はまのか' },
  ],
  groups: [
    {
      key: 'first',
      name: '第三八幡丸',
      kana: 'だいさんはちまんまる',
      standard: ['boat'],
      purpose: '海とともに暮らす',
      activity: '漁',
    },
    {
      key: 'second',
      name: '丘の畑の会',
      kana: 'おかのはたけのかい',
      standard: ['hill'],
      purpose: '畑を守る',
      activity: '畑',
    },
  ],
  people: [
    {
      key: 'secretary',
      name: '波野 うみ',
      kana: 'なみの うみ',
      is: '八幡丸の帳面係',
      account: true,
      parties: [{ party: 'first', roles: ['secretary', 'signatory'] }],
    },
    {
      key: 'neighbour',
      name: '岡田 つち',
      kana: 'おかだ つち',
      is: '畑の会の代表',
      account: true,
      parties: [{ party: 'second', roles: ['representative', 'secretary', 'signatory'] }],
    },
    {
      key: 'section',
      name: '里見 むすび',
      kana: 'さとみ むすび',
      is: '縁づくり課の職員',
      account: true,
      parties: [{ party: 'section-office', roles: ['officer'] }],
      post: { role: 'section', department: 'section-office' },
    },
    {
      key: 'officer',
      name: '浜口 なぎ',
      kana: 'はまぐち なぎ',
      is: '浜の課の職員',
      account: true,
      parties: [
        { party: 'department-office', roles: ['officer'] },
        { party: 'city', roles: ['officer'] },
      ],
      post: { role: 'department', department: 'department-office' },
    },
    {
      key: 'signatory',
      name: '港 市子',
      kana: 'みなと いちこ',
      is: '市の署名者',
      account: true,
      parties: [{ party: 'city', roles: ['signatory'] }],
      post: { role: 'department', department: 'section-office' },
    },
    {
      key: 'clerk',
      name: '根岸 しるす',
      kana: 'ねぎし しるす',
      is: '縁づくり課の係長',
      account: true,
      parties: [{ party: 'section-office', roles: ['officer'] }],
      post: { role: 'section', department: 'section-office' },
    },
  ],
}

const w = useWorld({ extra: [minatono] })
const city = { city: 'minatono' }

/** A proposal in the city's own form, accepted, talked over, adopted, released. */
async function adopted(c: CityWorld): Promise<string> {
  await openFor(c)
  const { to, sheet } = wayOf(c)
  const [secretary, section, officer] = [c.as('secretary'), c.as('section'), c.as('officer')]
  const started = await secretary.fill(proposals.new(city), { to })
  const edit = new URL(started.location!, 'http://localhost').pathname
  const values = flatten({
    title: '浜の網を三方で分ける',
    theme: sheet.themes[0]?.key,
    answers: answersTo(sheet),
  }) as Record<string, string>
  const saved = await secretary.fill(edit, values)
  expect([saved.status, saved.errors]).toEqual([303, {}])
  const receipt = await secretary.follow(await secretary.fill(saved.location!))
  const number = /\S+-\d{4}/.exec(receipt.says)?.[0]
  expect(number, receipt.says).toBeDefined()
  const at = {
    ...city,
    ref: receipt.links.map((link) => /r8-\w+-\d{4}/.exec(link.href)?.[0]).find(Boolean) ?? 'r8-proposal-0001',
  }
  await section.fill(proposals.acceptance(at), { department_id: c.parties['department-office']!.id })
  await officer.fill(proposals.talks(at), { text: '浜でお会いしましょう。' })
  await officer.fill(proposals.review(at))
  const decided = await section.fill(proposals.decision(at), {
    decision: 'adopted',
    reasons: '三方の縁にかなう。',
    decided_on: 'R8.11.25',
  })
  expect(decided.status, decided.says).toBe(303)
  await section.fill(proposals.release(at), { summary: '一つの網を三方で分けます。' })
  expect((await c.as('nobody').get(proposals.show(at))).says).toContain('三方の縁にかなう。')
  return at.ref
}

/** A text between the three sides, signed by each. */
async function agreed(c: CityWorld): Promise<string> {
  const section = c.as('section')
  const three = [c.parties.first!, c.parties.second!, c.parties.city!]
  const started = await section.fill(agreements.new(city), { title: '網分けの縁状', kind: 'letter' })
  const draft: Record<string, string> = {
    title: '網分けの縁状',
    purpose: '一つの網を、浜と丘と市で分け合う。',
    'targets.0.indicator': '網を上げた日',
    'targets.0.value': '12',
    'targets.0.unit': '日',
    'targets.0.by': '令和9年3月31日',
    starts_on: '令和8年12月1日',
    ends_on: '令和9年3月31日',
  }
  for (const [n, party] of three.entries()) {
    draft[`parties.${n}.party`] = party.is_city ? `${party.name}（${party.number}番）` : party.name
    Object.assign(draft, {
      [`roles.${n}.party`]: party.id,
      [`roles.${n}.does`]: '網を引く',
      [`roles.${n}.kind`]: 'people',
      [`roles.${n}.brings`]: '人手',
    })
  }
  const saved = await section.fill(started.location!, draft)
  expect(saved.errors).toEqual({})
  const offered = await section.fill(saved.location!)
  expect(offered.status, offered.says).toBe(303)
  const at = { ...city, ref: offered.location!.split('/').at(-1)! }
  for (const person of ['secretary', 'neighbour', 'signatory']) {
    const signed = await c.as(person).fill(agreements.signature(at), { agree: 'yes' })
    expect(signed.status, `${person}: ${signed.says}`).toBe(303)
  }
  return at.ref
}

const anEntry = (c: CityWorld, parties: string[], more: Record<string, string | string[] | File> = {}) => ({
  title: '浜の網を三方で分ける',
  summary: '一つの網を三方で分けます。',
  purpose: '海の実りを分け合う。',
  beneficiaries: '浜と丘の人',
  zone: 'sea',
  forms: ['shared-net'],
  fiscal_years: '令和8年度',
  starts_on: '令和8年11月1日',
  ends_on: '令和9年3月31日',
  department_id: c.parties['department-office']!.id,
  scan: new File(['%PDF-1.4'], '三方の計画書.pdf', { type: 'application/pdf' }),
  ...Object.fromEntries(
    parties.flatMap((id, n) => [
      [`parties.${n}.party_id`, id],
      [`parties.${n}.does`, '網を引く'],
      [`parties.${n}.brings`, '人手'],
    ]),
  ),
  ...more,
})

test('where one of three sides is missing, the sixth city refuses in its own words', () =>
  w.inCity('minatono', async (c) => {
    const without = await c
      .as('section')
      .fill(projects.new(city, { zone: 'sea' }), anEntry(c, [c.parties.first!.id, c.parties.second!.id]), 'send')
    expect(without.status, without.says).toBe(422)
    expect(without.errors.parties).toContain('三方のうち市が欠けています。')
  }))

test('nothing is carried out in a zone that is nobody’s', () =>
  w.inCity('minatono', async (c) => {
    const three = [c.parties.first!, c.parties.second!, c.parties.city!].map((one) => one.id)
    const refused = await c
      .as('section')
      .fill(projects.new(city, { zone: 'sea' }), anEntry(c, three, { zone: 'sky' }), 'send')
    expect(refused.status).toBe(422)
    expect(Object.values(refused.errors).join()).toContain('空は誰のものでもない')
  }))

test('the sixth city walks the whole way with nothing but its charter', () =>
  w.inCity('minatono', async (c) => {
    await adopted(c)
    await agreed(c)
    const three = [c.parties.first!, c.parties.second!, c.parties.city!].map((one) => one.id)
    const entered = await c.as('section').fill(projects.new(city, { zone: 'sea' }), anEntry(c, three), 'send')
    expect([entered.status, entered.errors]).toEqual([303, {}])
    const at = { ...city, ref: entered.location!.split('/').at(-1)! }
    expect((await c.as('section').fill(projects.start(at))).status).toBe(303)
    expect((await c.as('section').fill(projects.release(at))).status).toBe(303)
    c.at(new Date('2027-04-02T01:00:00Z'))
    const begun = await c.as('section').fill(evaluations.new(at))
    expect(begun.status, begun.says).toBe(303)
    const year = { ...at, year: begun.location!.split('/').at(-1)!.split('?')[0]! }
    const sheets = []
    for (const person of ['secretary', 'neighbour', 'officer']) {
      const sheet = await c.as(person).get(evaluations.answer(year))
      expect(sheet.status, `${person}: ${sheet.says}`).toBe(200)
      sheets.push(sheet)
      const marks = Object.fromEntries(marksOf(sheet.text).map((name) => [name, 'S']))
      const words = Object.fromEntries(wordsOf(sheet.text).map((name) => [name, '三方で網を引けました。']))
      const sent = await c.as(person).fill(evaluations.answer(year), { ...marks, ...words }, 'send')
      expect([person, sent.errors, sent.status]).toEqual([person, {}, 303])
    }
    for (const phase of ['引き潮', '潮の変わり目', '上げ潮', '満ち潮']) expect(sheets[0]!.says).toContain(phase)
    expect(sheets[0]!.says).toContain('ともにうたえましたか')
    // The elders may answer and need not: after the three sides, the section opens the answers.
    expect((await c.as('neighbour').get(evaluations.show(year))).says).not.toContain('三方で網を引けました。')
    expect((await c.as('section').fill(evaluations.closing(year))).status).toBe(303)
    const open = await c.as('neighbour').get(evaluations.show(year))
    expect(open.says).toContain('三方で網を引けました。')
    expect((await c.as('nobody').get(projects.show(at))).heading).toBe('浜の網を三方で分ける')
  }))

const namesIn = (html: string, ending: string) => [
  ...new Set([...html.matchAll(/name="([\w.-]+)"/g)].map((found) => found[1]!).filter((name) => name.endsWith(ending))),
]
const marksOf = (html: string) => namesIn(html, '.mark')
const wordsOf = (html: string) => namesIn(html, '.words')

describe('an act that this city wants two pairs of eyes for', () => {
  const reasons = { reason: '網が流されたため', public_reason: '', ended_on: '令和8年12月2日' }

  test('is prepared by one person and confirmed by another; until then nothing has happened', () =>
    w.inCity('minatono', async (c) => {
      const at = { ...city, ref: await agreed(c) }
      c.at(new Date('2026-12-02T01:00:00Z'))
      const confirmation = `${agreements.termination(at)}/confirmation`
      const [section, clerk] = [c.as('section'), c.as('clerk')]
      const wrong = await section.fill(agreements.termination(at), { ...reasons, ended_on: '令和8年11月1日' })
      expect([wrong.status, Object.keys(wrong.errors)]).toEqual([422, ['ended_on']])
      const sent = await section.fill(agreements.termination(at), reasons)
      expect([sent.status, sent.location]).toEqual([303, confirmation])
      expect((await section.get(agreements.show(at))).says).toContain('「取りやめる」を起案しました')
      expect((await c.as('nobody').get(agreements.show(at))).says).not.toContain('取りやめ')
      const waiting = await clerk.get(inbox.mine(city))
      expect(waiting.links.map(({ href }) => href)).toContain(confirmation)
      const page = await clerk.get(confirmation)
      expect(page.says).toContain('里見 むすび')
      expect(page.says).toContain('網が流されたため')
      const confirmed = await clerk.fill(confirmation)
      expect([confirmed.status, confirmed.location]).toEqual([303, agreements.show(at)])
      const ended = await section.get(agreements.show(at))
      expect(ended.says).toContain('取りやめました')
      expect((await clerk.get(inbox.mine(city))).links.map(({ href }) => href)).not.toContain(confirmation)
    }))

  test('is not confirmed by the one who prepared it, nor by one who may not do it', () =>
    w.inCity('minatono', async (c) => {
      const at = { ...city, ref: await agreed(c) }
      c.at(new Date('2026-12-02T01:00:00Z'))
      const confirmation = `${agreements.termination(at)}/confirmation`
      const section = c.as('section')
      await section.fill(agreements.termination(at), reasons)
      const own = await section.get(confirmation)
      expect(own.buttons).not.toContain('確認した。取りやめる')
      expect((await section.fill(confirmation)).status).toBe(403)
      expect((await c.as('signatory').get(confirmation)).status).toBe(403)
      expect((await c.as('nobody').get(confirmation)).status).toBe(303)
      expect((await section.get(agreements.show(at))).says).not.toContain('取りやめました')
    }))

  test('is void when the thing has changed, and can be taken back and prepared anew', () =>
    w.inCity('minatono', async (c) => {
      const at = { ...city, ref: await agreed(c) }
      c.at(new Date('2026-12-02T01:00:00Z'))
      const confirmation = `${agreements.termination(at)}/confirmation`
      const [section, clerk] = [c.as('section'), c.as('clerk')]
      await section.fill(agreements.termination(at), reasons)
      const twice = await clerk.get(agreements.termination(at))
      expect([twice.status, twice.says.includes('里見 むすびさんが起案し')]).toEqual([409, true])
      await section.fill(agreements.amendment(at))
      const late = await clerk.fill(confirmation)
      expect([late.status, late.says.includes('起案のあとに内容が変わった')]).toEqual([409, true])
      const again = await clerk.get(confirmation)
      expect([again.status, again.heading]).toEqual([409, 'この起案は、無効になりました'])
      expect((await section.get(inbox.mine(city))).says).toContain('を起案し直す')
      const page = await section.get(agreements.termination(at))
      expect(page.field('理由')).toBe(reasons.reason)
      expect((await clerk.fill(agreements.termination(at), reasons)).location).toBe(confirmation)
      expect((await section.get(inbox.mine(city))).says).not.toContain('を起案し直す')
      expect((await section.fill(confirmation)).status).toBe(303)
    }))

  test('is done by no caller who passes the confirmation by', () =>
    w.inCity('minatono', async (c) => {
      const ref = await agreed(c)
      await c.run(async (db) => {
        const act = { ...(await c.act(db, 'section')), now: new Date('2026-12-02T01:00:00Z') }
        const agreement = (await findAgreement(db, act.actor, ref))!
        const input = { reason: '網が流されたため', public_reason: '', ended_on: '2026-12-02' }
        await expect(terminateAgreement(act, agreement, input)).rejects.toThrow('別の職員が確認して行います')
      })
    }))
})
