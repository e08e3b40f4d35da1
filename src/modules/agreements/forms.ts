import { z } from 'zod'
import { deny, type Ruling } from '../../platform/refusals.ts'
import { isIsoDate, parseJapaneseDate } from '../../platform/time.ts'
import { type Charter, formRequirements, label, scopeRuling, termRuling, word } from '../charters/index.ts'
import { date, optionalText, text } from '../parties/index.ts'
import { type AgreementText, type Draft, directions, type PartyThere, type Resource, resources } from './tables.ts'

export const limits = {
  title: 100,
  purpose: 1000,
  words: 300,
  unit: 20,
  clause: 2000,
  heading: 40,
  parties: 50,
  rows: 100,
  reason: 1000,
}

const typed = z.string().max(5000, '5,000字以内で入力してください。').optional()
const rows = <T extends z.ZodRawShape>(shape: T, most: number) =>
  z
    .array(z.object(shape), 'この行をもう一度入力してください。')
    .max(most, `${most}行以内で入力してください。`)
    .optional()

/** What is kept as a draft: anything, as it was typed. */
export const DraftForm = z.object({
  title: typed,
  kind: typed,
  form: typed,
  parties: rows({ party: typed }, limits.parties),
  purpose: typed,
  targets: rows({ indicator: typed, value: typed, unit: typed, by: typed, direction: typed }, limits.rows),
  roles: rows({ party: typed, does: typed, kind: typed, brings: typed }, limits.rows),
  money: rows({ party: typed, yen: typed, for: typed }, limits.rows),
  starts_on: typed,
  ends_on: typed,
  sunset_on: typed,
  clauses: z.record(z.string().max(60), z.object({ use: typed, text: typed })).optional(),
  free: rows({ heading: typed, text: typed }, 30),
  note: typed,
})

/** A draft that is complete: every answer understood. */
export interface Agreed {
  title: string
  kind: string
  form: string | null
  parties: PartyThere[]
  purpose: string
  targets: AgreementText['targets']
  roles: AgreementText['roles']
  money: AgreementText['money']
  starts_on: string
  ends_on: string | null
  sunset_on: string | null
  clauses: { key: string; heading: string; text: string }[]
  note: string
}

/** Against what a draft is read: the charter, the parties there are, and whether it amends a text in force. */
export interface Ground {
  charter: Charter
  known: readonly PartyThere[]
  amends: boolean
}

/** The draft, read in full, beside what was typed: what is missing is said at its field. */
export function AgreementForm(ground: Ground) {
  return DraftForm.transform((draft, context): { agreed: Agreed; draft: Draft } => {
    const issues: Record<string, string> = {}
    const agreed = readDraft(draft, ground, (name, sentence) => (issues[name] ??= sentence))
    for (const [name, message] of Object.entries(issues))
      context.addIssue({ code: 'custom', path: name.split('.'), message })
    return { agreed, draft }
  })
}

type Wrong = (name: string, sentence: string) => void

function readDraft(draft: Draft, ground: Ground, wrong: Wrong): Agreed {
  const { charter } = ground
  const needed = (name: string, value: string | undefined, most: number, sentence: string) => {
    const words = trimmed(value)
    if (!words) wrong(name, sentence)
    else if (words.length > most) wrong(name, `${most.toLocaleString('ja-JP')}字以内で入力してください。`)
    return words
  }
  const parties = readParties(draft, ground, wrong)
  const named = new Set(parties.map(({ party_id }) => party_id))
  const agreed: Agreed = {
    title: needed('title', draft.title, limits.title, '題名を入力してください。'),
    kind: draft.kind ?? '',
    form: draft.form || null,
    parties,
    purpose: needed('purpose', draft.purpose, limits.purpose, '目的を入力してください。'),
    targets: readTargets(draft, wrong),
    roles: readRoles(draft, named, wrong),
    money: readMoney(draft, named, wrong),
    starts_on: day(draft.starts_on, 'starts_on', '始まりの日を入力してください。', wrong) ?? '',
    ends_on: optionalDay(draft.ends_on, 'ends_on', '終わりの日を、年月日で入力してください。', wrong),
    sunset_on: optionalDay(draft.sunset_on, 'sunset_on', '見直しの日を、年月日で入力してください。', wrong),
    clauses: readClauses(draft, charter, wrong),
    note: ground.amends ? needed('note', draft.note, limits.reason, '変更の理由を入力してください。') : '',
  }
  checkWhole(agreed, charter, wrong)
  return agreed
}

