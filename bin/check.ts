// Every check, all of them even if one fails; the last line counts. `npm test -- types lint` runs only the steps named,
// `npm test -- quick` what answers while one works, `npm test -- long` what takes longer than everything else together.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { neverRun, readReport, type TestReport } from './count.ts'
import { type Machine, prepareMachine } from './machine.ts'
import { type Cluster, startCluster } from './postgres.ts'
import { sizesOf } from './sizes.ts'

interface Outcome {
  code: number
  output: string
}

const root = join(import.meta.dirname, '..')
const bin = join(root, 'node_modules', '.bin')
const scratch = mkdtempSync(join(tmpdir(), 'tomoni-check-'))
const wanted = stepsFor(process.argv.slice(2))
const began = Date.now()

/** The settings of whoever runs the checks are not the checks' business. */
const clean = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) =>
      !/^(DATABASE|TEST|S3|SMTP|MALLOC|npm)_|^(PORT|HOST|SECRET|ROLE|DATA_DIR|FILES_DIR|PUBLIC_URL|MAIL_FROM|NODE_ENV|FORCE_COLOR)$/.test(
        name,
      ),
  ),
)

let passed = 0
let failed = 0
const reports: TestReport[] = []
let machine: Machine | undefined
let cluster: Cluster | undefined
const running = new Set<ChildProcess>()

cleanUpAlways()
await step('machine', prepare)
// None of these keeps both cores busy by itself.
await Promise.all([
  step('types', () =>
    commands(
      ['tsc', '--pretty', 'false', '--noEmit', '-p', '.'],
      ['tsc', '--pretty', 'false', '--noEmit', '-p', 'tsconfig.client.json'],
    ),
  ),
  step('lint', () =>
    commands(['biome', 'ci', '--colors=off', ...(existsSync(join(root, '.git')) ? [] : ['--vcs-enabled=false'])]),
  ),
  step('unused', () => commands(['knip', '--no-progress'])),
  step('build', () => commands(['node', 'bin/build'])),
])
const filled = step('fill', () => commands(['node', 'test/journeys/fill.ts']))
const server = { TEST_DATABASE_URL: cluster?.url ?? 'missing', TEST_SUPERUSER_URL: cluster?.superuserUrl ?? 'missing' }
const journeys = { CHROMIUM: machine?.chromium ?? 'missing', ...server }
// The clock of the machine is another's on purpose: every date a person reads is Japan's, wherever the server stands.
const abroad = { TZ: 'America/New_York', ...server }
await tests('quick', 'vitest.config.ts', { TEST_SETS: 'both house', TZ: 'UTC' })
await tests('embedded', 'vitest.config.ts', { TEST_SETS: 'both slow embedded house', TZ: 'UTC' })
await tests('postgres', 'vitest.config.ts', { TEST_SETS: 'both slow server walks', ...abroad })
await filled
await tests('journeys', 'vitest.journeys.config.ts', journeys)
await tests('long', 'vitest.config.ts', { TEST_SETS: 'long', LONG: 'yes', ...abroad })
await tests('long', 'vitest.journeys.config.ts', { LONG: 'yes', ...journeys })
finish()

/** All steps but those that must be asked for; `quick` stands for itself and what needs no database. */
function stepsFor(asked: string[]): string[] {
  if (!asked.length) return ['types', 'lint', 'unused', 'build', 'fill', 'embedded', 'postgres', 'journeys']
  const walks = ['build', 'fill']
  const more = { quick: ['types', 'lint', 'unused'], journeys: walks, long: walks } as Record<string, string[]>
  return [...new Set(asked.flatMap((one) => [...(more[one] ?? []), one]))]
}

async function prepare(): Promise<Outcome> {
  machine = prepareMachine()
  if (wanted.some((one) => ['postgres', 'journeys', 'long'].includes(one)))
    cluster = await startCluster(machine.postgres)
  return { code: 0, output: '' }
}

async function step(name: string, work: () => Promise<Outcome>): Promise<void> {
  if (name !== 'machine' && !wanted.includes(name)) return
  const begun = Date.now()
  const { code, output } = await work().catch((error: Error) => ({ code: 1, output: error.message }))
  if (name !== 'machine' || code !== 0) code === 0 ? passed++ : failed++
  say(name, code === 0, begun, '', output)
}

async function tests(name: string, config: string, env: Record<string, string>): Promise<void> {
  if (!wanted.includes(name)) return
  const begun = Date.now()
  const json = join(scratch, `${name}-${reports.length}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${json}`]
  const { code, output } = await run(['vitest', 'run', '--config', config, ...reporters], env)
  const report = readReport(json, code, root)
  reports.push(report)
  passed += report.passed
  failed += report.failed
  const counts = `${report.passed} passed, ${report.failed} failed, ${report.skipped.length} skipped`
  say(name, report.failed === 0, begun, counts, output)
}

function say(name: string, good: boolean, begun: number, counts: string, output: string): void {
  const seconds = `${((Date.now() - begun) / 1000).toFixed(1)} s`
  console.log(`${good ? '✓' : '✗'} ${name.padEnd(10)} ${seconds.padStart(8)}  ${counts}`)
  if (!good) console.log(output.trimEnd().replaceAll(/^/gm, '  │ '))
}

async function commands(...all: string[][]): Promise<Outcome> {
  const outcomes: Outcome[] = []
  for (const command of all) outcomes.push(await run(command))
  return { code: Math.max(...outcomes.map((one) => one.code)), output: outcomes.map((one) => one.output).join('') }
}

function run([program, ...args]: string[], env: Record<string, string> = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const output: Buffer[] = []
    const child = spawn(program!, args, {
      cwd: root,
      // A group of its own, so that its workers end with it.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...clean, PATH: [bin, process.env.PATH].join(delimiter), NO_COLOR: '1', ...env },
    })
    running.add(child)
    child.stdout.on('data', (data) => output.push(data))
    child.stderr.on('data', (data) => output.push(data))
    child.on('error', (error) => output.push(Buffer.from(`${error.message}\n`)))
    child.on('close', (code) => {
      running.delete(child)
      resolve({ code: code ?? 1, output: Buffer.concat(output).toString() })
    })
  })
}

function finish(): never {
  if (process.argv.length === 2) {
    for (const name of neverRun(reports)) {
      failed++
      console.log(`✗ 一度も実行されないテスト / never run: ${name}`)
    }
  }
  if (passed + failed === 0) failed++
  if (wanted.includes('lint')) console.log(sizesOf(root))
  console.log(`${((Date.now() - began) / 1000).toFixed(0)} s`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed ? 1 : 0)
}

function cleanUpAlways(): void {
  process.on('exit', () => {
    for (const child of running) endGroup(child)
    cluster?.stop()
    rmSync(scratch, { recursive: true, force: true })
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1))
}

function endGroup(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, 'SIGKILL')
  } catch {} // it ended by itself meanwhile
}
