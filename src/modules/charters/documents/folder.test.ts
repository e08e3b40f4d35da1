import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readFolder } from './folder.ts'
import { describeProblems } from './problem.ts'
import { inBoth } from './wording.ts'

const Town = z.strictObject({
  name: z.string(),
  code: z.string().regex(/^\d+$/, inBoth('数字で書いてください', 'use digits')),
  wards: z.array(z.strictObject({ key: z.string(), size: z.int().min(1), kind: z.enum(['old', 'new']) })),
})

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

function problemsOf(files: Record<string, string>) {
  const read = readFolder(folderOf(files), Town)
  return 'problems' in read ? read.problems : []
}

const wards = 'wards:\n  - key: a\n    size: 1\n    kind: old\n'

describe('a person who writes a document in several files', () => {
  test('is told that an empty folder holds nothing', () => {
    expect(problemsOf({})[0]?.ja).toContain('YAML ファイルがありません')
  })

  test('is told the file and line of a part that is missing, and what it should be', () => {
    const [problem] = problemsOf({
      'a.yaml': 'name: みどり市\ncode: "12"\n',
      'b.yaml': 'wards:\n  - key: a\n    kind: old\n',
    })
    expect(problem).toMatchObject({ line: 2, path: 'wards[0].size' })
    expect(problem?.file).toMatch(/b\.yaml$/)
    expect(problem?.ja).toBe('「size」がありません。数で書いてください')
    expect(problem?.en).toBe('"size" is missing; give a number')
  })

  test('is told to put quotes around a code that YAML reads as a number', () => {
    const [problem] = problemsOf({ 'a.yaml': `name: みどり市\ncode: 12\n${wards}` })
    expect(problem?.line).toBe(2)
    expect(problem?.ja).toContain('引用符')
  })

  test('reads the sentence of the schema in both languages', () => {
    const [problem] = problemsOf({ 'a.yaml': `name: みどり市\ncode: "x"\n${wards}` })
    expect(problem).toMatchObject({ ja: '数字で書いてください', en: 'use digits' })
  })

  test('is shown which words are allowed', () => {
    const [problem] = problemsOf({ 'a.yaml': `name: x\ncode: "1"\n${wards.replace('old', 'odd')}` })
    expect(problem).toMatchObject({ line: 6, path: 'wards[0].kind' })
    expect(problem?.en).toContain('old, new')
  })

  test('is told the line of a name that is not known', () => {
    const [problem] = problemsOf({ 'a.yaml': `name: x\ncode: "1"\n${wards}    colour: red\n` })
    expect(problem).toMatchObject({ line: 7, path: 'wards[0].colour' })
  })

  test('cannot write the same part in two files', () => {
    const [problem] = problemsOf({ 'a.yaml': `name: x\ncode: "1"\n${wards}`, 'b.yaml': '# again\nname: y\n' })
    expect(problem).toMatchObject({ line: 2, path: 'name' })
    expect(problem?.ja).toContain('a.yaml にもあります')
  })

  test('cannot write the same name twice in a block', () => {
    const [problem] = problemsOf({ 'a.yaml': 'name: x\nname: y\n' })
    expect(problem).toMatchObject({ line: 2, ja: '同じ名前が2回書かれています' })
  })

  test('is told the line where the YAML breaks', () => {
    const [problem] = problemsOf({ 'a.yaml': 'name: x\ncode: [1\n' })
    expect(problem?.ja).toContain('YAML として読めません')
    expect(problem?.line).toBeGreaterThanOrEqual(2)
  })

  test('is told when a file is a bare list', () => {
    expect(problemsOf({ 'a.yaml': '- 1\n' })[0]?.en).toContain('"name: value"')
  })

  test('gets the value when all is well, and problems read as text', () => {
    const read = readFolder(folderOf({ 'a.yaml': 'name: x\ncode: "1"\n', 'b.yaml': wards }), Town)
    expect(read).toMatchObject({ value: { name: 'x', wards: [{ size: 1 }] }, files: ['a.yaml', 'b.yaml'] })
    expect(describeProblems([{ file: 'a.yaml', line: 3, path: 'name', ja: '日本語', en: 'English' }])).toBe(
      'a.yaml:3  name\n  日本語\n  English',
    )
  })
})
