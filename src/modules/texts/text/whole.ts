import { trimmed } from '../../../platform/fields/index.ts'
import type { Ruling } from '../../../platform/ruling.ts'
import { isIsoDate } from '../../../platform/time/index.ts'
import { type Model, readClauses } from './clauses.ts'
import { type Draft, DraftForm, day, fitting, limits, optionalDay, type Wrong } from './draft.ts'
import { type RegisteredParty, readParties } from './parties.ts'
import { readMoney, readRoles, readTargets } from './rows.ts'
import type { Target } from './targets.ts'
import type { Role, Share } from './text.ts'

/** A complete draft with every answer parsed. */
export interface Agreed {
  title: string
  kind: string
  form: string | null
  parties: RegisteredParty[]
  purpose: string
  targets: Target[]
  roles: Role[]
  money: Share[]
  starts_on: string
  ends_on: string | null
  sunset_on: string | null
  clauses: { key: string; heading: string; text: string }[]
  note: string
}

export interface Reading {
  clauses: readonly Model[]
  known: readonly RegisteredParty[]
  /** Whether the text is an amendment, which requires a reason. */
  amends: boolean
  between: (parties: readonly RegisteredParty[]) => Ruling
  check: (agreed: Agreed, wrong: Wrong) => void
}

/** Returns the form that reads a whole draft; it reports each gap at its field. */
export function WholeForm(reading: Reading) {
  return DraftForm.transform((draft, context): { agreed: Agreed; draft: Draft } => {
    const issues: Record<string, string> = {}
    const agreed = readDraft(draft, reading, (name, sentence) => {
      issues[name] ??= sentence
    })
    for (const [name, message] of Object.entries(issues))
      context.addIssue({ code: 'custom', path: name.split('.'), message })
    return { agreed, draft }
  })
}

function readDraft(draft: Draft, reading: Reading, wrong: Wrong): Agreed {
  const needed = (name: 'title' | 'purpose' | 'note', most: number, sentence: string) => {
    if (!trimmed(draft[name])) wrong(name, sentence)
    return fitting(draft[name], most, name, wrong)
  }
  const parties = readParties(draft, reading.known, wrong)
  const between = parties.length < 2 ? undefined : reading.between(parties)
  if (between && !between.allowed) wrong('parties', between.because)
  const named = new Set(parties.map(({ party_id }) => party_id))
  const agreed: Agreed = {
    title: needed('title', limits.title, '題名を入力してください。'),
    kind: draft.kind ?? '',
    form: draft.form || null,
    parties,
    purpose: needed('purpose', limits.purpose, '目的を入力してください。'),
    targets: readTargets(draft, wrong),
    roles: readRoles(draft, named, wrong),
    money: readMoney(draft, named, wrong),
    starts_on: day(draft.starts_on, 'starts_on', '始まりの日を入力してください。', wrong) ?? '',
    ends_on: optionalDay(draft.ends_on, 'ends_on', '終わりの日を、年月日で入力してください。', wrong),
    sunset_on: optionalDay(draft.sunset_on, 'sunset_on', '見直しの日を、年月日で入力してください。', wrong),
    clauses: readClauses(draft, reading.clauses, wrong),
    note: reading.amends ? needed('note', limits.reason, '変更の理由を入力してください。') : '',
  }
  reading.check(agreed, wrong)
  checkSunset(agreed, wrong)
  return agreed
}

function checkSunset({ starts_on, ends_on, sunset_on }: Agreed, wrong: Wrong): void {
  if (!isIsoDate(starts_on) || sunset_on === null) return
  if (sunset_on < starts_on || (ends_on !== null && sunset_on > ends_on))
    wrong('sunset_on', '見直しの日は、始まりの日から終わりの日までの間にしてください。')
}
