// A PostgreSQL of one's own for the length of a test run or a measurement: in a temporary folder, on a socket, without a port.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** A running cluster with a database that belongs to an ordinary login, as in a real installation. */
export interface Cluster {
  /** The owner's address: no superuser, may create databases and roles. */
  url: string
  /** The superuser's, for what only a database administrator does. */
  superuserUrl: string
  stop(): void
  /** Shuts the server down as an administrator does before a restart, and starts it again over the same data. */
  halt(): Promise<void>
  resume(): Promise<void>
  /** The server's process and those of its connections, to be frozen. */
  processes(): number[]
}

const FAST = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_wal_size=4GB']

/**
 * Starts a cluster from the server programs in `folder`. `durable` keeps fsync on, for measuring what a city would have;
 * `under` is the disk for its data, else that of temporary files.
 */
export async function startCluster(folder: string, { durable = false, under = tmpdir() } = {}): Promise<Cluster> {
  const home = mkdtempSync(join(under, 'tomoni-pg-'))
  const user = ordinaryUser()
  if (user.uid !== undefined) chownSync(home, user.uid, user.gid!)
  let server: ChildProcess | undefined
  const stop = () => {
    process.off('exit', stop)
    server?.kill('SIGQUIT')
    awaitEnd(join(home, 'data', 'postmaster.pid'))
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
  process.once('exit', stop)
  try {
    initialise(folder, home, user)
    const begin = () => launch(folder, home, user, durable ? [] : FAST)
    server = begin()
    const owner = await createOwner(home)
    const halt = async () => {
      const gone = new Promise((resolve) => server!.once('exit', resolve))
      server!.kill('SIGINT')
      await gone
    }
    const resume = async () => {
      server = begin()
      await (await patiently(owner.superuserUrl)).end()
    }
    return { ...owner, stop, halt, resume, processes: () => family(server!.pid!) }
  } catch (error) {
    stop()
    throw error
  }
}

/** A process and its children. */
function family(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return [pid, ...children.split(' ').filter(Boolean).map(Number)]
}

/** Without it, the server would still write into what is being removed. Blocks: the process may be about to exit. */
function awaitEnd(pidFile: string): void {
  const clock = new Int32Array(new SharedArrayBuffer(4))
  for (let patience = 100; patience && existsSync(pidFile); patience--) Atomics.wait(clock, 0, 0, 50)
}

/** The server refuses to run as root; Debian's package brings a user for it. */
function ordinaryUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
    if (uid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid?.stdout) }
  }
  throw new Error('root では PostgreSQL を動かせません。postgres という利用者を作ってください。')
}

function initialise(folder: string, home: string, user: object): void {
  const args = [
    '-D',
    join(home, 'data'),
    '-U',
    'administrator',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ]
  const { status, stderr } = spawnSync(join(folder, 'initdb'), args, { ...user, cwd: home, encoding: 'utf8' })
  if (status !== 0) throw new Error(`initdb: ${stderr}`)
}

function launch(folder: string, home: string, user: object, settings: string[]): ChildProcess {
  const all = [
    'listen_addresses=',
    `unix_socket_directories=${home}`,
    'max_connections=300',
    'shared_buffers=256MB',
    ...settings,
  ]
  const command = [join(folder, 'postgres'), '-D', join(home, 'data'), ...all.flatMap((setting) => ['-c', setting])]
  // Where the kernel can, it ends the server with this process, however this process ends.
  const leash = existsSync('/usr/bin/setpriv') ? ['/usr/bin/setpriv', '--pdeathsig', 'INT'] : []
  const [program, ...args] = [...leash, ...command]
  return spawn(program!, args, { ...user, cwd: home, stdio: 'ignore' })
}

async function createOwner(home: string): Promise<Pick<Cluster, 'url' | 'superuserUrl'>> {
  const address = (user: string, database: string) =>
    `postgres://${user}@localhost/${database}?host=${encodeURIComponent(home)}`
  const admin = await patiently(address('administrator', 'postgres'))
  await admin.query('create role owner login createdb createrole nosuperuser nobypassrls')
  await admin.query('create database tomoni owner owner')
  await admin.end()
  // From version 16 on, whoever creates a role may not step into it by that alone: the administrator makes them, as for a city.
  const there = await patiently(address('administrator', 'tomoni'))
  await there.query(readFileSync(join(import.meta.dirname, '..', 'db', 'roles.sql'), 'utf8'))
  await there.query('grant connect on database tomoni to owner; grant tomoni_owner to owner')
  await there.end()
  return { url: address('owner', 'tomoni'), superuserUrl: address('administrator', 'tomoni') }
}

async function patiently(url: string): Promise<pg.Client> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client(url)
    try {
      await client.connect()
      return client
    } catch (error) {
      if (attempt === 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
