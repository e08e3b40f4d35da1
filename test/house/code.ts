import ts from 'typescript'
import { type House, isTest, moduleOf, nodes, type Rule, type Source } from './source.ts'

/** Files with `as never`, and how often: each number only becomes smaller. */
const AS_NEVER: Record<string, number> = {}

/** Files that are too long, with their lines: each only becomes shorter. */
const TOO_LONG: Record<string, number> = {}

/** Files that name more than three other modules, and how many: readers across modules take the modules they are given. */
const SIBLINGS: Record<string, number> = {}

const LONGEST = 300
const MOST_SIBLINGS = 3

/** Files whose count is above the free limit and differs from the budget; a count below its budget is reported too. */
function overBudget(house: House, budget: Record<string, number>, free: number, count: (source: Source) => number) {
  return house.sources.flatMap((source) => {
    const allowed = budget[source.path] ?? free
    const found = count(source)
    if (found > allowed) return [`${source.path}: ${found}, and ${allowed} is the most`]
    return source.path in budget && found < allowed ? [`${source.path}: write down ${found}, that it stays so`] : []
  })
}

const shipped = ({ path }: Source) => !isTest(path) && /\.tsx?$/.test(path)

/** The other modules that a file imports, by their doors or their addresses. */
function siblingsOf({ path, imports }: Source): Set<string> {
  const own = moduleOf(path)
  const named = own ? imports.map(({ to }) => moduleOf(to)) : []
  return new Set(named.filter((one): one is string => one !== undefined && one !== own))
}

/** Whether an expression is used as a boolean: a ruling is an object, and always truthy. */
function isCondition(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isParenthesizedExpression(parent)) return isCondition(parent)
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent)) return parent.expression === node
  if (ts.isConditionalExpression(parent)) return parent.condition === node
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken
  const logical = [ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken]
  return ts.isBinaryExpression(parent) && parent.left === node && logical.includes(parent.operatorToken.kind)
}

const asksWhy = (node: ts.Node) =>
  ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'why'

/** Shorter bodies look alike by chance. */
const SHORTEST_TWICE = 120

/** The functions that a file declares at its top, each with the text of its body. */
function declaredIn({ path, tree }: Source): { at: string; name: string; body: string }[] {
  return tree.statements.flatMap((statement) => {
    const functions = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map(({ name, initializer }) => ({ name, made: initializer }))
      : ts.isFunctionDeclaration(statement)
        ? [{ name: statement.name, made: statement }]
        : []
    return functions.flatMap(({ name, made }) => {
      if (!name || !made || !(ts.isArrowFunction(made) || ts.isFunctionDeclaration(made)) || !made.body) return []
      const body = [made.parameters.map((one) => one.getText()), made.body.getText()].join(' ').replaceAll(/\s+/g, ' ')
      return body.length < SHORTEST_TWICE ? [] : [{ at: path, name: name.getText(), body }]
    })
  })
}

