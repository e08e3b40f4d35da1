import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCharter } from '../../charters/index.ts'
import type { Draft, PartyThere } from '../tables.ts'
import { AgreementForm } from './agreed.ts'
import { withModels } from './clauses.ts'
import { composeText, marksFor } from './compose.ts'
import { DraftForm, limits } from './draft.ts'
import { partyMeant, partyWords } from './parties.ts'

const found = readCharter('charters/kawaguchi', 'charters/common')
if (!('charter' in found)) throw new Error('The charter of the test cannot be read.')
const kawa = found.charter
const city: PartyThere = { party_id: 'c', number: 1, name: '市', kind: 'city', is_city: true, unit: 'city' }
const kindOf = (standard: string) => kawa.actors.find((one) => one.standard === standard && !one.gathers)!.key
const group: PartyThere = {
  party_id: 'g',
  number: 7,
  name: 'みどりの会',
  kind: kindOf('civic-group'),
  is_city: false,
  unit: 'group',
}
const other: PartyThere = { ...group, party_id: 'o', number: 8, name: 'あおぞら会' }
const namesake: PartyThere = { ...group, party_id: 'n', number: 9, name: 'あおぞら会' }
const known = [{ ...city, kind: kindOf('city') }, group, other, namesake]

const whole: Draft = {
  title: '花壇',
  kind: 'agreement',
  parties: [{ party: 'みどりの会' }, { party: '市（1番）' }],
  purpose: '花を育てる。',
  targets: [{ indicator: '人数', value: '２４０', unit: '人', by: 'R9.3.31' }],
  roles: [
    { party: 'g', does: '集める', kind: 'people', brings: '会員' },
    { party: 'c', does: '苗を用意する' },
  ],
  money: [{ party: 'c', yen: '３００，０００円', for: '苗' }],
  starts_on: '令和8年12月1日',
  ends_on: '2027-03-31',
}

const read = (draft: Draft, amends = false) => AgreementForm({ charter: kawa, known, amends }).safeParse(draft)
const agreed = (draft: Draft) => read(draft).data!.agreed

/** The sentences by field for a draft that is not whole yet. */
function wrong(over: Draft, amends = false): Record<string, string> {
  const result = read({ ...whole, ...over }, amends)
  return Object.fromEntries((result.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))
}

describe('a draft that is not whole', () => {
  test.each<[string, Draft, string, RegExp]>([
    ['without a title', { title: '　' }, 'title', /題名を入力/],
    ['with too long a title', { title: 'あ'.repeat(limits.title + 1) }, 'title', /100字以内/],
    ['without a kind', { kind: '' }, 'kind', /種類を選んで/],
    ['with a kind the charter does not know', { kind: 'treaty' }, 'kind', /種類を選んで/],
    ['without a purpose', { purpose: '' }, 'purpose', /目的を入力/],
    ['with one party', { parties: [{ party: 'みどりの会' }] }, 'parties', /二者以上/],
    [
      'with a party nobody knows',
      { parties: [{ party: '月の会' }, { party: '市' }] },
      'parties.0.party',
      /「月の会」が見つかりません/,
    ],
    [
      'with a name that two parties have',
      { parties: [{ party: 'あおぞら会' }, { party: '市' }] },
      'parties.0.party',
      /同じ名前の団体が2つあります。「あおぞら会（8番）」のように/,
    ],
    [
      'with a party twice',
      { parties: [{ party: '市' }, { party: 'みどりの会' }, { party: '市（1番）' }] },
      'parties.2.party',
      /すでに/,
    ],
    ['with the city alone', { parties: [{ party: '市' }, { party: '' }] }, 'parties', /二者以上/],
    ['without a target', { targets: [] }, 'targets', /目標を一つ以上/],
    [
      'with a target that is no number',
      { targets: [{ indicator: '人数', value: 'たくさん', by: 'R9.3.31' }] },
      'targets.0.value',
      /数字で/,
    ],
    [
      'with the side of its value written into the unit',
      { targets: [{ indicator: '看板', value: '20', unit: '件以下', by: 'R9.3.31' }] },
      'targets.0.unit',
      /「以下」にあたることは、となりの「達成の見方」/,
    ],
    [
      'with a side that there is not',
      { targets: [{ indicator: '看板', value: '20', unit: '件', direction: 'about', by: 'R9.3.31' }] },
      'targets.0.direction',
      /達成の見方を選んで/,
    ],
    [
      'with a target without a day',
      { targets: [{ indicator: '人数', value: '3', by: '' }] },
      'targets.0.by',
      /いつまで/,
    ],
    [
      'with a target on a day that is none',
      { targets: [{ indicator: '人数', value: '3', by: '令和9年2月30日' }] },
      'targets.0.by',
      /例　令和/,
    ],
    [
      'with a party without a role',
      { roles: [{ party: 'g', does: '集める' }] },
      'roles',
      /役割のない当事者があります（市）/,
    ],
    ['with a role of nobody', { roles: [{ party: '', does: '集める' }, ...whole.roles!] }, 'roles.0.party', /選んで/],
    [
      'with a role that does nothing',
      { roles: [{ party: 'g', brings: 'x', kind: 'people' }, ...whole.roles!] },
      'roles.0.does',
      /すること/,
    ],
    [
      'with something brought of no kind',
      { roles: [{ party: 'g', does: 'x', brings: '鍬' }, ...whole.roles!] },
      'roles.0.kind',
      /種類/,
    ],
    [
      'with money of a party that is not there',
      { money: [{ party: 'o', yen: '1', for: 'x' }] },
      'money.0.party',
      /どの当事者/,
    ],
    ['with money that is no number', { money: [{ party: 'c', yen: '三万', for: 'x' }] }, 'money.0.yen', /円の数字/],
    ['with money for nothing', { money: [{ party: 'c', yen: '1', for: '' }] }, 'money.0.for', /何のため/],
    ['without a beginning', { starts_on: '' }, 'starts_on', /始まりの日/],
    ['ending before it begins', { ends_on: '2026-11-30' }, 'ends_on', /始まりの日より後/],
    ['looked at again after its end', { sunset_on: '2027-04-01' }, 'sunset_on', /間にしてください/],
    [
      'with a clause emptied that the charter asks for',
      { clauses: { roles: { text: ' ' } } },
      'clauses.roles.text',
      /条文を入力/,
    ],
    ['with a clause of its own without a heading', { free: [{ heading: '', text: 'x' }] }, 'free.0.heading', /見出し/],
    ['with a form that this kind does not agree on', { kind: 'mutual', form: 'grant' }, 'form', /では取り決めません/],
  ])('%s says so at the field', (_, over, field, sentence) => {
    expect(wrong(over)[field]).toMatch(sentence)
  })

  test('an amendment without its reason is not whole; a first text needs none', () => {
    expect(wrong({}, true)).toEqual({ note: '変更の理由を入力してください。' })
    expect(wrong({})).toEqual({})
  })

  test('rows left empty between others are no rows, and what is wrong below stays at its own row', () => {
    const targets = [
      { indicator: '', value: '', by: '', direction: 'at_least' },
      { indicator: '', value: '3', by: 'R9.3.31' },
    ]
    expect(Object.keys(wrong({ targets }))).toEqual(['targets.1.indicator'])
  })
})