function trimmed(value: string | undefined): string {
  return (value ?? '').toWellFormed().replace(/^[\s　]+|[\s　]+$/g, '')
}

/** The side of a target is chosen beforehand: a row with nothing else is nobody's. */
export const isEmpty = (row: Record<string, string | undefined>) =>
  Object.entries(row).every(([cell, value]) => cell === 'direction' || !trimmed(value))

type Named = Pick<PartyThere, 'name' | 'number'>

const fold = (name: string) => name.normalize('NFKC').replace(/\s/g, '')
/** All that bear this name, each once. */
const namesakes = <P extends Named>(name: string, known: readonly P[]): P[] => [
  ...new Map(known.filter((one) => fold(one.name) === fold(name)).map((one) => [one.number, one])).values(),
]

/** How a party is written in its row: its name, and where others bear it too, its number in the register. */
export function partyWords(party: Named, known: readonly Named[] = []): string {
  return namesakes(party.name, known).length > 1 ? `${party.name}（${party.number}番）` : party.name
}

/** The party that was meant: by number, or by a name that only one party has. */
export function partyMeant<P extends { name: string; number: number }>(
  value: string | undefined,
  known: readonly P[],
): P | undefined {
  const words = trimmed(value).normalize('NFKC')
  if (!words) return undefined
  const number = /^(\d{1,9})番?$/.exec(words)?.[1] ?? /\((\d{1,9})番\)$/.exec(words)?.[1]
  if (number) return known.find((one) => one.number === Number(number))
  const same = namesakes(words, known)
  return same.length === 1 ? same[0] : undefined
}

function readParties(draft: Draft, { charter, known }: Ground, wrong: Wrong): PartyThere[] {
  const parties: PartyThere[] = []
  for (const [index, row] of (draft.parties ?? []).entries()) {
    if (isEmpty(row)) continue
    const name = `parties.${index}.party`
    const party = partyMeant(row.party, known)
    const alike = namesakes(trimmed(row.party), known)
    if (!party && alike.length > 1)
      wrong(
        name,
        `同じ名前の団体が${alike.length}つあります。「${partyWords(alike[0]!, known)}」のように、番号を添えてください。`,
      )
    else if (!party)
      wrong(name, `「${trimmed(row.party)}」が見つかりません。一覧にある名前か、団体の番号を入力してください。`)
    else if (parties.includes(party)) wrong(name, `「${party.name}」は、すでに当事者に入っています。`)
    else parties.push(party)
  }
  if (parties.length < 2) wrong('parties', '当事者を二者以上入力してください。')
  else {
    const scope = scopeRuling(charter, parties)
    if (scope !== true) wrong('parties', scope.because)
  }
  return parties
}

function readTargets(draft: Draft, wrong: Wrong): Agreed['targets'] {
  return (draft.targets ?? []).flatMap((row, index) => {
    if (isEmpty(row)) return []
    const at = `targets.${index}`
    const value = trimmed(row.value).normalize('NFKC').replaceAll(',', '')
    if (!trimmed(row.indicator)) wrong(`${at}.indicator`, '何で測るかを入力してください（例　参加した人の数）。')
    if (!/^\d{1,12}(\.\d{1,4})?$/.test(value)) wrong(`${at}.value`, 'めざす値を数字で入力してください。')
    const by = day(row.by, `${at}.by`, 'いつまでの目標かを入力してください。', wrong) ?? ''
    const indicator = fitting(row.indicator, limits.words, `${at}.indicator`, wrong)
    const unit = fitting(row.unit, limits.unit, `${at}.unit`, wrong)
    const said = /以上|以下|以内|未満|ちょうど|超/.exec(unit)?.[0]
    if (said)
      wrong(`${at}.unit`, `単位だけを入力してください。「${said}」にあたることは、となりの「達成の見方」で選びます。`)
    const direction = row.direction ? directions.find((one) => one === row.direction) : 'at_least'
    if (!direction) wrong(`${at}.direction`, '達成の見方を選んでください。')
    return [{ indicator, value, unit, by, direction }]
  })
}

