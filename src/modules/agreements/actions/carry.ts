import {
  addDays,
  addMonths,
  type IsoDate,
  parseJapaneseDate,
  parsePartialDate,
  plainDateLabel,
} from '../../../platform/time/index.ts'
import { type Charter, programme as programmeOf } from '../../charters/index.ts'
import { type AnswerRow, type Contents, type Question, questionsOf, sheetOf } from '../../programmes/index.ts'
import { formFits } from '../forms/agreed.ts'
import { partyMeant, partyWords } from '../forms/parties.ts'
import type { Direction, Draft, PartyThere } from '../tables.ts'

/** An adopted proposal, as far as a text can begin with it. */
export interface Source {
  title: string
  programme: string
  track: string
  contents: Contents | null
  conditions: string
}

/** The draft that begins with a proposal's own words, what of it was carried over, and what people have to see to. */
export interface Carried {
  draft: Draft
  carried: string[]
  left: string[]
}

/** What the proposal says is written into the draft once; the words of the adopted text stay as they were typed. */
export function carryOver(
  /** The charter under which the proposal was written, and the one the text is written under. */
  { asked, charter }: { asked: Charter; charter: Charter },
  from: Source,
  begun: { title: string; kind: string; parties: PartyThere[]; known: readonly PartyThere[] },
): Carried {
  const answers = questionsOf(sheetOf(asked, from.programme, from.track)).flatMap(({ key, question }) => {
    const answer = from.contents?.[key]
    return answer?.length ? [{ question, answer }] : []
  })
  const rows = (kind: Question['kind']) =>
    answers.filter(({ question }) => question.kind === kind).flatMap(({ answer }) => answer as AnswerRow[])
  const left: string[] = []
  const parties = partiesFrom(rows('parties'), begun, left)
  const forms = formsFor(asked, charter, from, begun.kind)
  const draft: Draft = {
    title: begun.title,
    kind: begun.kind,
    form: only(forms),
    parties: parties.map((party) => ({ party: partyWords(party, begun.known) })),
    purpose: purposeFrom(answers),
    targets: rows('targets').map((row) => targetFrom(row)),
    roles: rows('roles').map((row) => roleFrom(row, parties)),
    money: moneyFrom(rows('budget'), answers, parties),
    starts_on: dayFrom(answers, 'from'),
    ends_on: dayFrom(answers, 'until'),
  }
  if (forms.length > 1) left.push('提案の区分には形がいくつかあります。どの形にするかを選んでください。')
  for (const sentence of openEnds(draft)) left.push(sentence)
  if (from.conditions) left.push(`採択には条件が付いています。文面に書き入れてください。「${from.conditions}」`)
  return { draft, carried: namesOf(draft, parties), left }
}

type Answered = { question: Question; answer: Contents[string] }[]

/** The proposer and the city, and whoever else the proposal names and the register knows. */
function partiesFrom(
  rows: AnswerRow[],
  begun: { parties: PartyThere[]; known: readonly PartyThere[] },
  left: string[],
) {
  const parties = [...begun.parties]
  for (const { name = '' } of rows) {
    if (meant(name, parties)) continue
    const found = partyMeant(name, begun.known)
    if (found && !found.is_city) parties.push(found)
    else if (!found)
      left.push(
        `提案にある「${name}」は、登録された団体の中に見つかりません。当事者にするときは、登録してから加えてください。`,
      )
  }
  return parties
}

/** Whom a proposal means among the parties: by name, by a part of it that only one has, or as the city. */
function meant(words: string, parties: readonly PartyThere[]): PartyThere | undefined {
  const plain = words.normalize('NFKC').replace(/\s/g, '')
  const exact = partyMeant(words, parties)
  if (exact || !plain) return exact
  if (/^(市|市役所|行政|.{1,4}市(の.*)?|市の.*|担当課|補助金.*|委託料)$/.test(plain))
    return parties.find(({ unit }) => unit === 'city') ?? only(parties.filter(({ is_city }) => is_city))
  const own = parties.filter(({ is_city }) => !is_city)
  if (/^(当会|本会|会|私たち|わたしたち|当団体|団体|提案者|提案団体)$/.test(plain)) return only(own)
  return plain.length < 2 ? undefined : only(own.filter(({ name }) => name.includes(plain) || plain.includes(name)))
}

const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined)

/** The forms of the track that this kind of agreement is made on. */
function formsFor(asked: Charter, charter: Charter, { programme, track }: Source, kindKey: string): string[] {
  const kind = charter.agreement.kinds.find(({ key }) => key === kindKey)
  const forms = programmeOf(asked, programme)?.tracks.find(({ key }) => key === track)?.forms ?? []
  return kind ? forms.filter((form) => formFits(charter, kind, form)) : []
}

/** The kind of agreement in which what the proposal asks for is agreed on. */
export function kindFrom(asked: Charter, charter: Charter, from: Source): string | undefined {
  const fitting = charter.agreement.kinds.filter(({ key }) => formsFor(asked, charter, from, key).length > 0)
  return (fitting.find(({ forms }) => forms.length > 0) ?? fitting[0])?.key
}

