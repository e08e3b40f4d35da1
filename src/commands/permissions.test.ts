import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { modules } from '../modules.ts'

// As fresh as the rules: see test/permissions.test.ts.
const table = readFileSync('docs/generated/permissions.md', 'utf8')
const [head] = table.match(/^\| ページ \|.*$/m)!
const columns = head!.split(' | ').map((one) => one.replaceAll(/[| ]/g, ''))
const rowOf = (pattern: string) => table.split('\n').find((line) => line.startsWith(`| \`${pattern}\` |`))!
const may = (pattern: string, role: string) => rowOf(pattern).split('|')[columns.indexOf(role) + 1]!.trim() === '○'

test('nobody who is not signed in may do anything that is guarded', () => {
  const guarded = modules.flatMap(({ routes = {} }) => Object.entries(routes).filter(([, { who }]) => who !== 'anyone'))
  expect(guarded.length).toBeGreaterThan(50)
  for (const [pattern] of guarded) expect(may(pattern, 'だれでも'), pattern).toBe(false)
})

/** The acts that are possible on none of the demonstration's two days. This list only becomes shorter. */
const HOLES = [
  // No department has a change that waits for its day, and none has ended.
  '/:city/groups/:number/change/drop',
  '/:city/groups/:number/restore',
  // The groups exist before the year begins; no verb registered or revised them.
  '/:city/groups/:number/acts/:entry',
  // No group's own paper about its registration has come.
  '/files/:city/:id/:name（party）',
  // No message has an attachment.
  '/files/:city/:id/:name（proposal-message）',
  // No amendment is being written.
  '/:city/agreements/:ref/amendment-withdrawal',
  // Its address also names a party.
  '/:city/agreements/:ref/letter.pdf',
  // No project has a form that asks for a step before its decision.
  '/:city/projects/:ref/steps/:step',
  // No evaluation is open after its day.
  '/:city/projects/:ref/evaluations/:year/closing',
  // No administrator has invited anybody.
  '/:city/admin/people/:person/acts/:entry',
]

test('every page is for somebody, but for what the demonstration does not show', () => {
  const rows = table.split('\n').filter((line) => line.startsWith('| `'))
  const forNobody = rows.filter((row) => !row.includes('○')).map((row) => row.split(' | ')[0]!.replaceAll(/[|` ]/g, ''))
  expect(forNobody).toEqual(HOLES)
})

test('an administrator of accounts may do no act that a person without any part in the city may not, but administer', () => {
  const acts = modules.filter(({ name }) => name !== 'admin').flatMap(({ actions = [] }) => actions)
  const asked = acts.filter(({ pattern, byClock }) => !byClock && rowOf(pattern))
  expect(asked.length).toBeGreaterThan(50)
  const done = asked.filter(({ pattern }) => may(pattern, '管理者') && !may(pattern, 'サインインした方'))
  expect(done.map(({ pattern }) => pattern)).toEqual([])
})

test.each([
  ['/:city/proposals/:ref/withdrawal', '団体の代表者', true],
  ['/:city/proposals/:ref/withdrawal', 'ほかの団体', false],
  ['/:city/proposals/:ref/decision', '団体の代表者', false],
  ['/:city/proposals/:ref/decision', '協働の担当課', true],
  ['/:city/proposals/:ref/decision', '管理者', false],
  ['/:city/agreements/:ref/signature', '団体の署名者', true],
  ['/:city/agreements/:ref/signature', '管理者', false],
  ['/:city/projects/:ref/evaluations/:year/answer', '団体の代表者', true],
  ['/:city/projects/:ref/evaluations/:year/answer', 'ほかの課', false],
  ['/:city/admin/record', '協働の担当課', false],
  ['/:city/admin/record', '管理者', true],
])('on %s: %s %s', (pattern, role, expected) => {
  expect(may(pattern, role)).toBe(expected)
})
