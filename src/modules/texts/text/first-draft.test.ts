import { describe, expect, test } from 'vitest'
import { charterOf } from '../../../../test/rounds.ts'
import { aParty } from '../../../../test/texts.ts'
import { type Charter, programme } from '../../charters/index.ts'
import { sheetOf } from '../../programmes/index.ts'
import type { Answers } from '../../questionnaires/index.ts'
import { firstDraftFrom } from './first-draft.ts'

const charter = charterOf('charters/kawagoe')
const city = aParty('c', 1, '川越市', 'city')
const own = aParty('g', 7, '坂上地区自治会連合会')
const known = [city, own, aParty('s', 8, '坂の下の米屋')]
const begun = { title: '坂の上の買い物便', kind: 'agreement', parties: [own, city], known }

const track = programme(charter, 'proposal-grant')!.tracks[0]!.key
const sheetIn = (one: Charter) => sheetOf(one, 'proposal-grant', track)
const { sections } = sheetIn(charter)

/** Answers under the keys by which they are kept, each given by its question. */
const answered = (answers: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(answers).map(([question, answer]) => [
      `${sections.find(({ fields }) => fields.some((field) => field.key === question))!.key}_${question}`,
      answer,
    ]),
  ) as Answers

const carry = (answers: Record<string, unknown>, form?: string) =>
  firstDraftFrom({ sheet: sheetIn(charter), answers: answered(answers) }, { ...begun, form })

describe('begun from a filled-in questionnaire', () => {
  const whole = {
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
  }

  test('a draft holds what was answered: parties, purpose, targets, roles and who pays', () => {
    const { draft } = carry(whole, 'proposal-grant')
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
    const { carried, left } = carry(whole, 'proposal-grant')
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
    const empty = carry({})
    expect(empty.carried).toEqual(['題名', '当事者（坂上地区自治会連合会、川越市）'])
    expect(empty.draft).toMatchObject({ purpose: '', targets: [], roles: [], money: [], starts_on: '', ends_on: '' })
  })

  test('a party that cannot be told is left open for people to choose, never guessed', () => {
    const { draft, left } = carry({
      issue: '坂が急だ。',
      parties: [{ name: '朝の会', part: '' }],
      'role-table': [{ party: '民生委員', does: '見守り', brings: '' }],
      budget: [{ side: 'income', item: '寄付', yen: '1000', note: '' }],
      targets: [{ indicator: 'ごみ', value: '半分', by: 'いつか' }],
    })
    expect([draft.roles![0]!.party, draft.money![0]!.party]).toEqual(['', ''])
    expect(draft.targets![0]).toMatchObject({ value: '半分', by: 'いつか' })
    expect(left).toEqual([
      '提案にある「朝の会」は、登録された団体の中に見つかりません。当事者にするときは、登録してから加えてください。',
      '数字でない目標があります。めざす値を数字で書いてください。',
      'だれの役割か読み取れないところがあります。当事者を選んでください。',
      'だれが負担するか読み取れない費用があります。当事者を選んでください。',
      '期間（始まりの日と終わりの日）を書いてください。',
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
    const { draft, carried, left } = firstDraftFrom({ sheet: sheetIn(silent), answers: answered(whole) }, begun)
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
    const kawasaki = charterOf('charters/kawasaki')
    const { key, sheets, tracks } = kawasaki.programmes.find(({ sheets }) => sheets.length > 0)!
    const budget = ['市の負担', '区の負担', '会の負担', '寄付'].map((item) => ({ side: 'income', item, yen: '1' }))
    const under = sheets[0]!.sections.find(({ fields }) => fields.some((one) => one.kind === 'budget'))!
    const answers = { [`${under.key}_budget`]: budget }
    const ward = aParty('w', 2, '高津区役所', 'ward')
    const { draft } = firstDraftFrom(
      { sheet: sheetOf(kawasaki, key, tracks[0]!.key), answers },
      { ...begun, parties: [own, city, ward] },
    )
    expect(draft.money!.map((line) => line.party)).toEqual(['c', 'w', 'g', ''])
  })

  test('the sum asked of the city is its share where there is no budget', () => {
    expect(carry({ amount: '１２０，０００円' }).draft.money).toEqual([
      { party: 'c', yen: '１２０，０００円', for: '' },
    ])
  })
})
