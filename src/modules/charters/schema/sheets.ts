import type { CharterText } from './charter.ts'
import type { Path, Report } from './references.ts'

type Field = CharterText['programmes'][number]['sheets'][number]['sections'][number]['fields'][number]

const written: Field['kind'][] = ['text', 'long']
const kindsFor: Record<NonNullable<Field['means']>, Field['kind'][]> = {
  title: ['text'],
  summary: written,
  purpose: written,
  beneficiaries: written,
  place: written,
  supplies: written,
  amount: ['yen'],
  from: ['date'],
  until: ['date'],
}
const tables: Field['kind'][] = ['parties', 'roles', 'budget']

/** Checks that a meaning fits its question's kind and occurs once a sheet. */
export function checkSheets({ programmes }: CharterText, report: Report) {
  for (const [at, { sheets }] of programmes.entries())
    for (const [sheetAt, { sections }] of sheets.entries()) {
      const said = new Set<string>()
      for (const [sectionAt, { fields }] of sections.entries())
        for (const [fieldAt, field] of fields.entries()) {
          const path: Path = ['programmes', at, 'sheets', sheetAt, 'sections', sectionAt, 'fields', fieldAt]
          checkMeaning(field, said, path, report)
          checkWords(field, path, report)
        }
    }
}

function checkMeaning({ kind, means }: Field, said: Set<string>, path: Path, report: Report) {
  if (!means) return
  const at = [...path, 'means']
  if (said.has(means))
    report(at, `「${means}」をたずねる質問が同じ様式に2つあります`, `two questions of this sheet mean "${means}"`)
  said.add(means)
  const kinds = kindsFor[means]
  if (!kinds.includes(kind))
    report(
      at,
      `「${means}」は種類(kind)が ${kinds.join('、')} の質問でたずねてください`,
      `"${means}" is asked by a question of kind ${kinds.join(', ')}`,
    )
}

function checkWords({ kind, choices }: Field, path: Path, report: Report) {
  if (tables.includes(kind)) return
  for (const [at, choice] of choices.entries())
    if (choice.means)
      report(
        [...path, 'choices', at, 'means'],
        `だれの行かを示すことば(means)は、表(${tables.join('、')})の質問にだけ書けます`,
        `words that mean a side belong to a table (${tables.join(', ')})`,
      )
}
