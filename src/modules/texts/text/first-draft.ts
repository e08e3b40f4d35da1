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

/** A filled-in questionnaire with its sheet. */
export interface Answered {
  sheet: Parameters<typeof rowsOf>[0]
  answers: Answers
}

/** The parts of a draft that are known before any answer is read. */
export interface DraftStart {
  title: string
  kind: string
  form?: string
  parties: RegisteredParty[]
  known: readonly RegisteredParty[]
}

/** A first draft, the names of the parts that came from answers, and the gaps that people must fill. */
export interface FirstDraft {
  draft: Draft
  carried: string[]
  left: string[]
}

/** Copies the answers of a questionnaire into a first draft; the answers themselves do not change. */
export function firstDraftFrom(
  { sheet, answers }: Answered,
  { title, kind, form, known, ...begun }: DraftStart,
): FirstDraft {
  const written = (meaning: Meaning) => answerMeaning(sheet, answers, meaning)
  const candidates = { proposer: only(begun.parties.filter(({ is_city }) => !is_city)), parties: begun.parties }
  const { parties, left } = partiesFrom(rowsOf(sheet, answers, 'parties'), candidates, known)
  const all = { ...candidates, parties }
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

interface Candidates {
  proposer: RegisteredParty | undefined
  parties: readonly RegisteredParty[]
}

/** Returns the proposer and every named party that the register knows, and a sentence for each unknown name. */
function partiesFrom(rows: readonly TableRow[], candidates: Candidates, known: readonly RegisteredParty[]) {
  const parties = [...candidates.parties]
  const left: string[] = []
  for (const { row, sideOf } of rows) {
    const name = row.name ?? ''
    if (sideOf(name) || partyFor(name, sideOf, { ...candidates, parties })) continue
    const found = partyMeant(name, known)
    if (found && !found.is_city) parties.push(found)
    else if (!found)
      left.push(
        `提案にある「${name}」は、登録された団体の中に見つかりません。当事者にするときは、登録してから加えてください。`,
      )
  }
  return { parties, left }
}

/** Finds a party by its name, by the side that the charter gives the words, or by a part of a name that is unique. */
function partyFor(words: string, sideOf: TableRow['sideOf'], candidates: Candidates): RegisteredParty | undefined {
  const found = partyMeant(words, candidates.parties) ?? partyOn(sideOf(words), candidates)
  const plain = words.normalize('NFKC').replace(/\s/g, '')
  if (found || plain.length < 2) return found
  const own = candidates.parties.filter(({ is_city }) => !is_city)
  return only(own.filter(({ name }) => name.includes(plain) || plain.includes(name)))
}

/** Returns the party of a side; undefined where several could be meant, because a guess would need a correction. */
function partyOn(side: ReturnType<TableRow['sideOf']>, { proposer, parties }: Candidates): RegisteredParty | undefined {
  if (side === 'proposer' || side === undefined) return side && proposer
  const city = parties.filter(({ is_city }) => is_city)
  return only(city.filter(({ unit }) => unit === side)) ?? only(city)
}

const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined)

function roleFrom({ row: { party = '', does = '', brings = '' }, sideOf }: TableRow, candidates: Candidates) {
  return { party: partyFor(party, sideOf, candidates)?.party_id ?? '', does, kind: '', brings }
}

/** The budget's incomes become the shares; without a budget, the amount asked of the city becomes its share. */
function moneyFrom(budget: readonly TableRow[], amount: string, candidates: Candidates): NonNullable<Draft['money']> {
  const incomes = budget.filter(({ row }) => row.side === 'income')
  const city = candidates.parties.find(({ is_city }) => is_city)
  if (incomes.length)
    return incomes.map(({ row: { item = '', yen = '', note = '' }, sideOf }) => ({
      party: partyOn(sideOf(item), candidates)?.party_id ?? '',
      yen,
      for: [item, note].filter(Boolean).join('　'),
    }))
  return amount && city ? [{ party: city.party_id, yen: amount, for: '' }] : []
}

function dayFrom(answer: string): string {
  const day = parseJapaneseDate(answer)
  return day ? plainDateLabel(day) : answer
}

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