/** Under which of its questions a city's form asks what it is for, the plainest first. */
const askedAs = ['purpose', 'aim', 'why', 'issue']

function purposeFrom(answers: Answered): string {
  for (const key of askedAs) {
    const found = answers.find(({ question, answer }) => question.key === key && typeof answer === 'string')
    if (found) return found.answer as string
  }
  return ''
}

const sides: [RegExp, Direction][] = [
  [/以上$/, 'at_least'],
  [/(以下|以内|まで)$/, 'at_most'],
]

/** 「20件以下」 is a value, its unit and the side of it; what cannot be counted stays as it was typed. */
export function targetFrom({ indicator = '', value = '', by = '' }: AnswerRow) {
  const plain = value.normalize('NFKC').replace(/\s/g, '')
  const side = sides.find(([pattern]) => pattern.test(plain))
  const exactly = /^ちょうど/.test(plain)
  const [, figure, unit] =
    /^([\d,]+(?:\.\d+)?)(\D*)$/.exec(plain.replace(/^ちょうど/, '').replace(side?.[0] ?? /$/, '')) ?? []
  const direction = exactly ? 'exactly' : (side?.[1] ?? 'at_least')
  return { indicator, value: figure ?? value, unit: unit ?? '', by: lastDayOf(by), direction }
}

/** 「2027年3月」 runs to the last day of that month. */
function lastDayOf(words: string): string {
  const day = parseJapaneseDate(words)
  if (day) return plainDateLabel(day)
  const month = parsePartialDate(words.replace(/(末|中|まで|ごろ|頃)+$/, ''))
  return month && /^\d{4}-\d{2}$/.test(month) ? plainDateLabel(addDays(addMonths(`${month}-01`, 1), -1)) : words
}

function roleFrom({ party = '', does = '', brings = '' }: AnswerRow, parties: readonly PartyThere[]) {
  return { party: meant(party, parties)?.party_id ?? '', does, kind: '', brings }
}

/** The incomes of the budget are the shares; where there is no budget, the sum asked of the city is its share. */
function moneyFrom(
  budget: AnswerRow[],
  answers: Answered,
  parties: readonly PartyThere[],
): NonNullable<Draft['money']> {
  const incomes = budget.filter(({ side }) => side === 'income')
  const amount = answers.find(({ question }) => question.kind === 'yen' && question.key === 'amount')?.answer
  const city = parties.find(({ is_city }) => is_city)
  if (incomes.length)
    return incomes.map(({ item = '', yen = '', note = '' }) => ({
      party: payerOf(item, parties)?.party_id ?? '',
      yen,
      for: [item, note].filter(Boolean).join('　'),
    }))
  return typeof amount === 'string' && city ? [{ party: city.party_id, yen: amount, for: '' }] : []
}

function payerOf(item: string, parties: readonly PartyThere[]): PartyThere | undefined {
  if (/^(会|自己|団体)/.test(item)) return only(parties.filter(({ is_city }) => !is_city))
  if (/^(市|区|補助|助成|委託|交付)/.test(item)) return only(parties.filter(({ is_city }) => is_city))
  return undefined
}

function dayFrom(answers: Answered, key: string): string {
  const answer = answers.find(({ question }) => question.kind === 'date' && question.key === key)?.answer
  if (typeof answer !== 'string') return ''
  const day: IsoDate | undefined = parseJapaneseDate(answer)
  return day ? plainDateLabel(day) : answer
}

/** What was carried over, named for people. */
function namesOf(draft: Draft, parties: readonly PartyThere[]): string[] {
  const count = (label: string, rows: unknown[] | undefined) => (rows?.length ? [`${label}（${rows.length}件）`] : [])
  return [
    '題名',
    ...(draft.form ? ['形'] : []),
    `当事者（${parties.map(({ name }) => name).join('、')}）`,
    ...(draft.purpose ? ['目的'] : []),
    ...count('目標', draft.targets),
    ...count('役割', draft.roles),
    ...count('費用', draft.money),
    ...(draft.starts_on ? ['始まりの日'] : []),
    ...(draft.ends_on ? ['終わりの日'] : []),
  ]
}

/** Where a proposal leaves open what an agreement has to say. */
function openEnds(draft: Draft): string[] {
  const { targets = [], roles = [], money = [] } = draft
  return [
    ...(draft.purpose ? [] : ['目的は、提案からは読み取れませんでした。']),
    ...(targets.some(({ value }) => !/^[\d,.]+$/.test(value ?? ''))
      ? ['数字でない目標があります。めざす値を数字で書いてください。']
      : []),
    ...(roles.some(({ party }) => !party)
      ? ['だれの役割か読み取れないところがあります。当事者を選んでください。']
      : []),
    ...(roles.some(({ brings }) => brings) ? ['持ち寄るものの種類を、役割ごとに選んでください。'] : []),
    ...(money.some(({ party }) => !party)
      ? ['だれが負担するか読み取れない費用があります。当事者を選んでください。']
      : []),
    ...(draft.starts_on && draft.ends_on ? [] : ['期間（始まりの日と終わりの日）を書いてください。']),
  ]
}