describe('a whole draft', () => {
  test('is understood as people write: full-width figures, eras, names', () => {
    const { targets, money, parties, starts_on, ends_on } = agreed(whole)
    expect(targets).toEqual([{ indicator: '人数', value: '240', unit: '人', by: '2027-03-31', direction: 'at_least' }])
    expect(money[0]!.yen).toBe(300_000)
    expect(parties.map(({ party_id }) => party_id)).toEqual(['g', 'c'])
    expect([starts_on, ends_on]).toEqual(['2026-12-01', '2027-03-31'])
  })

  test('has the clauses the charter asks for, in its order, with the tables that were filled in', () => {
    const { articles } = composeText(kawa, agreed(withModels(kawa, whole)), { number: 'x', version: 1 })
    const asked = kawa.agreement.clauses.filter(({ key, required }) => required || key === 'money')
    expect(articles.map(({ key }) => key)).toEqual(asked.map(({ key }) => key))
    expect(articles.find(({ key }) => key === 'term')!.paragraphs.at(-1)).toBe(
      '始まりの日は令和8年12月1日、終わりの日は令和9年3月31日とする。',
    )
  })

  test('a target of which only the side was chosen beforehand is none, and brings no clause along', () => {
    const clauses = kawa.agreement.clauses.map((one) => (one.key === 'targets' ? { ...one, required: false } : one))
    const charter = { ...kawa, agreement: { ...kawa.agreement, clauses } }
    const targets = [{ indicator: '', value: '', unit: '', by: '', direction: 'at_least' }]
    const draft = { ...whole, kind: 'mutual', targets, money: [] }
    const light = AgreementForm({ charter, known, amends: false }).parse(draft).agreed
    expect(light.targets).toEqual([])
    expect(light.clauses.map(({ key }) => key)).not.toContain('targets')
  })

  test('a light kind asks for no targets, and one role may be everybody’s', () => {
    expect(
      wrong({
        kind: 'mutual',
        parties: [{ party: 'みどりの会' }, { party: '8番' }],
        targets: [],
        roles: [],
        money: [],
      }),
    ).toEqual({})
    expect(wrong({ roles: [{ party: 'all', does: 'ともに手入れする' }] })).toEqual({})
  })
})

test('every party can be found again by the words that stand for it, and by nothing that is only their beginning', () => {
  for (const party of known) {
    expect(partyMeant(partyWords(party, known), known)).toBe(party)
    for (let cut = 1; cut < partyWords(party, known).length; cut++) {
      const found = partyMeant(partyWords(party, known).slice(0, cut), known)
      expect(found === undefined || found.name === partyWords(party, known).slice(0, cut)).toBe(true)
    }
  }
})

test('up to ten parties have their stems, more are counted; all are told apart', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 50 }), (count) => {
      const marks = marksFor(count)
      expect(new Set(marks).size).toBe(count)
      expect(marks[0]).toBe(count <= 10 ? '甲' : '当事者1')
    }),
  )
})

test('a draft keeps whatever was typed, however unfinished', () => {
  const line = fc.string({ maxLength: 60, unit: 'grapheme' })
  const draft = fc.record({
    title: line,
    purpose: line,
    starts_on: line,
    targets: fc.array(fc.record({ indicator: line, value: line, unit: line, by: line }), { maxLength: 5 }),
  })
  fc.assert(
    fc.property(draft, (typed) => {
      expect(DraftForm.parse(typed)).toEqual(typed)
      expect(read(typed).success).toBe(false)
    }),
  )
})
