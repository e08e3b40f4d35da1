// How large functions and files are, as one line: a reading for people, no rule (house rules fail in test/house).
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

interface Sizes {
  functions: number[]
  files: number[]
  imports: number[]
  fiveParameters: number
  asNever: number
  assertions: number
  lines: number
  commentLines: number
}

/** The distribution over `src`, tests not counted: functions, files, imports, and where the types are silenced. */
export function sizesOf(root: string): string {
  const found: Sizes = {
    functions: [],
    files: [],
    imports: [],
    fiveParameters: 0,
    asNever: 0,
    assertions: 0,
    lines: 0,
    commentLines: 0,
  }
  const entries = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  for (const entry of entries)
    if (entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
      measure(join(entry.parentPath, entry.name), found)
  const { fiveParameters, asNever, assertions, lines, commentLines } = found
  return [
    `functions ${spread(found.functions)}`,
    `files ${spread(found.files)}`,
    `imports ${spread(found.imports)}`,
    `five or more parameters ${fiveParameters}, as never ${asNever}, ! ${assertions}`,
    `comment lines ${((100 * commentLines) / lines).toFixed(1)} %`,
  ].join(' · ')
}

function measure(path: string, found: Sizes): void {
  const text = readFileSync(path, 'utf8')
  for (const line of text.split('\n')) {
    found.lines++
    if (/^\s*(\/\/|\/?\*)/.test(line)) found.commentLines++
  }
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const lineOf = (at: number) => tree.getLineAndCharacterOfPosition(at).line
  found.files.push(lineOf(text.length) + 1)
  found.imports.push(tree.statements.filter(ts.isImportDeclaration).length)
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      found.functions.push(lineOf(node.end) - lineOf(node.getStart()) + 1)
      if (node.parameters.length >= 5) found.fiveParameters++
    }
    if (ts.isAsExpression(node) && node.type.kind === ts.SyntaxKind.NeverKeyword) found.asNever++
    if (ts.isNonNullExpression(node)) found.assertions++
    ts.forEachChild(node, visit)
  }
  visit(tree)
}

function spread(sizes: number[]): string {
  const sorted = sizes.sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  return `${sorted.length} (p50 ${at(0.5)}, p90 ${at(0.9)}, longest ${sorted.at(-1)})`
}
