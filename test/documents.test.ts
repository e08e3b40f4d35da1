import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const documents = [
  ...readdirSync(root),
  ...readdirSync(join(root, 'docs'), { recursive: true }).map((name) => `docs/${name}`),
  ...readdirSync(join(root, 'changes')).map((name) => `changes/${name}`),
].filter((name) => name.endsWith('.md'))

const read = (name: string) => readFileSync(join(root, name), 'utf8')

/** The paths that a document writes as code, without a place left open, that lead nowhere. */
function deadPaths(text: string): string[] {
  return [...text.matchAll(/`((?:src|test|demo|charters|docs|bin|db)\/[\w./-]+)`/g)]
    .map((match) => match[1]!)
    .filter((path) => !existsSync(join(root, path)))
}

/** Links of a document to missing files of ours; other hosts are not requested. */
function deadLinks(name: string, text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1]!.replace(/#.*/, ''))
    .filter((to) => to && !/^[a-z]+:/.test(to))
    .filter((to) => !existsSync(join(root, dirname(name), to)))
}

describe('the documents', () => {
  it.each(documents)('%s leads only to files that are there', (name) => {
    expect(deadLinks(name, read(name))).toEqual([])
  })

  it.each(['CONTRIBUTING.md', 'README.md', 'STYLE.md', 'GLOSSARY.md', 'docs/generated/routes.md'])(
    '%s names only files that are there',
    (name) => {
      // The made-up page, migration and kind are examples of what is added.
      const examples = ['db/migrations/20261201T0930_proposals_add_theme.sql', 'src/modules/questionnaires/kinds/x.tsx']
      expect(deadPaths(read(name)).filter((path) => !examples.includes(path))).toEqual([])
    },
  )

  it('that led nowhere would be seen', () => {
    expect(deadLinks('README.md', 'see [there](docs/nowhere.md) and [here](STYLE.md#names)')).toEqual([
      'docs/nowhere.md',
    ])
    expect(deadPaths('see `src/modules/nowhere.ts` and `src/modules.ts`')).toEqual(['src/modules/nowhere.ts'])
  })

  it('keep to their length: a README of one screen, a style of under two hundred lines', () => {
    for (const name of ['README.md', 'README.ja.md'])
      expect(read(name).split('\n').length, name).toBeLessThanOrEqual(50)
    expect(read('STYLE.md').split('\n').length).toBeLessThan(200)
  })

  it('carry the licence whole', () => {
    expect(read('LICENSE')).toContain('GNU AFFERO GENERAL PUBLIC LICENSE')
    expect(read('LICENSE').length).toBeGreaterThan(34_000)
    expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).license).toBe('AGPL-3.0-or-later')
  })

  it('name every variable that an operator must set', async () => {
    const { EnvError, readEnv } = await import('../src/platform/env.ts')
    const asked = (() => {
      try {
        readEnv('production', {})
      } catch (error) {
        if (error instanceof EnvError) return error.problems.map((problem) => problem.variable)
      }
      return []
    })()
    expect(asked.length).toBeGreaterThan(3)
    for (const variable of asked) expect(read('docs/guide/install.md')).toContain(variable)
  })

  it('name no command that is not there', () => {
    const commands = [
      ...readFileSync(join(root, 'src/main.ts'), 'utf8').matchAll(/^ {2}'?([a-z]+(?: [a-z]+)?)'?: \(\) => import/gm),
    ].map((one) => one[1]!)
    expect(commands.length).toBeGreaterThan(5)
    const named = documents.flatMap((name) =>
      [...read(name).matchAll(/bin\/tomoni ([a-z]+(?: [a-z]+)?)/g)].map((one) => one[1]!),
    )
    for (const name of named)
      expect(
        commands.some((command) => `${name} `.startsWith(`${command} `)),
        name,
      ).toBe(true)
  })
})
