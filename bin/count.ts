// Reads what Vitest wrote about a run, and counts.
import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'

export interface Tally {
  passed: number
  failed: number
}

/** What one run of Vitest said: its counts, and the tests it skipped. */
export interface TestReport extends Tally {
  skipped: string[]
  ran: string[]
}

interface VitestJson {
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: { fullName: string; status: string }[]
  }[]
}

/**
 * Counts the tests in Vitest's JSON. A file that could not be loaded, a run that crashed and a run without a single
 * test each count as one failure: nothing that went wrong may look like nothing at all.
 */
export function readReport(file: string, exitCode: number, root: string): TestReport {
  const report: TestReport = { passed: 0, failed: 0, skipped: [], ran: [] }
  const results = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as VitestJson).testResults : []
  for (const result of results) {
    const failedBefore = report.failed
    for (const test of result.assertionResults) {
      const name = `${relative(root, result.name)} › ${test.fullName}`
      if (test.status === 'passed') report.passed++
      else if (test.status === 'failed') report.failed++
      else report.skipped.push(name)
      if (test.status === 'passed' || test.status === 'failed') report.ran.push(name)
    }
    if (result.status === 'failed' && report.failed === failedBefore) report.failed++
  }
  if (report.failed === 0 && (exitCode !== 0 || report.passed === 0)) report.failed++
  return report
}

/** Tests that were skipped wherever they were met: they look like tests and check nothing. */
export function neverRun(reports: TestReport[]): string[] {
  const ran = new Set(reports.flatMap((report) => report.ran))
  return [...new Set(reports.flatMap((report) => report.skipped))].filter((name) => !ran.has(name)).sort()
}