/** The words of a cell; too many are said, never cut off. */
function fitting(value: string | undefined, most: number, name: string, wrong: Wrong): string {
  const words = trimmed(value)
  if (words.length > most) wrong(name, `${most.toLocaleString('ja-JP')}字以内で入力してください。`)
  return words
}

function readRoles(draft: Draft, named: ReadonlySet<string>, wrong: Wrong): Agreed['roles'] {
  return (draft.roles ?? []).flatMap((row, index) => {
    if (isEmpty(row)) return []
    const at = `roles.${index}`
    const party_id = row.party ?? ''
    if (party_id !== 'all' && !named.has(party_id)) wrong(`${at}.party`, 'どの当事者の役割かを選んでください。')
    if (!trimmed(row.does)) wrong(`${at}.does`, 'すること（役割）を入力してください。')
    const words = fitting(row.brings, limits.words, `${at}.brings`, wrong)
    const kind = resources.find((one) => one === row.kind)
    if (words && !kind) wrong(`${at}.kind`, '持ち寄るものの種類を選んでください。')
    return [
      {
        party_id,
        does: fitting(row.does, limits.purpose, `${at}.does`, wrong),
        brings: words && kind ? { kind: kind as Resource, words } : null,
      },
    ]
  })
}

function readMoney(draft: Draft, named: ReadonlySet<string>, wrong: Wrong): Agreed['money'] {
  return (draft.money ?? []).flatMap((row, index) => {
    if (isEmpty(row)) return []
    const at = `money.${index}`
    const plain = trimmed(row.yen)
      .normalize('NFKC')
      .replace(/[,\s円]/g, '')
    if (!named.has(row.party ?? '')) wrong(`${at}.party`, 'どの当事者が負担するかを選んでください。')
    if (!/^\d{1,12}$/.test(plain)) wrong(`${at}.yen`, '金額を、円の数字で入力してください。')
    if (!trimmed(row.for)) wrong(`${at}.for`, '何のためのお金かを入力してください。')
    return [
      { party_id: row.party ?? '', yen: Number(plain) || 0, for: fitting(row.for, limits.words, `${at}.for`, wrong) },
    ]
  })
}

function day(value: string | undefined, name: string, sentence: string, wrong: Wrong): string | null {
  const read = optionalDay(value, name, sentence, wrong)
  if (read === null) wrong(name, sentence)
  return read
}

function optionalDay(value: string | undefined, name: string, sentence: string, wrong: Wrong): string | null {
  if (!trimmed(value)) return null
  const read = parseJapaneseDate(value!)
  if (!read) wrong(name, `${sentence}（例　令和8年4月1日）`)
  return read ?? null
}

/** What every agreement speaks of, where the charter itself gives no clause for it. */
const usual: { key: string; heading: string }[] = [
  { key: 'purpose', heading: '目的' },
  { key: 'targets', heading: '目標' },
  { key: 'roles', heading: '役割' },
  { key: 'term', heading: '期間' },
  { key: 'money', heading: '費用' },
  { key: 'personal-data', heading: '個人情報' },
  { key: 'rights', heading: '成果の権利' },
  { key: 'failure', heading: '続けられないとき' },
]

/** The clauses to choose from: the charter's in its order, then what every agreement speaks of. */
export function clausesOf(charter: Charter): { key: string; heading: string; text: string; required: boolean }[] {
  const own = charter.agreement.clauses.map((one) => ({
    key: one.key,
    heading: label(one.label),
    text: label(one.text),
    required: one.required,
  }))
  const missing = usual.filter(({ key }) => !own.some((one) => one.key === key))
  return [
    ...own,
    ...missing.map((one) => ({ ...one, text: '', required: one.key === 'purpose' || one.key === 'term' })),
  ]
}

