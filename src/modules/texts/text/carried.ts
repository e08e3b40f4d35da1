import { parseJapaneseDate, plainDateLabel } from '../../../platform/time/index.ts'
import {
  type Answers,
  answerMeaning,
  type Meaning,
  rowsOf,
  type TableRow,
  targetFrom,
} from '../../questionnaires/index.ts'
import type { Draft } from './draft.ts'
import { partyMeant, partyWords, type RegisteredParty } from './parties.ts'

/** A filled-in questionnaire, by its sheet. */
export interface Answered {
  sheet: Parameters<typeof rowsOf>[0]
  answers: Answers
}

/** The parts of a draft that are settled before anything is carried over. */
export interface Begun {
  title: string
  kind: string
  form?: string
  parties: RegisteredParty[]
  known: readonly RegisteredParty[]
}

/** The draft that begins with a questionnaire's own words, what of it was carried over, and what people have to see to. */
export interface Carried {
  draft: Draft
  carried: string[]
  left: string[]
}

/** Writes the answers into a draft, once; the answers themselves stay as they were typed. */
export function carryOver({ sheet, answers }: Answered, { title, kind, form, known, ...begun }: Begun): Carried {
  const written = (meaning: Meaning) => answerMeaning(sheet, answers, meaning)
  const there = { proposer: only(begun.parties.filter(({ is_city }) => !is_city)), parties: begun.parties }
  const { parties, left } = partiesFrom(rowsOf(sheet, answers, 'parties'), there, known)
  const all = { ...there, parties }
  const draft: Draft = {
    title,
    kind,
    form,
    parties: parties.map((party) => ({ party: partyWords(party, known) })),
    purpose: written('purpose'),
    targets: rowsOf(sheet, answers, 'targets').map(({ row }) => targetFrom(row)),
    roles: rowsOf(sheet, answers, 'roles').map((one) => roleFrom(one, all)),
    money: moneyFrom(rowsOf(sheet, answers, 'budget'), written('amount'), all),
    starts_on: dayFrom(written('from')),
    ends_on: dayFrom(written('until')),
  }
  return { draft, carried: namesOf(draft, parties), left: [...left, ...openEnds(draft)] }
}

/** The parties that a questionnaire can mean: the group that filled it in, and all others. */
interface There {
  proposer: RegisteredParty | undefined
  parties: readonly RegisteredParty[]
}

/** Those who begin, and whoever else is named and stands in the register; of whom it cannot find, it says so. */
function partiesFrom(rows: readonly TableRow[], there: There, known: readonly RegisteredParty[]) {
  const parties = [...there.parties]
  const left: string[] = []
  for (const { row, sideOf } of rows) {
    const name = row.name ?? ''
    if (sideOf(name) || meant(name, sideOf, { ...there, parties })) continue
    const found = partyMeant(name, known)
    if (found && !found.is_city) parties.push(found)
    else if (!found)
      left.push(
        `提案にある「${name}」は、登録された団体の中に見つかりません。当事者にするときは、登録してから加えてください。`,
      )
  }
  return { parties, left }
}

/** The party that is meant: by name, as the side that the charter says these words are, or by a part of a name that only one has. */
function meant(words: string, sideOf: TableRow['sideOf'], there: There): RegisteredParty | undefined {
  const found = partyMeant(words, there.parties) ?? partyOn(sideOf(words), there)
  const plain = words.normalize('NFKC').replace(/\s/g, '')
  if (found || plain.length < 2) return found
  const own = there.parties.filter(({ is_city }) => !is_city)
  return only(own.filter(({ name }) => name.includes(plain) || plain.includes(name)))
}

/** The party on a side; where several could be meant, none. */
function partyOn(side: ReturnType<TableRow['sideOf']>, { proposer, parties }: There): RegisteredParty | undefined {
  if (side === 'proposer' || side === undefined) return side && proposer
  const city = parties.filter(({ is_city }) => is_city)
  return only(city.filter(({ unit }) => unit === side)) ?? only(city)
}

const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined)

function roleFrom({ row: { party = '', does = '', brings = '' }, sideOf }: TableRow, there: There) {
  return { party: meant(party, sideOf, there)?.party_id ?? '', does, kind: '', brings }
}

/** The incomes of the budget are the shares; where there is no budget, the sum asked of the city is its share. */
function moneyFrom(budget: readonly TableRow[], amount: string, there: There): NonNullable<Draft['money']> {
  const incomes = budget.filter(({ row }) => row.side === 'income')
  const city = there.parties.find(({ is_city }) => is_city)
  if (incomes.length)
    return incomes.map(({ row: { item = '', yen = '', note = '' }, sideOf }) => ({
      party: partyOn(sideOf(item), there)?.party_id ?? '',
      yen,
      for: [item, note].filter(Boolean).join('　'),
    }))
  return amount && city ? [{ party: city.party_id, yen: amount, for: '' }] : []
}

function dayFrom(answer: string): string {
  const day = parseJapaneseDate(answer)
  return day ? plainDateLabel(day) : answer
}

/** Names for people the parts that were carried over. */
function namesOf(draft: Draft, parties: readonly RegisteredParty[]): string[] {
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

/** Where the answers leave open what a text has to say. */
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
