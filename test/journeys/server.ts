// The built program, started as a person would, over data that was filled once.
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
/** Only what hangs is given up: filling a PostgreSQL has taken more than four minutes on a busy machine. */
const PATIENCE = 1_800_000
const cache = join(root, 'node_modules/.cache/tomoni')

export interface Server {
  address: string
  process: ChildProcess
  stop(): Promise<void>
  kill(): Promise<void>
}

/** Starts `dist/main.js` and waits until it answers; `more` are further variables. */
export async function startServer(
  data: string,
  more: Record<string, string> = {},
  command: 'demonstration' | 'serve' = 'demonstration',
): Promise<Server> {
  const port = Number(more.PORT) || (await freePort())
  const address = `http://localhost:${port}`
  const settings = { PORT: String(port), DATA_DIR: data, TZ: 'UTC', LOG_LEVEL: 'error', ...more }
  const { DATABASE_URL: _, PUBLIC_URL: __, ...rest } = process.env
  const child = spawn(process.execPath, [join(root, 'dist/main.js'), command], {
    cwd: root,
    env: { ...rest, ...settings, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (data) => (said += data))
  child.stderr.on('data', (data) => (said += data))
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let ending = false
  void gone.then(() => ending || process.stderr.write(`The server ended by itself:\n${said.slice(-3000)}\n`))
  const end = (signal: NodeJS.Signals) => {
    ending = true
    child.kill(signal)
    return child.exitCode === null && child.signalCode === null ? gone : Promise.resolve()
  }
  for (let waited = 0; ; waited += 50) {
    if (child.exitCode !== null || waited > PATIENCE) {
      await end('SIGKILL')
      throw new Error(`The server did not start:\n${said}`)
    }
    if (said.includes(address) && (await answers(address))) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return { address, process: child, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

const answers = (address: string) =>
  fetch(address).then(
    () => true,
    () => false,
  )

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

/** The filled demonstration, kept until program, charters or migrations change; one process fills it, the others wait. */
export async function preparedData(): Promise<string> {
  const kept = join(cache, `town-${fingerprint()}`)
  const turn = `${kept}.filling`
  mkdirSync(cache, { recursive: true })
  for (let waited = 0; !existsSync(kept); waited += 200) {
    if (waited > PATIENCE) rmSync(turn, { recursive: true, force: true }) // the process that had the turn was killed
    if (takesTurn(turn)) {
      try {
        await fillOnce(kept)
      } finally {
        rmSync(turn, { recursive: true, force: true })
      }
    } else await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return kept
}

function takesTurn(turn: string): boolean {
  try {
    mkdirSync(turn)
    return true
  } catch {
    return false
  }
}

/** The data filled for other builds, newest first: another checkout may use it. */
function filledTowns(): string[] {
  const names = readdirSync(cache).filter((name) => /^town-[0-9a-f]+$/.test(name))
  const towns = names.map((name) => join(cache, name)).map((path) => ({ path, at: statSync(path).mtimeMs }))
  return towns.sort((a, b) => b.at - a.at).map(({ path }) => path)
}

async function fillOnce(kept: string): Promise<void> {
  if (existsSync(kept)) return
  for (const old of filledTowns().slice(2)) rmSync(old, { recursive: true, force: true })
  const filling = `${kept}.new`
  rmSync(filling, { recursive: true, force: true })
  const server = await startServer(filling)
  await server.stop()
  renameSync(filling, kept)
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const folder of ['dist', 'charters', 'db/migrations', 'demo']) {
    for (const name of readdirSync(join(root, folder), { recursive: true }).map(String).sort()) {
      const path = join(root, folder, name)
      if (statSync(path).isFile() && !name.endsWith('.map')) hash.update(name).update(readFileSync(path))
    }
  }
  return hash.digest('hex').slice(0, 16)
}
