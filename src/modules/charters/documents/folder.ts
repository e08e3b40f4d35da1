import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml'
import type { z } from 'zod'
import { innermost, sentenceFor } from './issue.ts'
import { type Problem, pathText } from './problem.ts'

export type Read<T> = { value: T; files: string[] } | { problems: Problem[] }

type Page = { file: string; document: Document.Parsed; lines: LineCounter }

type Gathered = { whole: Record<string, unknown>; owner: Map<string, Page>; problems: Problem[] }

/** Reads YAML files as one document, each name in one file only. Returns the value, or every problem with its line. */
export function readFolder<T>(folder: string, schema: z.ZodType<T>): Read<T> {
  const files = listYaml(folder)
  const pages = files.map((file) => openPage(folder, file))
  const [first] = pages
  if (!first) return { problems: [nothingThere(folder)] }
  const broken = pages.flatMap(syntaxProblems)
  if (broken.length > 0) return { problems: broken }
  const gathered = gather(pages)
  if (gathered.problems.length > 0) return { problems: gathered.problems }
  const result = schema.safeParse(gathered.whole)
  if (result.success) return { value: result.data, files }
  return { problems: result.error.issues.map((issue) => locate(issue, gathered, first)) }
}

function listYaml(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort()
  } catch {
    return []
  }
}

function nothingThere(folder: string): Problem {
  return {
    file: folder,
    line: 1,
    path: '',
    ja: 'このフォルダーに YAML ファイルがありません',
    en: 'there is no YAML file in this folder',
  }
}

function openPage(folder: string, name: string): Page {
  const lines = new LineCounter()
  const text = readFileSync(join(folder, name), 'utf8')
  return {
    file: join(basename(folder), name),
    document: parseDocument(text, { lineCounter: lines, prettyErrors: false }),
    lines,
  }
}

function syntaxProblems({ file, document, lines }: Page): Problem[] {
  const syntax = document.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    path: '',
    ...(error.code === 'DUPLICATE_KEY'
      ? { ja: '同じ名前が2回書かれています', en: 'the same name is written twice' }
      : {
          ja: `YAML として読めません。字下げ・引用符・「: 」を確かめてください(${error.code})`,
          en: `this cannot be read as YAML; check indentation, quotes and ": " (${error.message})`,
        }),
  }))
  if (syntax.length > 0 || document.contents === null || isMap(document.contents)) return syntax
  const ja = 'ファイルの一番上は「名前: 値」で書いてください'
  return [{ file, line: 1, path: '', ja, en: 'the top of the file must be "name: value"' }]
}

function gather(pages: Page[]): Gathered {
  const whole: Gathered['whole'] = {}
  const owner: Gathered['owner'] = new Map()
  const problems: Problem[] = []
  for (const page of pages)
    for (const [part, value] of Object.entries((page.document.toJS() ?? {}) as Record<string, unknown>)) {
      const first = owner.get(part)
      if (first) {
        const elsewhere = basename(first.file)
        problems.push({
          file: page.file,
          line: lineOf(page, [part]),
          path: part,
          ja: `「${part}」は ${elsewhere} にもあります。一つのファイルにまとめてください`,
          en: `"${part}" is also in ${elsewhere}; keep it in one file`,
        })
      } else {
        owner.set(part, page)
        whole[part] = value
      }
    }
  return { whole, owner, problems }
}

function locate(outer: z.core.$ZodIssue, { whole, owner }: Gathered, otherwise: Page): Problem {
  const issue = innermost(outer)
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path
  const page = owner.get(String(path[0])) ?? otherwise
  return {
    file: page.file,
    line: lineOf(page, path),
    path: pathText(path),
    ...sentenceFor(issue, valueAt(whole, issue.path)),
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, step) => (at && typeof at === 'object' ? (at as Record<PropertyKey, unknown>)[step] : undefined),
    value,
  )
}

/** Returns the line of the deepest part of the path that the file contains. */
function lineOf({ document, lines }: Page, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents
  let offset = (document.contents as Node | null)?.range?.[0] ?? 0
  for (const step of path) {
    const next = childOf(node, step)
    if (!next) break
    offset = next.offset
    node = next.node
  }
  return lines.linePos(offset).line
}

function childOf(node: unknown, step: PropertyKey): { node: unknown; offset: number } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)] as Node | undefined
    return item?.range ? { node: item, offset: item.range[0] } : undefined
  }
  if (!isMap(node)) return undefined
  const pair = node.items.find((item): item is Pair => isPair(item) && keyText(item) === String(step))
  const key = pair?.key as Node | undefined
  return pair && key?.range ? { node: pair.value, offset: key.range[0] } : undefined
}

function keyText({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key)
}
