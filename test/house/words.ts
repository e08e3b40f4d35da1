import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { isTest, moduleOf, nodes, type Rule, type Source, strings } from './source.ts'

/** The first cities, which might slip into code; later ones are found by their folder. */
const CITIES = /川口|川越|吉川|入間|川崎|kawaguchi|kawagoe|yoshikawa|iruma|kawasaki/i

/** XML vocabularies have addresses for names and are never requested; example hosts do not exist. */
const NO_REQUEST =
  /^https?:\/\/(www\.w3\.org|schemas\.openxmlformats\.org|purl\.org|localhost|127\.0\.0\.1|([a-z0-9-]+\.)*example(\.|\b))/

/** The Japanese words of the glossary's last column, without the explanations in brackets. */
const AVOIDED = readFileSync('GLOSSARY.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| [^-日]/.test(line))
  .flatMap((line) => (line.split(/(?<!\\)\|/).at(-2) ?? '').replace(/\([^)]*\)/g, '').split(','))
  .map((word) => word.trim())
  .filter((word) => /[\p{Script=Han}\p{Script=Katakana}]/u.test(word))

const lines = (source: Source, pattern: RegExp, why: string) =>
  source.text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${source.path}:${index + 1}: ${why}`] : []))

const shipped = ({ path }: Source) => !isTest(path)

export const words: Rule[] = [
  {
    // Tests beside the program may name cities: they read the shipped charters.
    name: 'no city is named in the program',
    check: ({ sources }) =>
      sources
        .filter(shipped)
        .flatMap((one) => [
          ...(CITIES.test(one.path) ? [`${one.path}: named after a city`] : []),
          ...lines(one, CITIES, 'names a city; what differs between cities is their charter'),
        ]),
    breaks: [
      { 'src/modules/charters/may.ts': `if (city === 'Iruma') return true` },
      { 'src/ui/page/footer.tsx': '// 川口市では' },
      { 'src/modules/cities/pages/kawasaki.tsx': '' },
    ],
    keeps: {
      'src/modules/charters/may.ts': 'if (charter.scope.citizens) return true',
      'src/modules/charters/pages.test.tsx': `world.inCity('iruma', …)`,
    },
  },
  {
    name: 'modules make links from urls alone',
    check: ({ sources }) =>
      sources
        .filter((one) => moduleOf(one.path) && shipped(one) && !one.path.endsWith('/urls.ts'))
        .flatMap((one) =>
          [...strings(one)]
            .filter(
              ({ text, node }) => isAddress(text, node) && !ts.isImportDeclaration(node.parent) && !ts.isJsxText(node),
            )
            .map(({ text, line }) => `${one.path}:${line}: '${text}' is an address; let urls.ts make it`),
        ),
    breaks: [
      { 'src/modules/proposals/views.tsx': `export const A = () => <a href="/proposals">提案</a>` },
      { 'src/modules/proposals/routes.tsx': `const to = \`/\${city}/proposals\`` },
      { 'src/modules/proposals/routes.tsx': `c.redirect('/proposals')` },
    ],
    keeps: {
      'src/modules/proposals/urls.ts': `export const urls = { list: url('/:city/proposals') }`,
      'src/modules/proposals/views.tsx': `export const A = () => <a href={urls.list({ city })}>月/日</a>`,
    },
  },
  {
    name: 'nothing is sent as raw HTML',
    check: ({ sources }) =>
      sources.flatMap((one) => [
        ...lines(one, /dangerouslySetInnerHTML|\.(inner|outer)HTML\s*=|insertAdjacentHTML/, 'raw HTML'),
        ...one.imports
          .filter(({ to, names }) => to === 'hono/html' && names.includes('raw'))
          .map(() => `${one.path}: raw HTML from hono/html`),
      ]),
    breaks: [
      { 'src/ui/text/notice.tsx': '<p dangerouslySetInnerHTML={{ __html: text }} />' },
      { 'src/ui/form/count.client.ts': 'element.innerHTML = text' },
      { 'src/ui/text/notice.tsx': `import { raw } from 'hono/html'` },
    ],
    keeps: { 'src/platform/db/migrate.ts': 'await sql.raw(text).execute(db)' },
  },
  {
    name: 'the pool is never asked directly',
    check: ({ sources }) =>
      sources.flatMap((one) =>
        lines(one, /\bpool\s*\??\.\s*query\s*\(/, 'go through a door; pool.query breaks the embedded database'),
      ),
    breaks: [{ 'src/platform/jobs/boss.ts': `await pool.query('select 1')` }],
    keeps: { 'src/platform/jobs/boss.ts': `const client = await pool.connect()` },
  },
  {
    name: 'what is put off carries the number of its issue',
    check: ({ sources }) =>
      sources.flatMap((one) => lines(one, /^(?!.*#\d).*\b(TODO|FIXME)\b/, 'name the issue, or do it now')),
    breaks: [{ 'src/platform/env.ts': '// TODO: leap seconds' }, { 'src/platform/env.ts': '/* FIXME later */' }],
    keeps: { 'src/platform/env.ts': '// TODO #12: leap seconds' },
  },
  {
    name: 'no other host is named that a page or the program could ask',
    check: ({ sources }) =>
      sources.filter(shipped).flatMap((one) =>
        one.path.endsWith('.css')
          ? lines(one, /(url\(|@import)\s*['"]?(https?:)?\/\//, 'a style from another host')
          : [...strings(one)]
              .flatMap(({ text, line }) =>
                [...text.matchAll(/https?:\/\/[^\s"')]+/g)].map((match) => ({ address: match[0], line })),
              )
              .filter(({ address }) => /^https?:\/\/\w/.test(address) && !NO_REQUEST.test(address))
              .map(({ address, line }) => `${one.path}:${line}: ${address} is another host`),
      ),
    breaks: [
      { 'src/ui/page/page.tsx': `export const A = () => <script src="https://cdn.jsdelivr.net/x.js" />` },
      { 'src/ui/page/page.css': '@import url("https://fonts.googleapis.com/css");' },
      { 'src/platform/mail/send.ts': `fetch(\`https://api.mailer.test/\${id}\`)` },
    ],
    keeps: { 'src/ui/icon.tsx': `export const A = () => <svg xmlns="http://www.w3.org/2000/svg" />` },
  },
  {
    name: 'people are told what to do, never that they are wrong',
    check: ({ sources }) =>
      sources
        .filter(shipped)
        .flatMap((one) =>
          lines(
            one,
            /不正な(入力|値|リクエスト|操作)|無効な入力|エラーが発生しました/,
            'say what happened and what to do',
          ),
        ),
    breaks: [{ 'src/modules/proposals/forms.ts': `z.string('不正な入力です')` }],
    keeps: { 'src/modules/proposals/forms.ts': `z.string('提案の題名を入力してください')` },
  },
  {
    name: 'people read the words of the glossary, not those it avoids',
    check: ({ sources }) =>
      sources
        .filter(shipped)
        .flatMap((one) =>
          [...strings(one)].flatMap(({ text, line }) =>
            AVOIDED.filter((word) => text.includes(word)).map(
              (word) => `${one.path}:${line}: 「${word}」 is a word to avoid`,
            ),
          ),
        ),
    breaks: [
      { 'src/modules/proposals/views.tsx': `export const A = () => <p>申請の一覧</p>` },
      { 'src/modules/accounts/words.ts': `export const title = 'ログイン'` },
    ],
    keeps: { 'src/modules/proposals/views.tsx': `export const A = () => <p>提案の一覧</p>` },
  },
  {
    name: 'what is asked and whose a row is, the charter says; nobody guesses it by key or by word',
    check: ({ sources }) =>
      sources
        .filter((one) => moduleOf(one.path) && shipped(one))
        .flatMap((one) =>
          [...nodes(one.tree)]
            .filter((node) => guessesSide(node) || guessesQuestion(node))
            .map(
              (node) =>
                `${one.path}:${lineOf(one, node)}: \`${node.getText()}\` guesses; let the charter say \`means\``,
            ),
        ),
    breaks: [
      { 'src/modules/agreements/actions/carry.ts': 'const ours = /^(市|市役所|行政)$/.test(words)' },
      { 'src/modules/agreements/actions/carry.ts': 'if (/^(会|自己|団体)/.test(item)) return proposer' },
      {
        'src/modules/projects/views/beginning.ts': `const found = answers.find(({ question }) => question.key === 'purpose')`,
      },
      {
        'src/modules/projects/views/beginning.ts': `const keys = ['purpose', 'aim', 'why']; keys.includes(question.key)`,
      },
    ],
    keeps: {
      'src/modules/agreements/actions/carry.ts': `const purpose = answerMeaning(sheet, answers, 'purpose')`,
      'src/modules/projects/views/beginning.ts': `const at = questions.find(({ question }) => question.key === key)`,
      'src/modules/projects/actions/sources.ts': 'const year = /年度(末|中)?$/.test(words)',
    },
  },
  {
    name: 'only doors pass on everything',
    check: ({ sources }) =>
      sources
        .filter(({ path }) => !/\/index\.ts$/.test(path))
        .flatMap((one) => lines(one, /^export \* from/, 'name what is passed on')),
    breaks: [{ 'src/platform/web/all.ts': `export * from './page.ts'` }],
    keeps: { 'src/platform/web/index.ts': `export * from './page.ts'` },
  },
  {
    name: 'what platform and ui offer says in a sentence what it is',
    check: ({ sources }) =>
      offered(sources).flatMap(({ source, names }) =>
        source.tree.statements
          .filter((node) => lacksDocstring(node) && (names === 'all' || names.has(nameOf(node))))
          .map((node) => `${source.path}:${lineOf(source, node)}: ${nameOf(node)} needs a docstring`),
      ),
    breaks: [
      { 'src/platform/env.ts': 'export function today() {}' },
      {
        'src/platform/web/page.ts': 'export function definePage() {}',
        'src/platform/web/index.ts': `export { definePage, type Page } from './page.ts'`,
      },
      {
        'src/ui/text/badge.tsx': 'export function Badge() {}',
        'src/ui/index.ts': `export * from './text/badge.tsx'`,
      },
    ],
    keeps: {
      'src/platform/env.ts': '/** The day it is in Japan. */\nexport function today() {}\nfunction secret() {}',
      'src/platform/web/read.ts': 'export function insideWebAlone() {}',
      'src/platform/web/index.ts': `export { page } from './page.ts'`,
    },
  },
]

/** A pattern of words with which people name the city or themselves. */
function guessesSide(node: ts.Node): boolean {
  return ts.isRegularExpressionLiteral(node) && /市|区|行政|当会|本会|団体|自己|補助|委託|助成|会費/.test(node.text)
}

/** A comparison of a charter's question with the key that one city gave it. */
function guessesQuestion(node: ts.Node): boolean {
  const isKey = (one: ts.Node | undefined) => one !== undefined && /\bquestion\.key$/.test(one.getText())
  if (ts.isBinaryExpression(node))
    return isKey(node.left) && ts.isStringLiteralLike(node.right) && /^[!=]==?$/.test(node.operatorToken.getText())
  return (
    ts.isCallExpression(node) && /\.(includes|indexOf)$/.test(node.expression.getText()) && isKey(node.arguments[0])
  )
}

/** A lone slash is an address only in a link. */
function isAddress(text: string, node: ts.Node): boolean {
  return /^\/[a-z:]/i.test(text) || (text === '/' && (ts.isTemplateHead(node) || ts.isJsxAttribute(node.parent)))
}

/** The exports that others may use: all of a one-file part, and those that the door of a larger part passes on. */
type Offered = { source: Source; names: Set<string> | 'all' }

function offered(sources: Source[]): Offered[] {
  const ours = sources.filter(
    (one) => /^src\/(platform|site|ui)\//.test(one.path) && shipped(one) && /\.tsx?$/.test(one.path),
  )
  return ours.map((source): Offered => {
    const door = ours.find(
      ({ path }) => path === source.path.replace(/^(src\/(?:platform\/[^/]+|site|ui))\/.*$/, '$1/index.ts'),
    )
    if (!door || door === source) return { source, names: 'all' }
    const passed = door.imports.filter(({ to }) => to === source.path)
    if (passed.some(({ names }) => names.length === 0)) return { source, names: 'all' }
    return { source, names: new Set(passed.flatMap(({ names }) => names)) }
  })
}

function nameOf(node: ts.Statement): string {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations[0]?.name.getText() ?? ''
  return ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) ? (node.name?.text ?? '') : ''
}

function lacksDocstring(node: ts.Statement): boolean {
  const owes = ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isVariableStatement(node)
  if (!owes || !ts.getModifiers(node)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword)) return false
  return !ts.getJSDocCommentsAndTags(node).length && !isExamples(node)
}

/** A component's examples explain themselves. */
function isExamples(node: ts.Statement): boolean {
  return ts.isVariableStatement(node) && node.declarationList.declarations[0]?.name.getText() === 'examples'
}

function lineOf(source: Source, node: ts.Node): number {
  return source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
}

/** The calls of a file: the called name, and the first argument when it is plain text. */
export function* calls(source: Source): Generator<{ name: string; argument: string; line: number }> {
  for (const node of nodes(source.tree)) {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) continue
    const [first] = node.arguments
    if (first && ts.isStringLiteralLike(first))
      yield { name: node.expression.name.text, argument: first.text, line: lineOf(source, node) }
  }
}
