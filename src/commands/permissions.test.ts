import { expect, test } from 'vitest'
import { modules } from '../modules.ts'
import { permissionsMd } from './permissions.ts'

const table = permissionsMd()
const [head] = table.match(/^\| ページ \|.*$/m)!
const columns = head!.split(' | ').map((one) => one.replaceAll(/[| ]/g, ''))
const rowOf = (pattern: string) => table.split('\n').find((line) => line.startsWith(`| \`${pattern}\` |`))!
const may = (pattern: string, role: string) => rowOf(pattern).split('|')[columns.indexOf(role) + 1]!.trim() === '○'

test('nobody who is not signed in may do anything that is guarded', () => {
  const guarded = modules.flatMap(({ routes = {} }) => Object.entries(routes).filter(([, { who }]) => who !== 'anyone'))
  expect(guarded.length).toBeGreaterThan(50)
  for (const [pattern] of guarded) expect(may(pattern, 'だれでも'), pattern).toBe(false)
})

test('every guarded page is for somebody: a rule that says no to all was asked wrongly', () => {
  const rows = table.split('\n').filter((line) => line.startsWith('| `'))
  for (const row of rows) expect(row).toContain('○')
})

test.each([
  ['/:city/proposals/:ref/withdrawal', '団体の代表者', true],
  ['/:city/proposals/:ref/withdrawal', 'ほかの団体', false],
  ['/:city/proposals/:ref/decision', '団体の代表者', false],
  ['/:city/agreements/:ref/signature', '団体の署名者', true],
  ['/:city/agreements/:ref/signature', '管理者', false],
  ['/:city/projects/:ref/evaluations/:year/answer', '団体の代表者', true],
  ['/:city/projects/:ref/evaluations/:year/answer', 'ほかの課', false],
  ['/:city/admin/record', '協働の担当課', false],
  ['/:city/admin/record', '管理者', true],
])('on %s: %s %s', (pattern, role, expected) => {
  expect(may(pattern, role)).toBe(expected)
})
