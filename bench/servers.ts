// The program as an operator starts it, and the bare server beside it.
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'

export const SECRET = 'only-for-measuring-0123456789-0123456789-0123'

const children: ChildProcess[] = []

/** Ends what was started here, before the database under it goes. */
export async function stopServers(): Promise<void> {
  const running = children.filter((child) => child.exitCode === null)
  const ends = running.map((child) => new Promise((resolve) => child.once('exit', resolve)))
  for (const child of running) child.kill()
  await Promise.all(ends)
}

/** A running program; `started` is how long it took to answer, in milliseconds. */
export interface Running {
  port: number
  pid: number
  started: number
}

/** Takes every mail and keeps none, so that sending them costs what it costs. */
export function startPostbox(): Promise<string> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _, done) => void stream.resume().on('end', () => done()),
  })
  return new Promise((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () =>
      resolve(`smtp://127.0.0.1:${(listening.address() as { port: number }).port}`),
    )
  })
}

/** `bin/tomoni serve` on an existing database: web and worker in one process. */
export async function startTomoni(url: string, postbox: string, folder: string, path: string): Promise<Running> {
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const env = {
    ...process.env,
    PORT: String(port),
    DATABASE_URL: url,
    DATA_DIR: folder,
    SECRET,
    SMTP_URL: postbox,
    MAIL_FROM: 'Tomoni <bench@example.jp>',
    PUBLIC_URL: `http://localhost:${port}`,
  }
  const begun = performance.now()
  const child = spawn(join(import.meta.dirname, '../bin/tomoni'), ['serve'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  children.push(child)
  while (true) {
    const up = await fetch(`http://127.0.0.1:${port}${path}`).then(
      (answer) => answer.status,
      () => 0,
    )
    if (up === 200) return { port, started: Math.round(performance.now() - begun), pid: child.pid! }
    if (child.exitCode !== null) throw new Error('The server did not start.')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** The bare server; returns its port. */
export function startBare(url: string): Promise<number> {
  const child = fork('bench/bare.ts', { execArgv: ['--import', 'tsx'], env: { ...process.env, DATABASE_URL: url } })
  children.push(child)
  return new Promise((resolve) => child.once('message', (message) => resolve((message as { port: number }).port)))
}

/** What the process holds in memory now, and held at most, in MB. */
export function memoryOf(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const of = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)
  return { now: of('VmRSS'), most: of('VmHWM') }
}

/** Processor time the process has used, in microseconds. */
export function timeOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}
