import { type Charter, type Form, formRequirements, label, word } from '../../charters/index.ts'
import { type Dossier, sidesOf } from './project.ts'

export type Need = Form['needs'][number]

export function needsOf(charter: Charter, forms: readonly string[]): Need[] {
  return [...new Set(forms.flatMap((form) => formRequirements(charter, form)?.needs ?? []))]
}

/** Requirements that have a text of their own in the entry form. */
const particularNeeds = ['name-use', 'seats', 'supplies'] as const

export type ParticularNeed = (typeof particularNeeds)[number]

export const isParticular = (need: Need): need is ParticularNeed => particularNeeds.some((one) => one === need)

export const needLabel = (charter: Charter, need: Need): string =>
  label(charter.common.needs.find(({ key }) => key === need)?.label)

type Complete = Pick<
  Dossier,
  'forms' | 'facts' | 'budget_yen' | 'starts_on' | 'ends_on' | 'parties' | 'targets' | 'place' | 'wards'
> & { particulars: Record<string, string> }

const has: Record<Need, (project: Complete) => boolean> = {
  agreement: ({ facts }) => Boolean(facts.agreement?.in_force_on) && !facts.agreement?.given_up_on,
  money: ({ budget_yen }) => budget_yen !== null,
  term: ({ starts_on, ends_on }) => starts_on !== null && ends_on !== null,
  roles: ({ parties }) => sidesOf(parties).every((side) => side.some(({ does }) => does !== '')),
  targets: ({ targets }) => targets.some(isWholeTarget),
  place: ({ place, wards }) => place !== '' || wards.length > 0,
  'name-use': ({ particulars }) => Boolean(particulars['name-use']),
  seats: ({ particulars }) => Boolean(particulars.seats),
  supplies: ({ particulars }) => Boolean(particulars.supplies),
}

/** Labels of requirements that need more than one filled field. */
const wanted: Partial<Record<Need, string>> = {
  money: '予算額',
  term: '始まりと終わりの日',
  roles: 'すべての主体の役割',
  targets: '指標・値・期日のそろった目標',
  place: '活動する場所',
}

/** A target that can be judged later has an indicator, a value and a day. */
export const isWholeTarget = (target: { indicator: string; value: string; by_on: string | null }): boolean =>
  target.indicator !== '' && target.value !== '' && target.by_on !== null

/** Targets are fixed once the work begins, because the sides agreed on them before; only results follow. */
export const targetsAreSet = (project: Pick<Dossier, 'state' | 'targets'>): boolean =>
  project.state !== 'planned' && project.targets.length > 0

/** Returns the requirements of the chosen forms that block the start of the work. */
export function missingNeeds(charter: Charter, project: Complete): { need: Need; words: string }[] {
  return needsOf(charter, project.forms)
    .filter((need) => !has[need](project))
    .map((need) => ({
      need,
      words:
        need === 'agreement' ? `効力のある${word(charter, 'agreement')}` : (wanted[need] ?? needLabel(charter, need)),
    }))
}

const order = ['consultation', 'proposal', 'talks', 'review', 'agreement', 'work', 'evaluation', 'decision'] as const

type Stage = (typeof order)[number]

/** Returns the steps of the chosen forms that are due before a stage. */
export function stepsBefore(charter: Charter, forms: readonly string[], stage: Stage) {
  const steps = forms.flatMap((form) => formRequirements(charter, form)?.steps ?? [])
  const wanted = steps.filter(({ before }) => order.indexOf(before) <= order.indexOf(stage))
  return [...new Map(wanted.map((step) => [step.key, step])).values()]
}

export function missingSteps(charter: Charter, project: { forms: readonly string[]; steps: object }, stage: Stage) {
  return stepsBefore(charter, project.forms, stage).filter(({ key }) => !(key in project.steps))
}

export const needField = (need: Need): string => `need-${need}`

export const stepField = (step: string): string => `step-${step}`

/** Returns every obstacle to the start of the work: a sentence for each field, by the field's name. */
export function readinessProblems(charter: Charter, project: Complete & { steps: object }): Record<string, string> {
  const sentence = (words: string) => `始める前に、「${words}」が必要です。そろえてから、もう一度お進みください。`
  return Object.fromEntries([
    ...missingNeeds(charter, project).map(({ need, words }) => [needField(need), sentence(words)]),
    ...missingSteps(charter, project, 'work').map((step) => [stepField(step.key), sentence(label(step.label))]),
  ])
}
