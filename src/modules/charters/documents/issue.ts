import type { z } from 'zod'
import { apart } from './wording.ts'

type Issue = z.core.$ZodIssue
type Sentence = { ja: string; en: string }

export function sentenceFor(issue: Issue, given: unknown): Sentence {
  if (issue.message.includes(' ／ ')) return apart(issue.message)
  const name = String(issue.path.at(-1) ?? '')
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(name, issue.expected, given)
    case 'invalid_value':
      return wrongValue(name, issue.values.map(String), given)
    case 'unrecognized_keys':
      return unknownKeys(issue.keys)
    case 'too_small':
      return {
        ja: `「${name}」は${issue.minimum}${counted(issue.origin)}以上にしてください`,
        en: `"${name}" needs at least ${issue.minimum}`,
      }
    case 'too_big':
      return {
        ja: `「${name}」は${issue.maximum}${counted(issue.origin)}以下にしてください`,
        en: `"${name}" may be at most ${issue.maximum}`,
      }
    case 'invalid_format':
      return { ja: `「${name}」の書き方が決まりと違います`, en: `"${name}" is not written as required` }
    default:
      return { ja: `「${name}」を確認してください`, en: issue.message }
  }
}

/** Returns the issue, or inside a union that of the closest branch. */
export function innermost(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue
  const candidates = issue.errors.flatMap((branch) =>
    branch[0] ? [innermost({ ...branch[0], path: [...issue.path, ...branch[0].path] } as Issue)] : [],
  )
  const deepest = candidates.sort((a, b) => b.path.length - a.path.length || weight(a) - weight(b))[0]
  return deepest ?? issue
}

// Wrong content in a branch is closer than another type altogether.
function weight(issue: Issue): number {
  return issue.code === 'invalid_type' ? 1 : 0
}

const types: Record<string, Sentence> = {
  string: { ja: '文字', en: 'text' },
  number: { ja: '数', en: 'a number' },
  int: { ja: '整数', en: 'a whole number' },
  boolean: { ja: 'true か false', en: 'true or false' },
  array: { ja: '一覧(「- 」で始まる行)', en: 'a list (lines beginning with "- ")' },
  object: { ja: '「名前: 値」のまとまり', en: 'a block of "name: value"' },
  record: { ja: '「名前: 値」のまとまり', en: 'a block of "name: value"' },
}

function wrongType(name: string, expected: string, given: unknown): Sentence {
  const type = types[expected] ?? { ja: expected, en: expected }
  if (given === undefined || given === null)
    return { ja: `「${name}」がありません。${type.ja}で書いてください`, en: `"${name}" is missing; give ${type.en}` }
  const quote = expected === 'string' && typeof given !== 'object'
  return {
    ja: `「${name}」は${type.ja}で書いてください${quote ? `(引用符で囲む: "${given}")` : ''}`,
    en: `"${name}" must be ${type.en}${quote ? ` (put it in quotes: "${given}")` : ''}`,
  }
}

function wrongValue(name: string, values: string[], given: unknown): Sentence {
  const list = values.join(', ')
  return given === undefined
    ? { ja: `「${name}」がありません。次から選んでください: ${list}`, en: `"${name}" is missing; choose from: ${list}` }
    : {
        ja: `「${name}」の「${given}」は使えません。次から選んでください: ${list}`,
        en: `"${given}" is not allowed for "${name}"; choose from: ${list}`,
      }
}

function unknownKeys(keys: string[]): Sentence {
  const list = keys.join(', ')
  return { ja: `「${list}」という名前はここでは使えません`, en: `"${list}" is not a name known here` }
}

function counted(origin: string): string {
  return origin === 'string' ? '文字' : origin === 'array' ? '件' : ''
}
