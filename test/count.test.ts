import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { neverRun, readReport } from '../bin/count.ts'

const folder = mkdtempSync(join(tmpdir(), 'tomoni-count-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The output of Vitest for these tests in one file. */
function report(tests: Record<string, string>, exitCode = 0, status = 'passed') {
  const file = join(folder, 'report.json')
  const assertionResults = Object.entries(tests).map(([fullName, one]) => ({ fullName, status: one }))
  writeFileSync(file, JSON.stringify({ testResults: [{ name: '/house/a.test.ts', status, assertionResults }] }))
  return readReport(file, exitCode, '/house')
}

describe('the count at the end', () => {
  it('is what passed and what failed; what was skipped is neither', () => {
    expect(report({ a: 'passed', b: 'failed', c: 'skipped', d: 'todo' }, 1)).toMatchObject({ passed: 1, failed: 1 })
  })

  it('says a failure for a file that could not be loaded', () => {
    expect(report({}, 1, 'failed')).toMatchObject({ passed: 0, failed: 1 })
  })

  it('says a failure for a run that passed every test and still ended badly', () => {
    expect(report({ a: 'passed' }, 1)).toMatchObject({ passed: 1, failed: 1 })
  })

  it('says a failure for a run that crashed before it wrote anything, and for one without a test', () => {
    expect(readReport(join(folder, 'missing.json'), 0, '/house')).toMatchObject({ passed: 0, failed: 1 })
    expect(report({ a: 'skipped' })).toMatchObject({ passed: 0, failed: 1 })
  })

  it('names the tests that ran nowhere, and not those that ran on the other database', () => {
    const embedded = report({ 'needs a server': 'skipped', 'needs a miracle': 'skipped', plain: 'passed' })
    const server = report({ 'needs a server': 'passed', 'needs a miracle': 'pending', plain: 'passed' })
    expect(neverRun([embedded, server])).toEqual(['a.test.ts › needs a miracle'])
  })
})
