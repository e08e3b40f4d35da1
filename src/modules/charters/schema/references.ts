import type { CharterText } from './charter.ts'

export type Path = (string | number)[]
export type Report = (path: Path, ja: string, en: string) => void

interface List {
  called: string
  named: string[]
}

export const lists: Record<string, List> = {
  actors: {
    called: '主体',
    named: [
      'actors.parent',
      'scope.patterns.slots.kinds',
      'effects.for',
      'evaluation.sides.kinds',
      'initiatives.by',
      'programmes.tracks.proposers',
    ],
  },
  areas: { called: '領域区分', named: ['zones.area', 'guide.outcomes.area'] },
  bodies: { called: '会議体など', named: ['programmes.review.body', 'histories.entries.body', 'guide.outcomes.askAt'] },
  documents: { called: '文書', named: ['documents.basedOn', 'bodies.basedOn', 'programmes.document'] },
  figures: { called: '数値', named: ['problems.figures', 'programmes.figures'] },
  forms: {
    called: '形態',
    named: [
      'zones.forms',
      'typeCases.form',
      'agreement.kinds.forms',
      'programmes.tracks.forms',
      'guide.outcomes.forms',
    ],
  },
  programmes: {
    called: '事業・制度',
    named: ['figures.programme', 'territory.budgetPerUnit.programme', 'guide.outcomes.programmes'],
  },
  zones: { called: '領域', named: ['guide.outcomes.zone'] },
  startTypes: { called: '類型', named: ['typeCases.startType'] },
  principleGroups: { called: '原則のまとまり', named: ['principles.group'] },
  principleSteps: { called: '原則の段階', named: ['principles.step'] },
  initiativeGroups: { called: '取組のまとまり', named: ['initiatives.group'] },
  'evaluation.phases': { called: '評価の段階', named: ['evaluation.mannersIn'] },
  'evaluation.sides': { called: '評価する側', named: ['evaluation.phases.questions.sides'] },
  'guide.questions': { called: '質問', named: ['guide.questions.answers.next'] },
  'guide.outcomes': { called: '結果', named: ['guide.questions.answers.outcome'] },
}

const listsOfProgramme: Record<string, List> = {
  sheets: { called: '様式', named: ['tracks.sheet'] },
  'review.criteria': { called: '審査基準', named: ['review.tieBy'] },
}

/** Every named key exists, and no list has a key twice. */
export function checkReferences(charter: CharterText, report: Report) {
  checkUnique(charter, [], report)
  checkNames(charter, lists, report)
  for (const [at, programme] of charter.programmes.entries())
    checkNames(programme, listsOfProgramme, (path, ja, en) => report(['programmes', at, ...path], ja, en))
}

function checkNames(whole: unknown, among: Record<string, List>, report: Report) {
  for (const [list, { called, named }] of Object.entries(among)) {
    const known = new Set(textsAt(whole, `${list}.key`).map(({ text }) => text))
    const name = list.split('.').at(-1) ?? list
    for (const { path, text } of named.flatMap((place) => textsAt(whole, place)))
      if (!known.has(text) && !isForAll(path, text)) report(path, ...missing([`${called}(${name})`, name], text, known))
  }
}

const isForAll = ([list]: Path, key: string) => list === 'effects' && key === 'all'

/** Returns the texts at a place in every entry on the way: `zones.forms` is each form of each zone. */
export function textsAt(value: unknown, place: string): { path: Path; text: string }[] {
  return walk(value, place.split('.'), [])
}

function walk(value: unknown, [step, ...rest]: string[], path: Path): { path: Path; text: string }[] {
  if (Array.isArray(value))
    return value.flatMap((item, at) => walk(item, step === undefined ? [] : [step, ...rest], [...path, at]))
  if (step === undefined) return typeof value === 'string' ? [{ path, text: value }] : []
  return value && typeof value === 'object' ? walk((value as Record<string, unknown>)[step], rest, [...path, step]) : []
}

/** Lists the known keys, because most mistakes are typing mistakes. */
export function missing([ja, en]: readonly [string, string], key: string, known: Set<string>): [string, string] {
  const list = [...known].join(', ') || '—'
  return [`「${key}」は${ja}にありません。使えるのは: ${list}`, `"${key}" is not among ${en}; known are: ${list}`]
}

export function keysOf(list: readonly { key: string }[]): Set<string> {
  return new Set(list.map(({ key }) => key))
}

function checkUnique(value: unknown, path: Path, report: Report) {
  if (!value || typeof value !== 'object') return
  const seen = new Set<unknown>()
  for (const [name, item] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    const key = Array.isArray(value) && item && typeof item === 'object' && 'key' in item ? item.key : undefined
    if (key !== undefined && seen.has(key))
      report(
        [...path, name, 'key'],
        `「${key}」は同じ一覧の中で2回使われています`,
        `"${key}" is used twice in this list`,
      )
    seen.add(key)
    checkUnique(item, [...path, name], report)
  }
}
