import { isTest, type Rule } from './source.ts'

/** The names a module's files may have; see docs/decisions and CONTRIBUTING for what each holds. */
const NAMES =
  /^(urls|tables|lifecycle|rules|forms|queries|actions|jobs|seeds|words|letters|index)\.ts$|^outputs\.tsx?$|^(views|routes)\.tsx$|^published\.sql$/
/** The one way to grow: a room that became too full is a folder of its name, a file per page, verb or noun. */
const GROWN = /^((views|routes)\/[a-z0-9-]+\.tsx?|(actions|queries|forms|words)\/[a-z0-9-]+\.ts)$/
/** The charter's schema is as large as the charter, and its documents are read with their lines: for this module alone. */
const CHARTERS = /^(schema\.ts|(schema|documents)\/[a-z0-9-]+\.ts)$/
/** A kind of question is a file: the engine grows by kinds, and this module alone has them. */
const QUESTIONNAIRES = /^(questionnaire\.ts|kinds\/[a-z0-9-]+\.tsx?)$/

export const places: Rule[] = [
  {
    name: 'src holds modules, platform, site, ui and commands, and the three files that put them together',
    check: ({ sources }) =>
      sources
        .filter(
          ({ path }) =>
            !/^src\/((main|modules)\.ts|app\.tsx|(modules|platform|site|ui|commands)\/.+|[a-z]+\.test\.tsx?)$/.test(
              path,
            ),
        )
        .map(({ path }) => `${path}: not a place of the house`),
    breaks: [{ 'src/helpers.ts': '' }, { 'src/services/mail.ts': '' }],
    keeps: { 'src/app.tsx': '', 'src/site/frame.tsx': '', 'src/ui/text/badge.tsx': '', 'src/modules.ts': '' },
  },
  {
    name: 'every file lies at most three folders deep',
    check: ({ sources }) =>
      sources.filter(({ path }) => path.split('/').length > 5).map(({ path }) => `${path}: too deep`),
    breaks: [{ 'src/modules/proposals/views/edit/page.tsx': '' }],
    keeps: { 'src/modules/proposals/views/edit.tsx': '' },
  },
  {
    name: 'no folder or file is named after nothing in particular',
    check: ({ sources }) =>
      sources
        .filter(({ path }) => /\/((libs?|common|shared|services?)\/|(utils?|helpers?|misc)(\/|\.))/.test(path))
        .map(({ path }) => `${path}: find its noun`),
    breaks: [
      { 'src/platform/utils/dates.ts': '' },
      { 'src/ui/helpers.tsx': '' },
      { 'src/platform/common/time.ts': '' },
    ],
    keeps: { 'src/platform/env.ts': '' },
  },
  {
    name: 'files are named in kebab-case',
    check: ({ sources }) =>
      sources
        .filter(
          ({ path }) =>
            !/^[a-z0-9]+(-[a-z0-9]+)*(\.(client|test))?\.(ts|tsx|css|sql|typ)$/.test(path.split('/').at(-1)!),
        )
        .map(({ path }) => `${path}: not kebab-case, or of a kind that does not belong here`),
    breaks: [
      { 'src/ui/form/DateField.tsx': '' },
      { 'src/ui/form/date_field.tsx': '' },
      { 'src/platform/web/page.js': '' },
    ],
    keeps: { 'src/ui/form/date-field.client.ts': '', 'src/ui/form/date-field.css': '' },
  },
  {
    name: 'a module uses the names of the anatomy and no others',
    check: ({ sources }) =>
      sources.flatMap(({ path }) => {
        const [, module, rest] = /^src\/modules\/([^/]+)\/(.+)$/.exec(path) ?? []
        if (!module || !rest) return path.startsWith('src/modules/') ? [`${path}: not in a module`] : []
        const name = isTest(path) ? rest.replace(/\.test\.tsx?$/, path.endsWith('x') ? '.tsx' : '.ts') : rest
        const known =
          NAMES.test(name) ||
          GROWN.test(name) ||
          (module === 'charters' && CHARTERS.test(name)) ||
          (module === 'questionnaires' && QUESTIONNAIRES.test(name))
        const testOfOther =
          isTest(path) &&
          [NAMES, GROWN].some(
            (names) => names.test(name.replace(/\.tsx?$/, '.tsx')) || names.test(name.replace(/\.tsx?$/, '.ts')),
          )
        return known || testOfOther ? [] : [`${path}: not a name of the anatomy`]
      }),
    breaks: [
      { 'src/modules/proposals/service.ts': '' },
      { 'src/modules/proposals/tables/one.ts': '' },
      { 'src/modules/proposals/rules/show.ts': '' },
      { 'src/modules/proposals/schema.ts': '' },
      { 'src/modules/proposals/kinds/text.tsx': '' },
      { 'src/modules/proposals/everything.test.ts': '' },
      { 'src/modules/stray.ts': '' },
    ],
    keeps: {
      'src/modules/proposals/actions.ts': '',
      'src/modules/proposals/actions/submit.ts': '',
      'src/modules/proposals/queries/lists.ts': '',
      'src/modules/proposals/routes/verbs.tsx': '',
      'src/modules/proposals/routes.test.tsx': '',
      'src/modules/proposals/actions.test.tsx': '',
      'src/modules/charters/schema/money.ts': '',
      'src/modules/questionnaires/kinds/text.tsx': '',
    },
  },
  {
    name: 'what runs in the browser lies beside its component',
    check: ({ sources }) =>
      sources
        .filter(({ path }) => path.endsWith('.client.ts') && !path.startsWith('src/ui/'))
        .map(({ path }) => `${path}: belongs in src/ui`),
    breaks: [{ 'src/modules/proposals/autosave.client.ts': '' }],
    keeps: { 'src/ui/form/autosave.client.ts': '' },
  },
]
