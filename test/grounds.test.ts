import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { settings } from '../demo/cast.ts'
import { stepsTo } from '../src/modules/charters/charter/places.ts'
import { type Charter, groundLabel } from '../src/modules/charters/index.ts'
import { isTest, moduleOf, nodes, readHouse, type Source } from './house/source.ts'
import { charterOf } from './rounds.ts'

const charters = settings.map(({ slug }) => charterOf(`charters/${slug}`))

/** The functions that make rulings, with the number of arguments before the grounds. */
const RULINGS: Record<string, number> = { allow: 0, deny: 1, notNow: 1 }

/** The grounds that a file names, with `*` for an inserted key. */
function groundsIn(source: Source): string[] {
  const constants = new Map<string, ts.Expression>()
  const found: string[] = []
  const rulings = source.imports.flatMap(({ to, names }) => (to === 'src/platform/ruling.ts' ? names : []))
  for (const node of nodes(source.tree)) {
    if (ts.isVariableDeclaration(node) && node.initializer) constants.set(node.name.getText(), node.initializer)
    if (!ts.isCallExpression(node)) continue
    const before = RULINGS[node.expression.getText()]
    if (before === undefined || !rulings.includes(node.expression.getText())) continue
    for (const one of node.arguments.slice(before)) found.push(...written(one, constants, source))
  }
  return found
}

function written(node: ts.Expression, constants: Map<string, ts.Expression>, source: Source): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isTemplateExpression(node))
    return [node.head.text + node.templateSpans.map(({ literal }) => `*${literal.text}`).join('')]
  if (ts.isConditionalExpression(node))
    return [...written(node.whenTrue, constants, source), ...written(node.whenFalse, constants, source)]
  const constant = constants.get(node.getText())
  if (constant) return written(constant, constants, source)
  throw new Error(`${source.path}: write the ground \`${node.getText()}\` as a text or a constant of this file.`)
}

/** The charter entries that a ground may mean: each entry of a list for its `*`. */
function placesOf(charter: Charter, ground: string): string[] {
  const [before, ...after] = ground.split('*')
  if (after.length === 0) return stepsTo(charter, ground) ? [ground] : []
  const list = stepsTo(charter, (before ?? '').replace(/\.$/, ''))?.at(-1)?.value
  const keys = Array.isArray(list) ? list.map(({ key }) => String(key)) : []
  return keys.flatMap((key) => placesOf(charter, before + key + after.join('*')))
}

const files = readHouse(join(import.meta.dirname, '..')).sources.filter(({ path }) => moduleOf(path) && !isTest(path))
const named = [...new Set(files.flatMap(groundsIn))].sort()

test('rulings name the entries of the charter that they rest on', () => {
  expect(named).toContain('programmes.*.decisions')
  expect(named).toContain('evaluation.sides')
  expect(named).toContain('timeLimit')
})

test.each(named)('%s is an entry of the charter with a name and an origin that a clerk understands', (ground) => {
  const places = charters.flatMap((charter) => placesOf(charter, ground).map((place) => ({ charter, place })))
  expect(places.length, 'some charter must have it').toBeGreaterThan(0)
  for (const { charter, place } of places)
    for (const lang of ['ja', 'easy', 'en'] as const) {
      const text = groundLabel(charter, place, lang)
      const around = groundLabel(charter, place.replace(/\.[^.]+$/, ''), lang)
      expect(text, `${charter.city.slug}: ${place}`).not.toBe(place)
      expect(text).not.toMatch(/undefined|^ › | › {2}/)
      if (place.includes('.')) expect(text.split(' › ').length).toBe(around.split(' › ').length + 1)
    }
})

test('in Japanese each says where it comes from, unless the list is empty', () => {
  for (const charter of charters)
    for (const place of named.flatMap((ground) => placesOf(charter, ground))) {
      const entries = stepsTo(charter, place)?.at(-1)?.value
      if (Array.isArray(entries) && entries.length === 0) continue
      expect(groundLabel(charter, place)).toMatch(
        /　(出典: .+|文書から読み取ったもの|この仕組みの標準（市の文書には定めがありません）)$/,
      )
    }
})
