// What every command needs before it can begin: the packages, and a Node 24 to run on. Knows no package itself.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join, relative } from 'node:path'

const WANTED = 24

/** The folder of the installation. */
export const root = join(import.meta.dirname, '..')

const bundled = join(root, 'node_modules', '.bin', 'node')

/** Says a sentence in both languages and ends. */
export function stop(japanese, english) {
  console.error(`${japanese}\n${english}`)
  process.exit(1)
}

/** Installs the packages when some are missing or of another version than the lockfile says. */
export async function installPackages({ development = false } = {}) {
  if (packagesFit(development)) return
  console.log('部品（npmパッケージ）を取り込んでいます。20秒から2分ほどかかります… / Installing packages…')
  const begun = Date.now()
  const tick = setInterval(() => console.log(`  … ${Math.round((Date.now() - begun) / 1000)}秒`), 10_000)
  const code = await run(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(development ? ['--include=dev'] : [])],
    {
      // npm replaces node_modules, and with it the Node in there: it has to run on the machine's own.
      env: { ...process.env, PATH: pathWithoutOurs() },
    },
  )
  clearInterval(tick)
  if (code !== 0) {
    stop(
      '部品を取り込めませんでした。上のメッセージとネットワークの設定（プロキシなど）を確認して、もう一度お試しください。',
      'The packages could not be installed. Please check the message above and the network (proxy), then try again.',
    )
  }
  dropNodeThatCannotRun()
  console.log(`  取り込みました（${Math.round((Date.now() - begun) / 1000)}秒）`)
}

/** Compares the lockfile with npm's own note of what it installed. */
function packagesFit(development) {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
    const present = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages
    return Object.entries(wanted).every(([path, entry]) => {
      if (path === '' || (entry.dev && !development)) return true
      const there = present[path]
      if (!there) return Boolean(entry.optional || entry.devOptional || entry.peer)
      return there.version === entry.version && existsSync(join(root, path))
    })
  } catch {
    return false
  }
}

/** On a system without glibc the bundled Node is installed but does not run, and would hide the machine's own. */
function dropNodeThatCannotRun() {
  if (existsSync(bundled) && !majorOf(bundled)) rmSync(bundled, { force: true })
}

function majorOf(node) {
  const asked = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' })
  return asked.status === 0 ? Number(asked.stdout.split('.')[0]) : 0
}

/** The Node to run on: this one when it is new enough, else the one that came with the packages. */
export function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= WANTED) return process.execPath
  if (majorOf(bundled) >= WANTED) return bundled
  return stop(
    `このコンピューター用の Node.js ${WANTED} は部品に含まれていません。Node.js ${WANTED} を https://nodejs.org/ から入れて、もう一度お試しください。`,
    `No Node.js ${WANTED} comes with the packages for this computer. Please install Node.js ${WANTED} from https://nodejs.org/ and try again.`,
  )
}

/** Runs a file of this installation on the right Node and ends as it ends. */
export async function becomes(file, args = []) {
  const node = findNode()
  if (node === process.execPath) {
    process.argv.splice(1, process.argv.length, join(root, file), ...args)
    return import(join(root, file))
  }
  const command = [...THRIFT, join(root, file), ...args]
  process.exit(await run(node, command, { env: { ...THRIFTY_MEMORY, ...process.env, PATH: ourPath() } }))
}

/** V8 by itself lets the heap grow to several times what lives in it (docs/guide/performance.md). */
const THRIFT = ['--max-semi-space-size=4', '--heap-growing-percent=30']
/** And glibc keeps what was freed, each thread for itself: the 19 MiB that hashing a password takes, many times over. */
const THRIFTY_MEMORY = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '1048576' }

/**
 * Begins this very process again, with V8 told to be thrifty: it can be told only at its start. Where a process cannot
 * become another one, it goes on as it is, with more memory.
 */
export function beThrifty() {
  if (process.execArgv.includes(THRIFT[0]) || process.platform === 'win32' || !process.execve) return
  if (Number(process.versions.node.split('.')[0]) < WANTED) return
  const command = [process.execPath, ...THRIFT, ...process.execArgv, ...process.argv.slice(1)]
  process.execve(process.execPath, command, { ...THRIFTY_MEMORY, ...process.env })
}

/**
 * Under npm, ends with it: npm signals the shell between us, and the shell passes nothing on. Without this a stopped
 * `npm start` would go on in the background, with the port and the data.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const above = () => `${process.ppid} ${parentOf(process.ppid)}`
  const before = above()
  setInterval(() => above() === before || process.kill(process.pid, 'SIGTERM'), 500).unref()
}

function parentOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[1]
  } catch {
    return ''
  }
}

/** Runs a command to its end with our input and output; signals reach it. Returns its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    const pass = (signal) => child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, pass)
    const end = (code) => {
      for (const signal of signals) process.off(signal, pass)
      resolve(code)
    }
    child.on('error', (error) => {
      console.error(error.message)
      end(127)
    })
    child.on('exit', (code, signal) => end(code ?? 128 + constants.signals[signal]))
  })
}

/** Builds `dist/` when the sources are not those it was made from. */
export async function buildIfStale() {
  const now = fingerprint()
  const mark = join(root, 'dist', '.fingerprint')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === now) return
  const code = await run(findNode(), [join(root, 'bin', 'build.ts')])
  if (code !== 0) stop('プログラムを組み立てられませんでした。', 'The program could not be built.')
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(mark, now)
}

/** Of everything that goes into `dist/`, by content: times say nothing after a checkout. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const part of ['src', 'demo', 'bin/build.ts', 'package-lock.json', 'tsconfig.json']) {
    for (const file of filesOf(join(root, part))) {
      if (/\.test\.tsx?$/.test(file)) continue
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex')
}

function filesOf(path) {
  if (!existsSync(path)) return []
  try {
    return readdirSync(path, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => filesOf(join(path, entry.name)))
  } catch {
    return [path]
  }
}

function ourPath() {
  return [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
}

function pathWithoutOurs() {
  const ours = join(root, 'node_modules', '.bin')
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((part) => part !== ours)
    .join(delimiter)
}
