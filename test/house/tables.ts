import ts from 'typescript'
import { type House, isTest, moduleOf, nodes, type Rule, rank, type Source } from './source.ts'
import { calls } from './words.ts'

const WRITES = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto'])
const READS = new Set(['selectFrom', 'innerJoin', 'leftJoin', 'rightJoin', 'fullJoin', 'using'])

/** Table → the module whose tables.ts declares it. */
function owners({ sources }: House): Map<string, string> {
  const declared = sources.filter(({ path }) => /^src\/modules\/[^/]+\/tables\.ts$/.test(path))
  return new Map(
    declared.flatMap((source) => tableNames(source).map((name) => [name, moduleOf(source.path)!] as const)),
  )
}

/** The members of the `Tables` interface that a file declares. */
function tableNames(source: Source): string[] {
  return [...nodes(source.tree)]
    .filter((node) => ts.isInterfaceDeclaration(node) && node.name.text === 'Tables')
    .flatMap((node) => (node as ts.InterfaceDeclaration).members)
    .map((member) =>
      member.name && ts.isStringLiteral(member.name) ? member.name.text : (member.name?.getText() ?? ''),
    )
}

/** Tables that every module may query directly: the register of parties. */
const REGISTER = new Set(['parties'])

/** Statements that begin at a table: `db.selectFrom('proposals')`, without the joins and subqueries of others. */
function beginnings(house: House) {
  return house.sources
    .filter(({ path }) => moduleOf(path) && !isTest(path) && /\.tsx?$/.test(path))
    .flatMap((source) =>
      [...nodes(source.tree)].flatMap((node) => {
        if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return []
        const { name, expression } = node.expression
        const [first] = node.arguments
        if (
          name.text !== 'selectFrom' ||
          !/^(db|tx)$/.test(expression.getText()) ||
          !first ||
          !ts.isStringLiteral(first)
        )
          return []
        const line = source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
        return [{ source, line, table: first.text.split(' ')[0]! }]
      }),
    )
}

function uses(house: House, kinds: Set<string>, raw: RegExp) {
  return house.sources
    .filter(({ path }) => moduleOf(path) && !isTest(path) && /\.tsx?$/.test(path))
    .flatMap((source) => [
      ...[...calls(source)]
        .filter(({ name }) => kinds.has(name))
        .map(({ argument, line }) => ({ source, line, table: argument.split(' ')[0]! })),
      ...rawUses(source, raw),
    ])
}

/** Whether the node is raw SQL: in a statement, or in what a module attests, where it has no tag. */
function isSql({ path }: Source, node: ts.Node): boolean {
  if (ts.isTaggedTemplateExpression(node)) return /^sql\b/.test(node.tag.getText())
  return path.endsWith('/attested.ts') && (ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node))
}

/** Table names in raw SQL. */
function rawUses(source: Source, raw: RegExp) {
  return [...nodes(source.tree)]
    .filter((node) => isSql(source, node))
    .flatMap((node) =>
      [...node.getText().matchAll(raw)].map((match) => ({
        source,
        line: source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1,
        table: match[1]!,
      })),
    )
}

const RAW_WRITE =
  /\b(?:insert\s+into|(?<!do\s+|for\s+|for no key\s+)update(?:\s+only)?|delete\s+from|merge\s+into)\s+([a-z_][a-z0-9_.]*)/gi
const RAW_READ = /\b(?:from|join)\s+(?:public\.)?([a-z_][a-z0-9_.]*)/gi

