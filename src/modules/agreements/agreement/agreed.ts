import { allow, deny, type Ruling, rule } from '../../../platform/ruling.ts'
import { isIsoDate } from '../../../platform/time/index.ts'
import { type Charter, formRequirements, label, scopeRuling, termRuling, word } from '../../charters/index.ts'
import { type Agreed, type RegisteredParty, type Resource, WholeForm, type Wrong } from '../../texts/index.ts'
import { someNames } from './agreement.ts'

export interface Ground {
  charter: Charter
  known: readonly RegisteredParty[]
  amends: boolean
}

/** Returns the form that reads a whole draft; it reports each gap at its field. */
export function AgreementForm({ charter, ...ground }: Ground) {
  return WholeForm({
    ...ground,
    clauses: charter.agreement.clauses,
    between: (parties) => scopeRuling.why(charter, parties),
    check: (agreed, wrong) => checkWhole(agreed, charter, wrong),
  })
}

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
  if (!isIsoDate(agreed.starts_on)) return
  const term = termRuling.why(charter, agreed)
  if (!term.allowed) wrong('ends_on', term.because)
}

type Kind = Charter['agreement']['kinds'][number]

/** Answers whether this kind of agreement can be made for a form of collaboration. */
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
    wrong('roles', `役割のない当事者があります（${someNames(without, 5)}）。すべての当事者の役割を入力してください。`)
}
