import { inBoth } from '../documents/wording.ts'
import type { CharterText } from './charter.ts'

export type Path = (string | number)[]
export type Report = (path: Path, message: string) => void

type Keyed = { key: string }

/** Every key named by an entry is the key of an entry that exists, and no list has one twice. */
export function checkReferences(charter: CharterText, report: Report) {
  const known = {
    actor: keysOf(charter.actors),
    area: keysOf(charter.areas),
    body: keysOf(charter.bodies),
    document: keysOf(charter.documents),
    figure: keysOf(charter.figures),
    form: keysOf(charter.forms),
    programme: keysOf(charter.programmes),
    zone: keysOf(charter.zones),
  }
  const refer = (what: keyof typeof known, path: Path, key: string | string[] | undefined) => {
    for (const [at, one] of asList(key).entries())
      if (!known[what].has(one))
        report(Array.isArray(key) ? [...path, at] : path, missing(names[what], one, known[what]))
  }
  checkUnique(charter, [], report)
  checkParties(charter, refer)
  checkForms(charter, refer, report)
  checkPrinciples(charter, report)
  checkProgrammes(charter, refer, report)
  checkRest(charter, refer, report)
}

type Refer = (
  what: 'actor' | 'area' | 'body' | 'document' | 'figure' | 'form' | 'programme' | 'zone',
  path: Path,
  key: string | string[] | undefined,
) => void

const names = {
  actor: ['主体(actors)', 'actors'],
  area: ['領域区分(areas)', 'areas'],
  body: ['会議体など(bodies)', 'bodies'],
  document: ['文書(documents)', 'documents'],
  figure: ['数値(figures)', 'figures'],
  form: ['形態(forms)', 'forms'],
  programme: ['事業・制度(programmes)', 'programmes'],
  zone: ['領域(zones)', 'zones'],
} as const

/** 「…」 is not among …; the known ones are listed, because most such mistakes are typing mistakes. */
export function missing([ja, en]: readonly [string, string], key: string, known: Set<string>): string {
  const list = [...known].join(', ') || '—'
  return inBoth(`「${key}」は${ja}にありません。使えるのは: ${list}`, `"${key}" is not among ${en}; known are: ${list}`)
}

export function keysOf(list: readonly Keyed[]): Set<string> {
  return new Set(list.map(({ key }) => key))
}

function asList(key: string | string[] | undefined): string[] {
  return key === undefined ? [] : Array.isArray(key) ? key : [key]
}

function checkUnique(value: unknown, path: Path, report: Report) {
  if (Array.isArray(value)) {
    const seen = new Set<unknown>()
    for (const [at, item] of value.entries()) {
      const key = item && typeof item === 'object' && 'key' in item ? item.key : undefined
      if (key !== undefined && seen.has(key))
        report(
          [...path, at, 'key'],
          inBoth(`「${key}」は同じ一覧の中で2回使われています`, `"${key}" is used twice in this list`),
        )
      seen.add(key)
      checkUnique(item, [...path, at], report)
    }
  } else if (value && typeof value === 'object') {
    for (const [name, item] of Object.entries(value)) checkUnique(item, [...path, name], report)
  }
}

function checkParties(charter: CharterText, refer: Refer) {
  for (const [at, actor] of charter.actors.entries()) refer('actor', ['actors', at, 'parent'], actor.parent)
  for (const [at, pattern] of charter.scope.patterns.entries())
    for (const [slotAt, slot] of pattern.slots.entries())
      refer('actor', ['scope', 'patterns', at, 'slots', slotAt, 'kinds'], slot.kinds)
  for (const [at, effect] of charter.effects.entries())
    if (effect.for !== 'all') refer('actor', ['effects', at, 'for'], effect.for)
  for (const [at, side] of charter.evaluation.sides.entries())
    refer('actor', ['evaluation', 'sides', at, 'kinds'], side.kinds)
  for (const [at, initiative] of charter.initiatives.entries()) refer('actor', ['initiatives', at, 'by'], initiative.by)
}

