import { plainDateLabel } from '../../../platform/time/index.ts'
import type { AgreedText, Article } from './text.ts'
import type { Agreed } from './whole.ts'

const stems = '甲乙丙丁戊己庚辛壬癸'

export function marksFor(count: number): string[] {
  if (count <= stems.length) return [...stems.slice(0, count)]
  return Array.from({ length: count }, (_, index) => `当事者${index + 1}`)
}

/** Composes the exact text that is offered for signature; `kind` is the city's word for such a text. */
export function composeText(agreed: Agreed, at: Pick<AgreedText, 'number' | 'version' | 'kind'>): AgreedText {
  const marks = marksFor(agreed.parties.length)
  const { title, purpose, targets, roles, money, starts_on, ends_on, sunset_on } = agreed
  return {
    format: 1,
    ...at,
    title,
    parties: agreed.parties.map(({ party_id, name, is_city }, index) => ({
      mark: marks[index] ?? '',
      party_id,
      name,
      is_city,
    })),
    preamble: `${inARow(marks)}は、「${title}」について、次のとおり取り決める。`,
    purpose,
    targets,
    roles,
    money,
    starts_on,
    ends_on,
    sunset_on,
    articles: articlesOf(agreed),
    closing: `${marks.length === 2 ? '両者' : 'すべての当事者'}は、この文面と別表の全体に署名し、それぞれその写しを保有する。`,
  }
}

function inARow(marks: string[]): string {
  if (marks.length > stems.length) return `${marks[0]}から${marks.at(-1)}まで`
  return marks.length === 2 ? marks.join('と') : `${marks.slice(0, -1).join('、')}及び${marks.at(-1)}`
}

function articlesOf(agreed: Agreed): Article[] {
  return agreed.clauses.flatMap(({ key, heading, text }) => {
    const paragraphs = [...split(text), ...ownWords(key, text, agreed)]
    return paragraphs.length ? [{ key, heading, paragraphs }] : []
  })
}

const split = (text: string) => text.split(/\n{2,}/).filter((part) => part.trim())

/** Returns the paragraphs that the parties' answers add to a clause; a clause about a table refers to the annex. */
function ownWords(key: string, text: string, agreed: Agreed): string[] {
  if (key === 'purpose') return split(agreed.purpose)
  if (key === 'term') return termWords(agreed)
  const table = { targets: agreed.targets, roles: agreed.roles, money: agreed.money }[key]
  if (!table?.length || text.includes('別表')) return []
  return ['その内容は、別表のとおりとする。']
}

function termWords({ starts_on, ends_on, sunset_on }: Agreed): string[] {
  const from = plainDateLabel(starts_on)
  const term = ends_on
    ? `始まりの日は${from}、終わりの日は${plainDateLabel(ends_on)}とする。`
    : `始まりの日は${from}とし、終わりの日は定めない。`
  return sunset_on ? [term, `${plainDateLabel(sunset_on)}までに見直し、続けるときは改めて取り決める。`] : [term]
}
