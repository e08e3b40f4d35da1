import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml'
import type { z } from 'zod'
import { innermost, sentenceFor } from './issue.ts'
import { type Problem, pathText } from './problem.ts'

export type Read<T> = { value: T; files: string[] } | { problems: Problem[] }

type Page = { file: string; document: Document.Parsed; lines: LineCounter }

/**
 * Reads a folder of YAML files as one document: each name at the top of a file is one part of it, in one file only.
 * `readFolder('charters/common', CommonSchema)` gives the value, or every problem with its file and line.
 */
export function readFolder<T>(folder: string, schema: z.ZodType<T>): Read<T> {
  const files = listYaml(folder)
  if (files.length === 0) return { problems: [nothingThere(folder)] }
  const pages = files.map((file) => openPage(join(folder, file)))
  const broken = pages.flatMap((page) => syntaxProblems(page, folder))
  if (broken.length > 0) return { problems: broken }
  const { whole, owner, problems } = gather(pages, folder)
  if (problems.length > 0) return { problems }
  const result = schema.safeParse(whole)
  if (result.success) return { value: result.data, files }
  return { problems: result.error.issues.map((issue) => locate(issue, whole, owner, pages[0]!, folder)) }
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

function openPage(file: string): Page {
  const lines = new LineCounter()
  return {
    file,
    document: parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, prettyErrors: false }),
    lines,
  }
}

function syntaxProblems({ file, document, lines }: Page, folder: string): Problem[] {
  const syntax = document.errors.map((error) => ({
    file: shown(file, folder),
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
  return [
    {
      file: shown(file, folder),
      line: 1,
      path: '',
      ja: 'ファイルの一番上は「名前: 値」で書いてください',
      en: 'the top of the file must be "name: value"',
    },
  ]
}

function gather(pages: Page[], folder: string) {
  const whole: Record<string, unknown> = {}
  const owner = new Map<string, Page>()
  const problems: Problem[] = []
  for (const page of pages)
    for (const [part, value] of Object.entries((page.document.toJS() ?? {}) as Record<string, unknown>)) {
      const first = owner.get(part)
      if (first) {
        const elsewhere = basename(first.file)
        problems.push({
          file: shown(page.file, folder),
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

function locate(
  outer: z.core.$ZodIssue,
  whole: unknown,
  owner: Map<string, Page>,
  fallback: Page,
  folder: string,
): Problem {
  const issue = innermost(outer)
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path
  const page = owner.get(String(path[0])) ?? fallback
  return {
    file: shown(page.file, folder),
    line: lineOf(page, path),
    path: pathText(path),
    ...sentenceFor(issue, valueAt(whole, issue.path)),
  }
}

function shown(file: string, folder: string): string {
  return join(basename(folder), basename(file))
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, step) => (at && typeof at === 'object' ? (at as Record<PropertyKey, unknown>)[step] : undefined),
    value,
  )
}

/** The line of the deepest part of the path that is written in the file. */
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
  return key?.range ? { node: pair!.value, offset: key.range[0] } : undefined
}

function keyText({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key)
}
