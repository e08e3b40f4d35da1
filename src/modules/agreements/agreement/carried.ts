import { parseJapaneseDate, plainDateLabel } from '../../../platform/time/index.ts'
import { type Charter, programme as programmeOf } from '../../charters/index.ts'
import { sheetOf } from '../../programmes/index.ts'
import {
  type Answers,
  answerMeaning,
  type Meaning,
  rowsOf,
  type TableRow,
  targetFrom,
} from '../../questionnaires/index.ts'
import type { Draft, PartyThere } from '../tables.ts'
import { formFits } from './agreed.ts'
import { partyMeant, partyWords } from './parties.ts'

/** An adopted proposal, as far as a text can begin with it. */
export interface Source {
  title: string
  programme: string
  track: string
  contents: Answers | null
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
  const sheet = sheetOf(asked, from.programme, from.track)
  const answers = from.contents ?? {}
  const written = (meaning: Meaning) => answerMeaning(sheet, answers, meaning)
  const left: string[] = []
  const there = { proposer: only(begun.parties.filter(({ is_city }) => !is_city)), parties: begun.parties }
  const parties = partiesFrom(rowsOf(sheet, answers, 'parties'), { ...there, known: begun.known }, left)
  const all = { ...there, parties }
  const forms = formsFor(asked, charter, from, begun.kind)
  const draft: Draft = {
    title: begun.title,
    kind: begun.kind,
    form: only(forms),
    parties: parties.map((party) => ({ party: partyWords(party, begun.known) })),
    purpose: written('purpose'),
    targets: rowsOf(sheet, answers, 'targets').map(({ row }) => targetFrom(row)),
    roles: rowsOf(sheet, answers, 'roles').map((one) => roleFrom(one, all)),
    money: moneyFrom(rowsOf(sheet, answers, 'budget'), written('amount'), all),
    starts_on: dayFrom(written('from')),
    ends_on: dayFrom(written('until')),
  }
  if (forms.length > 1) left.push('提案の区分には形がいくつかあります。どの形にするかを選んでください。')
  for (const sentence of openEnds(draft)) left.push(sentence)
  if (from.conditions) left.push(`採択には条件が付いています。文面に書き入れてください。「${from.conditions}」`)
  return { draft, carried: namesOf(draft, parties), left }
}

/** Whom a proposal can mean: its own group, and all that are parties. */
interface There {
  proposer: PartyThere | undefined
  parties: readonly PartyThere[]
}

/** The proposer and the city, and whoever else the proposal names and the register knows. */
function partiesFrom(rows: readonly TableRow[], there: There & { known: readonly PartyThere[] }, left: string[]) {
  const parties = [...there.parties]
  for (const { row, sideOf } of rows) {
    const name = row.name ?? ''
    if (sideOf(name) || meant(name, sideOf, { ...there, parties })) continue
    const found = partyMeant(name, there.known)
    if (found && !found.is_city) parties.push(found)
    else if (!found)
      left.push(
        `提案にある「${name}」は、登録された団体の中に見つかりません。当事者にするときは、登録してから加えてください。`,
      )
  }
  return parties
}

/** Whom a proposal means: by name, as the side that the charter says these words are, or by a part of a name that only one has. */
function meant(words: string, sideOf: TableRow['sideOf'], there: There): PartyThere | undefined {
  const found = partyMeant(words, there.parties) ?? partyOn(sideOf(words), there)
  const plain = words.normalize('NFKC').replace(/\s/g, '')
  if (found || plain.length < 2) return found
  const own = there.parties.filter(({ is_city }) => !is_city)
  return only(own.filter(({ name }) => name.includes(plain) || plain.includes(name)))
}

/** The party on a side; where several could be meant, none. */
function partyOn(side: ReturnType<TableRow['sideOf']>, { proposer, parties }: There): PartyThere | undefined {
  if (side === 'proposer' || side === undefined) return side && proposer
  const city = parties.filter(({ is_city }) => is_city)
  return only(city.filter(({ unit }) => unit === side)) ?? only(city)
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
