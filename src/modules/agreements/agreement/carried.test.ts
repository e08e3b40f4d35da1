import { describe, expect, test } from 'vitest'
import { readCharter } from '../../charters/index.ts'
import { carryOver, kindFrom, type Source } from '../agreement/carried.ts'
import type { PartyThere } from '../tables.ts'

function charterOf(city: string) {
  const found = readCharter(`charters/${city}`, 'charters/common')
  if (!('charter' in found)) throw new Error('The charter of the test cannot be read.')
  return found.charter
}
const charter = charterOf('kawagoe')
const party = (party_id: string, number: number, name: string, unit = 'group'): PartyThere => ({
  party_id,
  number,
  name,
  kind: 'x',
  is_city: unit === 'city',
  unit,
})
const city = party('c', 1, '川越市', 'city')
const own = party('g', 7, '坂上地区自治会連合会')
const shop = party('s', 8, '坂の下の米屋')
const known = [city, own, shop]
const sheet = charter.programmes.find(({ key }) => key === 'proposal-grant')!
const sections = sheet.sheets[0]!.sections
/** The key under which an answer stands, by its question. */
const key = (question: string) =>
  `${sections.find(({ fields }) => fields.some((field) => field.key === question))!.key}_${question}`

const source = (answers: Record<string, unknown>, conditions = ''): Source => ({
  title: '坂の上の買い物便',
  programme: 'proposal-grant',
  track: sheet.tracks[0]!.key,
  contents: Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [key(name), answer]),
  ) as Source['contents'],
  conditions,
})
const carry = (from: Source) =>
  carryOver({ asked: charter, charter }, from, { title: from.title, kind: 'agreement', parties: [own, city], known })

