import { nounsOf } from './anatomy.ts'
import { isTest, type Rule } from './source.ts'

/** The names that a module's files may have; see CONTRIBUTING and the decision on verbs declared whole for their content. */
const NAMES =
  /^(urls|tables|lifecycle|may|queries|attested|events|jobs|writes|letters|words|index)\.ts$|^(subject|letters|outputs)\.tsx?$|^published\.sql$/
/** A room that became too full is a folder of its name, with a file per verb, page or part. */
const GROWN =
  /^(actions\/[a-z0-9-]+(\.page)?\.tsx?|(pages|parts|letters|outputs)\/[a-z0-9-]+\.tsx?|(queries|writes|words)\/[a-z0-9-]+\.ts)$/
const TOGETHER = /^(actions|pages)\.tsx?$/
/** A kind of question is read, drawn and printed in one file; other nouns have no markup. */
const DRAWN = ['kinds']

/** Whether the anatomy has this file name: a noun, a verb, a page or one of the fixed rooms. */
function isKnown(module: string, name: string): boolean {
  const [, first, rest] = /^([a-z-]+)(\/[a-z0-9-]+)?\.tsx?$/.exec(name) ?? []
  if (first && nounsOf(module).includes(first))
    return rest === undefined || name.endsWith('.ts') || DRAWN.includes(first)
  return NAMES.test(name) || GROWN.test(name)
}

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
            !/^[a-z0-9]+(-[a-z0-9]+)*(\.page)?(\.(client|test))?\.(ts|tsx|css|sql|typ)$/.test(path.split('/').at(-1)!),
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
        const known = isKnown(module, name)
        const testOfOther =
          isTest(path) &&
          ['.ts', '.tsx'].some((kind) => {
            const other = name.replace(/\.tsx?$/, kind)
            return isKnown(module, other) || TOGETHER.test(other)
          })
        return known || testOfOther ? [] : [`${path}: not a name of the anatomy`]
      }),
    breaks: [
      { 'src/modules/admin/service.ts': '' },
      { 'src/modules/admin/tables/one.ts': '' },
      { 'src/modules/admin/rules.ts': '' },
      { 'src/modules/admin/routes.tsx': '' },
      { 'src/modules/admin/forms/edit.ts': '' },
      { 'src/modules/admin/schema.ts': '' },
      { 'src/modules/admin/kinds/text.tsx': '' },
      { 'src/modules/charters/schema/money.tsx': '' },
      { 'src/modules/charters/views/show.tsx': '' },
      { 'src/modules/admin/everything.test.ts': '' },
      { 'src/modules/stray.ts': '' },
      { 'src/modules/agreements/rules.ts': '' },
      { 'src/modules/agreements/views/show.tsx': '' },
      { 'src/modules/agreements/actions.ts': '' },
      { 'src/modules/agreements/proposal.ts': '' },
      { 'src/modules/agreements/agreement/draft.tsx': '' },
      { 'src/modules/agreements/pages/show.page.tsx': '' },
      { 'src/modules/agreements/everything.test.ts': '' },
    ],
    keeps: {
      'src/modules/admin/actions/submit.ts': '',
      'src/modules/admin/queries/lists.ts': '',
      'src/modules/admin/actions.test.tsx': '',
      'src/modules/charters/schema/money.ts': '',
      'src/modules/charters/charter/scope.ts': '',
      'src/modules/questionnaires/kinds/text.tsx': '',
      'src/modules/agreements/agreement/text.ts': '',
      'src/modules/cities/city.ts': '',
      'src/modules/parties/party.ts': '',
      'src/modules/agreements/may.test.ts': '',
      'src/modules/agreements/attested.ts': '',
      'src/modules/agreements/subject.tsx': '',
      'src/modules/agreements/actions/sign.ts': '',
      'src/modules/agreements/actions/start.tsx': '',
      'src/modules/agreements/actions/sign.page.tsx': '',
      'src/modules/agreements/actions/sign.page.test.ts': '',
      'src/modules/agreements/pages/show.tsx': '',
      'src/modules/agreements/pages.test.tsx': '',
      'src/modules/agreements/parts/rows.tsx': '',
      'src/modules/agreements/writes.ts': '',
      'src/modules/agreements/jobs.ts': '',
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