function checkForms(charter: CharterText, refer: Refer, report: Report) {
  const startTypes = keysOf(charter.startTypes)
  for (const [at, zone] of charter.zones.entries()) {
    refer('area', ['zones', at, 'area'], zone.area)
    refer('form', ['zones', at, 'forms'], zone.forms)
  }
  for (const [at, typeCase] of charter.typeCases.entries()) {
    refer('form', ['typeCases', at, 'form'], typeCase.form)
    if (!startTypes.has(typeCase.startType))
      report(
        ['typeCases', at, 'startType'],
        missing(['類型(startTypes)', 'startTypes'], typeCase.startType, startTypes),
      )
  }
  for (const [at, kind] of charter.agreement.kinds.entries())
    refer('form', ['agreement', 'kinds', at, 'forms'], kind.forms)
}

function checkPrinciples(charter: CharterText, report: Report) {
  const groups = keysOf(charter.principleGroups)
  const steps = keysOf(charter.principleSteps)
  for (const [at, principle] of charter.principles.entries()) {
    if (!groups.has(principle.group))
      report(
        ['principles', at, 'group'],
        missing(['原則のまとまり(principleGroups)', 'principleGroups'], principle.group, groups),
      )
    if (principle.step !== undefined && !steps.has(principle.step))
      report(
        ['principles', at, 'step'],
        missing(['原則の段階(principleSteps)', 'principleSteps'], principle.step, steps),
      )
  }
}

function checkProgrammes(charter: CharterText, refer: Refer, report: Report) {
  for (const [at, programme] of charter.programmes.entries()) {
    const path: Path = ['programmes', at]
    const sheets = keysOf(programme.sheets)
    refer('document', [...path, 'document'], programme.document)
    refer('figure', [...path, 'figures'], programme.figures)
    refer('body', [...path, 'review', 'body'], programme.review?.body)
    for (const [trackAt, track] of programme.tracks.entries()) {
      refer('actor', [...path, 'tracks', trackAt, 'proposers'], track.proposers)
      refer('form', [...path, 'tracks', trackAt, 'forms'], track.forms)
      if (track.sheet !== undefined && !sheets.has(track.sheet))
        report([...path, 'tracks', trackAt, 'sheet'], missing(['様式(sheets)', 'sheets'], track.sheet, sheets))
    }
    const criteria = keysOf(programme.review?.criteria ?? [])
    for (const [tieAt, key] of (programme.review?.tieBy ?? []).entries())
      if (!criteria.has(key))
        report([...path, 'review', 'tieBy', tieAt], missing(['審査基準(criteria)', 'criteria'], key, criteria))
  }
}

function checkRest(charter: CharterText, refer: Refer, report: Report) {
  const groups = keysOf(charter.initiativeGroups)
  for (const [at, initiative] of charter.initiatives.entries())
    if (!groups.has(initiative.group))
      report(
        ['initiatives', at, 'group'],
        missing(['取組のまとまり(initiativeGroups)', 'initiativeGroups'], initiative.group, groups),
      )
  for (const [at, document] of charter.documents.entries())
    refer('document', ['documents', at, 'basedOn'], document.basedOn)
  for (const [at, body] of charter.bodies.entries()) refer('document', ['bodies', at, 'basedOn'], body.basedOn)
  for (const [at, series] of charter.figures.entries())
    refer('programme', ['figures', at, 'programme'], series.programme)
  for (const [at, problem] of charter.problems.entries()) refer('figure', ['problems', at, 'figures'], problem.figures)
  for (const [at, budget] of charter.territory.budgetPerUnit.entries())
    refer('programme', ['territory', 'budgetPerUnit', at, 'programme'], budget.programme)
  for (const [at, history] of charter.histories.entries())
    for (const [entryAt, entry] of history.entries.entries())
      refer('body', ['histories', at, 'entries', entryAt, 'body'], entry.body)
  for (const [at, outcome] of charter.guide.outcomes.entries()) {
    const path: Path = ['guide', 'outcomes', at]
    refer('area', [...path, 'area'], outcome.area)
    refer('zone', [...path, 'zone'], outcome.zone)
    refer('form', [...path, 'forms'], outcome.forms)
    refer('programme', [...path, 'programmes'], outcome.programmes)
    refer('body', [...path, 'askAt'], outcome.askAt)
  }
}
