import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'

export interface Import {
  /** A file's path from the project's root for ours; otherwise the package's name. */
  to: string
  /** Erased when the program runs. */
  typeOnly: boolean
  names: string[]
}

export interface Source {
  path: string
  text: string
  imports: Import[]
  tree: ts.SourceFile
}

export interface House {
  sources: Source[]
  modules: string[]
}

/** A rule of the house, with made-up houses that break it, so that the check is known to work. */
export interface Rule {
  name: string
  /** The errors, a sentence each. */
  check(house: House): string[]
  breaks: Record<string, string>[]
  /** Similar code that is allowed. */
  keeps: Record<string, string>
}

/** The order until src/modules.ts gives it. */
const ORDER = (
  'accounts cities charters parties questionnaires texts talks committees programmes proposals reviews agreements places ' +
  'projects roll-calls evaluations consultations matching ledger grants funds participation courses voice principles ' +
  'conformance inbox register reports admin'
).split(' ')

/** Reads the house below `root`. */
export function readHouse(root: string): House {
  const paths = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
  return {
    sources: paths.sort().map((path) => parse(path, readFileSync(join(root, path), 'utf8'))),
    modules: readOrder(join(root, 'src/modules.ts')),
  }
}

/** A house made up for a test. */
export function imagine(files: Record<string, string>): House {
  return { sources: Object.entries(files).map(([path, text]) => parse(path, text)), modules: ORDER }
}

/** The order of the list in src/modules.ts. */
function readOrder(file: string): string[] {
  if (!existsSync(file)) return ORDER
  const { tree, imports } = parse('src/modules.ts', readFileSync(file, 'utf8'))
  const folder = new Map(imports.flatMap((one) => one.names.map((name) => [name, moduleOf(one.to)] as const)))
  const list = [...nodes(tree)].find((node) => ts.isVariableDeclaration(node) && node.name.getText() === 'modules')
  const elements = list && [...nodes(list)].find(ts.isArrayLiteralExpression)?.elements
  return (elements ?? []).map((one) => folder.get(one.getText()) ?? `${one.getText()} (not imported from a door)`)
}

function parse(path: string, text: string): Source {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const tree = ts.createSourceFile(path, /\.tsx?$/.test(path) ? text : '', ts.ScriptTarget.ESNext, true, kind)
  return { path, text, tree, imports: tree.statements.flatMap((statement) => readImport(path, statement)) }
}

function readImport(path: string, statement: ts.Statement): Import[] {
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return []
  if (!statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) return []
  const written = statement.moduleSpecifier.text
  const to = written.startsWith('.') ? normalize(join(dirname(path), written)) : written
  if (ts.isExportDeclaration(statement)) {
    const exported =
      statement.exportClause && ts.isNamedExports(statement.exportClause) ? [...statement.exportClause.elements] : []
    return [{ to, typeOnly: statement.isTypeOnly, names: exported.map((one) => (one.propertyName ?? one.name).text) }]
  }
  const clause = statement.importClause
  const bindings = clause?.namedBindings
  const named = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : []
  const allTypes = named.length > 0 && !clause?.name && named.every((one) => one.isTypeOnly)
  return [{ to, typeOnly: Boolean(clause?.isTypeOnly) || allTypes, names: named.map((one) => one.name.text) }]
}

/** Every node of a file, top down. */
export function* nodes(node: ts.Node): Generator<ts.Node> {
  yield node
  const below: ts.Node[] = []
  ts.forEachChild(node, (child) => void below.push(child))
  for (const child of below) yield* nodes(child)
}

/** Strings as written: literals, and the first part of templates. */
export function* strings(source: Source): Generator<{ text: string; node: ts.Node; line: number }> {
  for (const node of nodes(source.tree)) {
    if (
      ts.isStringLiteral(node) ||
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isJsxText(node)
    ) {
      yield { text: node.text, node, line: source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1 }
    }
  }
}

/** A module's place in the order; one outside the list comes last. */
export function rank({ modules }: House, name: string | undefined): number {
  const index = modules.indexOf(name ?? '')
  return index < 0 && name ? modules.length : index
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}

export function moduleOf(path: string): string | undefined {
  return /^src\/modules\/([^/]+)\//.exec(path)?.[1]
}
