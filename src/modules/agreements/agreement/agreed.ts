import { trimmed } from '../../../platform/fields/index.ts'
import { allow, deny, type Ruling, rule } from '../../../platform/ruling.ts'
import { isIsoDate } from '../../../platform/time/index.ts'
import { type Charter, formRequirements, label, scopeRuling, termRuling, word } from '../../charters/index.ts'
import type { AgreementText, Draft, PartyThere, Resource } from '../tables.ts'
import { readClauses } from './clauses.ts'
import { DraftForm, isEmpty, limits, type Wrong } from './draft.ts'
import { namesakes, partyMeant, partyWords } from './parties.ts'
import { day, optionalDay, readMoney, readRoles, readTargets } from './rows.ts'

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
    const scope = scopeRuling.why(charter, parties)
    if (!scope.allowed) wrong('parties', scope.because)
  }
  return parties
}

/** What can only be said of the whole: kind and form, who has a role, the term. */
function checkWhole(agreed: Agreed, charter: Charter, wrong: Wrong): void {
  const kind = charter.agreement.kinds.find(({ key }) => key === agreed.kind)
  if (!kind) wrong('kind', `${word(charter, 'agreement')}の種類を選んでください。`)
  else if (agreed.parties.length >= 2 && agreed.parties.length < kind.minParties)
    wrong('parties', `「${label(kind.label)}」は、${kind.minParties}者以上で結びます。`)
  const fits = kind && agreed.form ? formFits.why(charter, kind, agreed.form) : allow()
  if (!fits.allowed) wrong('form', fits.because)
  const needs = new Set<string>(kind?.light ? [] : ['roles', 'targets'])
  for (const need of (agreed.form && formRequirements(charter, agreed.form)?.needs) || []) needs.add(need)
  checkNeeds(agreed, needs, wrong)
  checkTerm(agreed, charter, wrong)
}

type Kind = Charter['agreement']['kinds'][number]

/** Whether a form of collaboration is agreed on by this kind of agreement. */
export const formFits = rule((charter: Charter, kind: Kind, formKey: string): Ruling => {
  const form = charter.forms.find(({ key }) => key === formKey)
  if (!form) return deny(`${word(charter, 'form')}を一覧から選んでください。`)
  if (!kind.forms.length || kind.forms.includes(formKey)) return allow()
  const right = charter.agreement.kinds
    .filter(({ forms }) => forms.includes(formKey))
    .map((one) => `「${label(one.label)}」`)
  const where = right.length
    ? `${right.join('か')}を選んでください。`
    : 'この形では取り決めの種類が定められていません。'
  return deny(`「${label(form.label)}」は「${label(kind.label)}」では取り決めません。${where}`)
})

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
  const term = termRuling.why(charter, { starts_on, ends_on })
  if (!term.allowed) wrong('ends_on', term.because)
  if (sunset_on !== null && (sunset_on < starts_on || (ends_on !== null && sunset_on > ends_on)))
    wrong('sunset_on', '見直しの日は、始まりの日から終わりの日までの間にしてください。')
}