export const code: Rule[] = [
  {
    name: 'no function is written twice: what two modules ask is answered by one door',
    check: ({ sources }) => {
      const first = new Map<string, string>()
      return sources
        .filter(shipped)
        .flatMap(declaredIn)
        .flatMap(({ at, name, body }) => {
          const other = first.get(body)
          if (!other) first.set(body, `${name} of ${at}`)
          return other ? [`${at}: ${name} is ${other}`] : []
        })
    },
    breaks: [
      Object.fromEntries(
        ['projects/project/project.ts', 'agreements/agreement/agreement.ts'].map((file) => [
          `src/modules/${file}`,
          `export function allowsWithoutCity(charter: Charter): boolean {
            return charter.scope.patterns.some(({ slots }) =>
              slots.every(({ kinds }) => kinds.some((kind) => !isCityKind(charter, kind))))
          }`,
        ]),
      ),
    ],
    keeps: {
      'src/modules/proposals/subject.tsx': 'export const backOf = (city: string) => urls.list({ city })',
      'src/modules/agreements/subject.tsx': 'export const backOf = (city: string) => urls.list({ city })',
    },
  },
  {
    name: 'types are not silenced with `as never`',
    check: (house) =>
      overBudget(house, AS_NEVER, 0, (source) =>
        shipped(source) ? (source.text.match(/\bas (unknown as )?never\b/g)?.length ?? 0) : 0,
      ),
    breaks: [
      { 'src/modules/proposals/may.ts': 'export const all = list as never' },
      { 'src/platform/web/serve.ts': 'serve(page as unknown as never)' },
    ],
    keeps: {
      'src/platform/web/serve.ts': 'const nothing: never[] = []',
      'src/platform/web/serve.test.ts': 'serve(undefined as never)',
    },
  },
  {
    name: 'no function takes five parameters: that many are an object with a name',
    check: ({ sources }) =>
      sources.filter(shipped).flatMap((source) =>
        [...nodes(source.tree)]
          .filter((node) => ts.isFunctionLike(node) && 'body' in node && node.parameters.length >= 5)
          .map((node) => {
            const { line } = source.tree.getLineAndCharacterOfPosition(node.getStart())
            return `${source.path}:${line + 1}: gather its parameters in an object`
          }),
      ),
    breaks: [{ 'src/modules/proposals/writes.ts': 'export function save(a: 1, b: 2, c: 3, d: 4, e: 5) { return a }' }],
    keeps: { 'src/modules/proposals/writes.ts': 'export function save(a: 1, b: 2, c: 3, d: 4) { return a }' },
  },
  {
    name: 'no file passes three hundred lines',
    check: (house) =>
      overBudget(house, TOO_LONG, LONGEST, (source) =>
        shipped(source) ? source.text.trimEnd().split('\n').length : 0,
      ),
    breaks: [{ 'src/modules/proposals/queries.ts': 'export const one = 1\n'.repeat(LONGEST + 1) }],
    keeps: { 'src/modules/proposals/queries.ts': 'export const one = 1\n'.repeat(LONGEST) },
  },
  {
    name: 'a ruling is never taken for a yes or a no: a rule itself is asked',
    check: ({ sources }) =>
      sources.flatMap((source) =>
        [...nodes(source.tree)]
          .filter((node) => asksWhy(node) && isCondition(node))
          .map((node) => {
            const { line } = source.tree.getLineAndCharacterOfPosition(node.getStart())
            return `${source.path}:${line + 1}: an object is always a yes; ask the rule without \`.why\``
          }),
      ),
    breaks: [
      { 'src/modules/proposals/pages/show.tsx': 'if (maySubmit.why(actor, proposal)) show()' },
      { 'src/modules/proposals/pages/show.tsx': 'if (!maySubmit.why(actor, proposal)) hide()' },
      { 'src/modules/proposals/pages/show.tsx': 'const shown = maySubmit.why(actor) && <p>…</p>' },
      { 'src/modules/proposals/pages/show.tsx': 'const shown = (maySubmit.why(actor)) || hidden' },
      { 'src/modules/proposals/pages/show.tsx': `const word = maySubmit.why(actor) ? '○' : ''` },
    ],
    keeps: {
      'src/modules/proposals/may.ts':
        'export const mayTwice = rule((actor) => (isNew ? maySubmit.why(actor) : deny()))',
      'src/modules/proposals/pages/show.tsx': 'if (maySubmit(actor) && maySubmit.why(actor).grounds.length) show()',
      'src/modules/proposals/writes.ts': 'ensure(maySubmit.why(actor, proposal))',
    },
  },
  {
    name: 'no file of a module names more than three others',
    check: (house) =>
      overBudget(house, SIBLINGS, MOST_SIBLINGS, (source) => (shipped(source) ? siblingsOf(source).size : 0)),
    breaks: [
      {
        'src/modules/admin/words.ts': ['parties', 'proposals', 'projects', 'agreements']
          .map((one) => `import { ${one} } from '../${one}/index.ts'`)
          .join('\n'),
      },
    ],
    keeps: {
      'src/modules/admin/words.ts': ['parties', 'proposals', 'projects']
        .flatMap((one) => [`import { ${one} } from '../${one}/index.ts'`, `import { urls } from '../${one}/urls.ts'`])
        .join('\n'),
      'src/modules.ts': ['accounts', 'parties', 'proposals', 'projects']
        .map((one) => `import { ${one} } from './modules/${one}/index.ts'`)
        .join('\n'),
    },
  },
]