export const tables: Rule[] = [
  {
    name: 'a module writes only its own tables',
    check: (house) => {
      const owner = owners(house)
      return uses(house, WRITES, RAW_WRITE)
        .filter(({ source, table }) => owner.get(table) !== moduleOf(source.path))
        .map(
          ({ source, line, table }) =>
            `${source.path}:${line}: writes ${table}, which is not declared in its own tables.ts`,
        )
    },
    breaks: [
      {
        'src/modules/proposals/tables.ts': `declare module '../../platform/db/tables.ts' { interface Tables { proposals: P } }`,
        'src/modules/projects/actions.ts': `await tx.updateTable('proposals').set({ state: 'adopted' }).execute()`,
      },
      { 'src/modules/projects/actions.ts': `await sql\`delete from proposals where id = \${id}\`.execute(tx)` },
      { 'src/modules/projects/actions.ts': `await tx.insertInto('events').values(row).execute()` },
    ],
    keeps: {
      'src/modules/proposals/tables.ts': `declare module '../../platform/db/tables.ts' { interface Tables { proposals: P; 'published.proposals': P } }`,
      'src/modules/proposals/actions.ts':
        "await tx.insertInto('proposals').values(row).execute()\nawait sql`select from proposals for update`.execute(tx)",
    },
  },
  {
    name: 'a module reads no tables of the modules below it',
    check: (house) => {
      const owner = owners(house)
      return uses(house, READS, RAW_READ)
        .filter(({ source, table }) => rank(house, owner.get(table)) > rank(house, moduleOf(source.path)))
        .map(
          ({ source, line, table }) =>
            `${source.path}:${line}: reads ${table} of ${owner.get(table)}, which stands below`,
        )
    },
    breaks: [
      {
        'src/modules/projects/tables.ts': `declare module '../../platform/db/tables.ts' { interface Tables { projects: P } }`,
        'src/modules/proposals/queries.ts': `db.selectFrom('projects as p').selectAll()`,
      },
      {
        'src/modules/projects/tables.ts': `declare module '../../platform/db/tables.ts' { interface Tables { 'published.projects': P } }`,
        'src/modules/proposals/queries.ts': 'sql`select 1 from published.projects`',
      },
      {
        'src/modules/projects/tables.ts': `declare module '../../platform/db/tables.ts' { interface Tables { projects: P } }`,
        'src/modules/proposals/attested.ts': 'const rows = `select id from public.projects`',
      },
    ],
    keeps: {
      'src/modules/proposals/tables.ts': `declare module '../../platform/db/tables.ts' { interface Tables { proposals: P } }`,
      'src/modules/projects/queries.ts': `db.selectFrom('proposals').innerJoin('projects as p', 'p.id', 'proposals.id')`,
    },
  },
  {
    name: 'a module asks for the rows of another through its door',
    check: (house) => {
      const owner = owners(house)
      return beginnings(house)
        .filter(({ source, table }) => {
          const theirs = owner.get(table)
          if (!theirs || table.startsWith('published.')) return false
          return theirs !== moduleOf(source.path) && !REGISTER.has(theirs)
        })
        .map(({ source, line, table }) => `${source.path}:${line}: begins at ${table} of ${owner.get(table)}`)
    },
    breaks: [
      {
        'src/modules/proposals/tables.ts': `declare module '../../platform/db/tables.ts' { interface Tables { proposals: P } }`,
        'src/modules/projects/queries.ts': `db.selectFrom('proposals as p').selectAll()`,
      },
      {
        'src/modules/agreements/tables.ts': `declare module '../../platform/db/tables.ts' { interface Tables { agreements: A } }`,
        'src/modules/projects/actions/enter.ts': `tx.selectFrom('agreements').select('id')`,
      },
    ],
    keeps: {
      'src/modules/parties/tables.ts': `declare module '../../platform/db/tables.ts' { interface Tables { parties: P } }`,
      'src/modules/proposals/tables.ts': `declare module '../../platform/db/tables.ts' { interface Tables { proposals: P; 'published.proposals': P } }`,
      'src/modules/projects/tables.ts': `declare module '../../platform/db/tables.ts' { interface Tables { projects: P } }`,
      'src/modules/projects/queries.ts':
        "db.selectFrom('projects as p').innerJoin('proposals as o', 'o.id', 'p.proposal_id')\ndb.selectFrom('published.proposals')\ndb.selectFrom('parties')",
    },
  },
]