/** The draft with the charter's model wherever nobody has written on a clause yet. */
export function withModels(charter: Charter, draft: Draft): Draft {
  const clauses = clausesOf(charter).map(({ key, text }) => [key, { text, ...draft.clauses?.[key] }] as const)
  return { ...draft, clauses: Object.fromEntries(clauses) }
}

/** Tables bring the clause that speaks of them along. */
export function isTable(key: string): key is 'targets' | 'roles' | 'money' {
  return key === 'targets' || key === 'roles' || key === 'money'
}

const hasRows = (draft: Draft, key: string) => isTable(key) && (draft[key] ?? []).some((row) => !isEmpty(row))

function readClauses(draft: Draft, charter: Charter, wrong: Wrong): Agreed['clauses'] {
  const chosen = clausesOf(charter).flatMap(({ key, heading, text, required }) => {
    const typed = draft.clauses?.[key]
    if (!required && typed?.use !== 'yes' && !hasRows(draft, key)) return []
    const words = fitting(typed?.text ?? text, limits.clause, `clauses.${key}.text`, wrong)
    if (!words && text) wrong(`clauses.${key}.text`, `「${heading}」の条文を入力してください。`)
    return [{ key, heading, text: words }]
  })
  const free = (draft.free ?? []).flatMap((row, index) => {
    if (isEmpty(row)) return []
    const heading = fitting(row.heading, limits.heading, `free.${index}.heading`, wrong)
    const words = fitting(row.text, limits.clause, `free.${index}.text`, wrong)
    if (!heading) wrong(`free.${index}.heading`, '条文の見出しを入力してください。')
    if (!words) wrong(`free.${index}.text`, '条文を入力してください。')
    return [{ key: `free-${index + 1}`, heading, text: words }]
  })
  return [...chosen, ...free]
}

/** What can only be said of the whole: kind and form, who has a role, the term. */
function checkWhole(agreed: Agreed, charter: Charter, wrong: Wrong): void {
  const kind = charter.agreement.kinds.find(({ key }) => key === agreed.kind)
  if (!kind) wrong('kind', `${word(charter, 'agreement')}の種類を選んでください。`)
  else if (agreed.parties.length >= 2 && agreed.parties.length < kind.minParties)
    wrong('parties', `「${label(kind.label)}」は、${kind.minParties}者以上で結びます。`)
  const fits = kind && agreed.form ? formFits(charter, kind, agreed.form) : true
  if (fits !== true) wrong('form', fits.because)
  const needs = new Set<string>(kind?.light ? [] : ['roles', 'targets'])
  for (const need of (agreed.form && formRequirements(charter, agreed.form)?.needs) || []) needs.add(need)
  checkNeeds(agreed, needs, wrong)
  checkTerm(agreed, charter, wrong)
}

type Kind = Charter['agreement']['kinds'][number]

/** Whether a form of collaboration is agreed on by this kind of agreement. */
export function formFits(charter: Charter, kind: Kind, formKey: string): Ruling {
  const form = charter.forms.find(({ key }) => key === formKey)
  if (!form) return deny(`${word(charter, 'form')}を一覧から選んでください。`)
  if (!kind.forms.length || kind.forms.includes(formKey)) return true
  const right = charter.agreement.kinds
    .filter(({ forms }) => forms.includes(formKey))
    .map((one) => `「${label(one.label)}」`)
  const where = right.length
    ? `${right.join('か')}を選んでください。`
    : 'この形では取り決めの種類が定められていません。'
  return deny(`「${label(form.label)}」は「${label(kind.label)}」では取り決めません。${where}`)
}

