import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')

interface Listed {
  number: number
  tests: { file: string; name: string }[]
}

/** The classes of a list of attacks, each with the tests that it names. */
function listed(text: string): Listed[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => ({
      number: Number.parseInt(section, 10),
      tests: [...section.matchAll(/^- `([^`]+)`: (.+)$/gm)].map(([, file, name]) => ({ file: file!, name: name! })),
    }))
}

const classes = listed(read('docs/attacks.md'))

/** The named tests that do not exist. */
function untrue(list: Listed[]): string[] {
  return list.flatMap(({ number, tests }) =>
    tests.filter(({ file, name }) => !isIn(file, name)).map(({ file, name }) => `${number} ${file}: ${name}`),
  )
}

function isIn(file: string, name: string): boolean {
  try {
    return ["'", '"', '`'].some((quote) => read(file).includes(quote + name + quote))
  } catch {
    return false
  }
}

test('each of the thirty-four classes has a test', () => {
  expect(classes.map(({ number }) => number)).toEqual(Array.from({ length: 34 }, (_, at) => at + 1))
  expect(classes.filter(({ tests }) => tests.length === 0)).toEqual([])
})

test('every test that is named is there', () => {
  expect(untrue(classes)).toEqual([])
})

test('a test that is not there would be seen', () => {
  const invented = listed(
    '## 1 · x\n\n- `test/attacks/list.test.ts`: a test of another name\n- `test/nowhere.test.ts`: x\n',
  )
  expect(untrue(invented)).toHaveLength(2)
})

test('every file of attacks stands in the list', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts') && name !== 'list.test.ts')
  const named = new Set(classes.flatMap(({ tests }) => tests.map(({ file }) => file)))
  expect(files.filter((name) => !named.has(`test/attacks/${name}`))).toEqual([])
})