describe('begun from an adopted proposal', () => {
  const whole = source({
    issue: '店が閉じ、坂を15分下らねばならない。',
    parties: [
      { name: '市の地域づくりの課', part: '相談' },
      { name: '坂の下の米屋', part: '配達' },
    ],
    'role-table': [
      { party: '自治会連合会', does: '注文を聞き、運ぶ', brings: '当番18人' },
      { party: '市', does: '場所と見守りの相談', brings: '' },
      { party: '坂の下の米屋', does: '軽トラックを出す', brings: '' },
    ],
    targets: [{ indicator: '使う家', value: '25軒', by: '2027-03-31' }],
    budget: [
      { side: 'income', item: '補助金', yen: '96000', note: '' },
      { side: 'expense', item: '保険', yen: '96000', note: '' },
    ],
  })

  test('it holds what the proposal holds: parties, form, purpose, targets, roles and who pays', () => {
    const { draft } = carry(whole)
    expect(draft).toMatchObject({
      title: '坂の上の買い物便',
      form: 'proposal-grant',
      parties: [{ party: '坂上地区自治会連合会' }, { party: '川越市' }, { party: '坂の下の米屋' }],
      purpose: '店が閉じ、坂を15分下らねばならない。',
      targets: [{ indicator: '使う家', value: '25', unit: '軒', by: '令和9年3月31日', direction: 'at_least' }],
      money: [{ party: 'c', yen: '96000', for: '補助金' }],
    })
    expect(draft.roles!.map((role) => role.party)).toEqual(['g', 'c', 's'])
  })

  test('it says what was carried over and what was not, and says nothing was that was not', () => {
    const { carried, left } = carry(whole)
    expect(carried).toEqual([
      '題名',
      '形',
      '当事者（坂上地区自治会連合会、川越市、坂の下の米屋）',
      '目的',
      '目標（1件）',
      '役割（3件）',
      '費用（1件）',
    ])
    expect(left).toEqual([
      '提案にある「市の地域づくりの課」は、登録された団体の中に見つかりません。当事者にするときは、登録してから加えてください。',
      '持ち寄るものの種類を、役割ごとに選んでください。',
      '期間（始まりの日と終わりの日）を書いてください。',
    ])
    const empty = carry(source({}))
    expect(empty.carried).toEqual(['題名', '形', '当事者（坂上地区自治会連合会、川越市）'])
    expect(empty.draft).toMatchObject({ purpose: '', targets: [], roles: [], money: [], starts_on: '', ends_on: '' })
  })

  test('whoever cannot be told is left open for people to choose, never guessed', () => {
    const { draft, left } = carry(
      source(
        {
          issue: '坂が急だ。',
          parties: [{ name: '朝の会', part: '' }],
          'role-table': [{ party: '民生委員', does: '見守り', brings: '' }],
          budget: [{ side: 'income', item: '寄付', yen: '1000', note: '' }],
          targets: [{ indicator: 'ごみ', value: '半分', by: 'いつか' }],
        },
        '保険に入ること',
      ),
    )
    expect([draft.roles![0]!.party, draft.money![0]!.party]).toEqual(['', ''])
    expect(draft.targets![0]).toMatchObject({ value: '半分', by: 'いつか' })
    expect(left).toEqual([
      '提案にある「朝の会」は、登録された団体の中に見つかりません。当事者にするときは、登録してから加えてください。',
      '数字でない目標があります。めざす値を数字で書いてください。',
      'だれの役割か読み取れないところがあります。当事者を選んでください。',
      'だれが負担するか読み取れない費用があります。当事者を選んでください。',
      '期間（始まりの日と終わりの日）を書いてください。',
      '採択には条件が付いています。文面に書き入れてください。「保険に入ること」',
    ])
  })

  test('of a charter that does not say what its questions mean nothing is guessed, and that is said', () => {
    const silent = structuredClone(charter)
    for (const { sheets } of silent.programmes)
      for (const { sections } of sheets)
        for (const { fields } of sections)
          for (const field of fields) {
            delete field.means
            field.choices = []
          }
    const begun = { title: whole.title, kind: 'agreement', parties: [own, city], known }
    const { draft, carried, left } = carryOver({ asked: silent, charter }, whole, begun)
    expect([draft.purpose, draft.roles!.map(({ party }) => party), draft.money![0]!.party]).toEqual([
      '',
      ['g', '', 's'],
      '',
    ])
    expect(carried).not.toContain('目的')
    expect(left).toEqual(expect.arrayContaining(['目的は、提案からは読み取れませんでした。']))
    expect(left.join()).toContain('だれの役割か読み取れない')
    expect(left.join()).toContain('だれが負担するか読み取れない')
  })

  test('a row is whose the charter says its words are: of the city, of a ward, of the group that proposes', () => {
    const kawasaki = charterOf('kawasaki')
    const programme = kawasaki.programmes.find(({ sheets }) => sheets.length > 0)!
    const budget = ['市の負担', '区の負担', '会の負担', '寄付'].map((item) => ({ side: 'income', item, yen: '1' }))
    const under = programme.sheets[0]!.sections.find(({ fields }) => fields.some((one) => one.kind === 'budget'))!
    const from: Source = {
      title: 'x',
      programme: programme.key,
      track: programme.tracks[0]!.key,
      contents: { [`${under.key}_budget`]: budget },
      conditions: '',
    }
    const ward = { ...party('w', 2, '高津区役所', 'ward'), is_city: true }
    const begun = { title: 'x', kind: kindFrom(kawasaki, kawasaki, from)!, parties: [own, city, ward], known }
    const { draft } = carryOver({ asked: kawasaki, charter: kawasaki }, from, begun)
    expect(draft.money!.map((line) => line.party)).toEqual(['c', 'w', 'g', ''])
  })

  test('the sum asked of the city is its share where the proposal has no budget', () => {
    expect(carry(source({ amount: '１２０，０００円' })).draft.money).toEqual([
      { party: 'c', yen: '１２０，０００円', for: '' },
    ])
  })

  test('of several forms none is guessed: the people choose', () => {
    const yoshikawa = charterOf('yoshikawa')
    const { key: programme, tracks } = yoshikawa.programmes.find(({ tracks }) =>
      tracks.some(({ forms }) => forms.length > 3),
    )!
    const from: Source = {
      ...source({}),
      programme,
      track: tracks.find(({ forms }) => forms.length > 3)!.key,
      contents: {},
    }
    const begun = { title: 'x', kind: kindFrom(yoshikawa, yoshikawa, from)!, parties: [own, city], known }
    const { draft, left, carried } = carryOver({ asked: yoshikawa, charter: yoshikawa }, from, begun)
    expect([draft.form, carried.includes('形')]).toEqual([undefined, false])
    expect(left).toContain('提案の区分には形がいくつかあります。どの形にするかを選んでください。')
  })

  test('the kind is the one in which the form of its track is agreed on', () => {
    expect(kindFrom(charter, charter, whole)).toBe('agreement')
    expect(
      carryOver({ asked: charter, charter }, whole, { title: 'x', kind: 'memo', parties: [own, city], known }).draft
        .form,
    ).toBeUndefined()
  })
})