const asked: Record<string, { field: string; sentence: string; has: (agreed: Agreed) => boolean }> = {
  targets: { field: 'targets', sentence: '目標を一つ以上入力してください。', has: (one) => one.targets.length > 0 },
  money: { field: 'money', sentence: 'この形では、お金の分担を入力してください。', has: (one) => one.money.length > 0 },
  term: { field: 'ends_on', sentence: 'この形では、終わりの日を決めてください。', has: (one) => one.ends_on !== null },
  place: {
    field: 'roles',
    sentence: 'この形では、どの当事者が場所を用意するかを役割に入れてください。',
    has: (one) => brings(one, 'place'),
  },
  supplies: {
    field: 'roles',
    sentence: 'この形では、どの当事者がもの・道具を用意するかを役割に入れてください。',
    has: (one) => brings(one, 'things'),
  },
}

const brings = ({ roles }: Agreed, kind: Resource) => roles.some((role) => role.brings?.kind === kind)

function checkNeeds(agreed: Agreed, needs: ReadonlySet<string>, wrong: Wrong): void {
  for (const [need, { field, sentence, has }] of Object.entries(asked))
    if (needs.has(need) && !has(agreed)) wrong(field, sentence)
  if (!needs.has('roles') || agreed.roles.some(({ party_id }) => party_id === 'all')) return
  const without = agreed.parties.filter((party) => !agreed.roles.some((role) => role.party_id === party.party_id))
  if (without.length)
    wrong(
      'roles',
      `役割のない当事者があります（${without
        .slice(0, 5)
        .map(({ name }) => name)
        .join(
          '、',
        )}${without.length > 5 ? `ほか${without.length - 5}者` : ''}）。すべての当事者の役割を入力してください。`,
    )
}

function checkTerm({ starts_on, ends_on, sunset_on }: Agreed, charter: Charter, wrong: Wrong): void {
  if (!isIsoDate(starts_on)) return
  const term = termRuling(charter, { starts_on, ends_on })
  if (term !== true) wrong('ends_on', term.because)
  if (sunset_on !== null && (sunset_on < starts_on || (ends_on !== null && sunset_on > ends_on)))
    wrong('sunset_on', '見直しの日は、始まりの日から終わりの日までの間にしてください。')
}

export const StartForm = z.object({
  /** Left empty, the proposal's own; without a proposal it is asked for. */
  title: optionalText(limits.title),
  kind: optionalText(60),
  acting_for: optionalText(60),
  proposal: optionalText(60),
})
export type StartInput = z.output<typeof StartForm>

export const SignForm = z.object({
  party_id: z
    .string('どの当事者として署名するかを選んでください。')
    .min(1, 'どの当事者として署名するかを選んでください。'),
  digest: z.string().default(''),
  agree: z.literal('yes', '文面のすべてを読み、同意するときは、チェックを入れてください。'),
})
export type SignInput = z.output<typeof SignForm>

const Scan = z.object({ sha256: z.string(), name: z.string(), type: z.string(), bytes: z.number() })

export const PaperSignForm = z.object({
  signer: z.string('署名した当事者と方を選んでください。').min(1, '署名した当事者と方を選んでください。'),
  signed_on: date('用紙に署名した日を入力してください。'),
  code: z
    .string('用紙に印刷された照合番号の、はじめの8文字を入力してください。')
    .transform((typed) => typed.normalize('NFKC').toLowerCase().replace(/\s/g, ''))
    .pipe(z.string().regex(/^[0-9a-f]{8,64}$/, '用紙に印刷された照合番号の、はじめの8文字を入力してください。')),
  scan: z
    .array(Scan, '署名した用紙の写しを添付してください。')
    .min(1, '署名した用紙の写しを添付してください。')
    .max(10),
})
export type PaperSignInput = z.output<typeof PaperSignForm>

export const ReasonForm = z.object({ reason: text(limits.reason, '理由を入力してください。') })

export const TerminationForm = z.object({
  reason: text(limits.reason, '取りやめる理由を入力してください。'),
  public_reason: optionalText(limits.reason),
  ended_on: date('いつから取りやめるかを入力してください。'),
})
export type TerminationInput = z.output<typeof TerminationForm>

export const ReleaseForm = z.object({
  withheld: optionalText(4000).transform((typed) => [...new Set(typed.split('\n').map(trimmed).filter(Boolean))]),
})
