import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { charterOf } from '../../../../test/rounds.ts'
import { aParty } from '../../../../test/texts.ts'
import { allow, deny } from '../../../platform/ruling.ts'
import { withModels } from './clauses.ts'
import { composeText, marksFor } from './compose.ts'
import { type Draft, DraftForm, limits } from './draft.ts'
import { partyMeant, partyWords } from './parties.ts'
import { digestOf } from './text.ts'
import { type Reading, WholeForm } from './whole.ts'

const { clauses } = charterOf('charters/kawaguchi').agreement
const known = [
  aParty('c', 1, '市', 'city'),
  aParty('g', 7, 'みどりの会'),
  aParty('o', 8, 'あおぞら会'),
  aParty('n', 9, 'あおぞら会'),
]

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

const reading: Reading = { clauses, known, amends: false, between: () => allow(), check: () => undefined }
const read = (draft: Draft, over: Partial<Reading> = {}) => WholeForm({ ...reading, ...over }).safeParse(draft)
const agreed = (draft: Draft) => read(draft).data!.agreed

/** The sentences by field for a draft that is not whole yet. */
function wrong(over: Draft, against: Partial<Reading> = {}): Record<string, string> {
  const result = read({ ...whole, ...over }, against)
  return Object.fromEntries((result.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))
}

const role = { party: 'g', does: '集める' }
const target = { indicator: '人数', value: '3', by: 'R9.3.31' }
const share = { party: 'c', yen: '1', for: 'x' }

describe('a draft that is not whole', () => {
  test.each<[string, Draft, string, RegExp]>([
    ['without a title', { title: '　' }, 'title', /題名を入力/],
    ['with too long a title', { title: 'あ'.repeat(limits.title + 1) }, 'title', /100字以内/],
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
    ['with a target that is no number', { targets: [{ ...target, value: 'たくさん' }] }, 'targets.0.value', /数字で/],
    [
      'with the side of its value written into the unit',
      { targets: [{ ...target, unit: '件以下' }] },
      'targets.0.unit',
      /「以下」にあたることは、となりの「達成の見方」/,
    ],
    [
      'with a side that there is not',
      { targets: [{ ...target, direction: 'about' }] },
      'targets.0.direction',
      /達成の見方を選んで/,
    ],
    ['with a target without a day', { targets: [{ ...target, by: '' }] }, 'targets.0.by', /いつまで/],
    [
      'with a target on a day that is none',
      { targets: [{ ...target, by: '令和9年2月30日' }] },
      'targets.0.by',
      /例　令和/,
    ],
    ['with a role of nobody', { roles: [{ ...role, party: '' }] }, 'roles.0.party', /選んで/],
    ['with a role that does nothing', { roles: [{ ...role, does: '' }] }, 'roles.0.does', /すること/],
    ['with something brought of no kind', { roles: [{ ...role, brings: '鍬' }] }, 'roles.0.kind', /種類/],
    ['with money of a party that is not there', { money: [{ ...share, party: 'o' }] }, 'money.0.party', /どの当事者/],
    ['with money that is no number', { money: [{ ...share, yen: '三万' }] }, 'money.0.yen', /円の数字/],
    ['with money for nothing', { money: [{ ...share, for: '' }] }, 'money.0.for', /何のため/],
    ['without a beginning', { starts_on: '' }, 'starts_on', /始まりの日/],
    ['looked at again after its end', { sunset_on: '2027-04-01' }, 'sunset_on', /間にしてください/],
    [
      'with a clause emptied that the model asks for',
      { clauses: { roles: { text: ' ' } } },
      'clauses.roles.text',
      /条文を入力/,
    ],
    ['with a clause of its own without a heading', { free: [{ heading: '', text: 'x' }] }, 'free.0.heading', /見出し/],
  ])('%s says so at the field', (_, over, field, sentence) => {
    expect(wrong(over)[field]).toMatch(sentence)
  })

  test('between parties that may not agree with each other says why, and so does what is only seen of the whole', () => {
    expect(wrong({}, { between: () => deny('市が加わる組み合わせにしてください。') })).toEqual({
      parties: '市が加わる組み合わせにしてください。',
    })
    expect(wrong({}, { check: ({ title }, say) => say('title', `「${title}」は使えません。`) })).toEqual({
      title: '「花壇」は使えません。',
    })
  })

  test('an amendment without its reason is not whole; a first text needs none', () => {
    expect(wrong({}, { amends: true })).toEqual({ note: '変更の理由を入力してください。' })
    expect(wrong({})).toEqual({})
  })

  test('rows left empty between others are no rows, and what is wrong below stays at its own row', () => {
    const targets = [
      { indicator: '', value: '', by: '', direction: 'at_least' },
      { ...target, indicator: '' },
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

  test('has the clauses the model asks for, in its order, with the tables that were filled in', () => {
    const at = { number: 'x', version: 1, kind: '協定書' }
    const { articles } = composeText(agreed(withModels(clauses, whole)), at)
    const asked = clauses.filter(({ key, required }) => required || key === 'money')
    expect(articles.map(({ key }) => key)).toEqual(asked.map(({ key }) => key))
    expect(articles.find(({ key }) => key === 'term')!.paragraphs.at(-1)).toBe(
      '始まりの日は令和8年12月1日、終わりの日は令和9年3月31日とする。',
    )
  })

  test('a target of which only the side was chosen beforehand is none, and brings no clause along', () => {
    const free = clauses.map((one) => (one.key === 'targets' ? { ...one, required: false } : one))
    const targets = [{ indicator: '', value: '', unit: '', by: '', direction: 'at_least' }]
    const light = read({ ...whole, targets }, { clauses: free }).data!.agreed
    expect(light.targets).toEqual([])
    expect(light.clauses.map(({ key }) => key)).not.toContain('targets')
  })

  // A text that was signed has this number for good: whatever is composed of the same answers must have it too.
  test('composes, word for word, the text that the same answers always composed', () => {
    const draft = {
      ...whole,
      parties: [{ party: 'みどりの会' }, { party: '市' }, { party: '8番' }],
      purpose: '花を育てる。\n\n夏も冬も。',
      targets: [...whole.targets!, { indicator: 'ごみ', value: '20', unit: '件', by: 'R9.3.31', direction: 'at_most' }],
      roles: [...whole.roles!, { party: 'all', does: '話し合う' }],
      sunset_on: '令和9年1月31日',
      free: [{ heading: '水やり', text: '朝に行う。' }],
    }
    const at = { number: '令8-協定-0001', version: 1, kind: '協定書' }
    expect(digestOf(composeText(agreed(withModels(clauses, draft)), at))).toBe(
      'f85780d3357a504456e2a3af83458f7f049c7f6647e01b42e470cb96ff518bad',
    )
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
