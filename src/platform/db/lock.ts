import { randomUUID } from 'node:crypto'
import { readFileSync, unlinkSync } from 'node:fs'
import { open, rename, stat, unlink, utimes } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Holder, isAlive, readHolder, thisProcess } from './holder.ts'

export interface DataFolderLock {
  release(): Promise<void>
}

/** Another process has the data folder open; the message names it and what to do. */
export class DataFolderInUse extends Error {
  constructor(folder: string, holder: Holder | undefined) {
    const who = holder ? `プロセス ${holder.pid}（${holder.host}）` : '別のプロセス'
    super(
      `データフォルダー ${folder} は、${who}が使用中です。` +
        'そちらを終了してから、もう一度お試しください。別のデータで始めるときは、DATA_DIR に別のフォルダーを指定してください。',
    )
    this.name = 'DataFolderInUse'
  }
}

interface Timing {
  beat: number
  /** The silence in milliseconds after which a lock file is taken over: well above the longest query. */
  patience: number
}

/** Locks the folder, which two processes would destroy: a socket on one machine, a heartbeat across containers. */
export async function lockDataFolder(
  folder: string,
  timing: Timing = { beat: 3_000, patience: 20_000 },
): Promise<DataFolderLock> {
  const file = join(folder, '.lock')
  const socket = await bindSocket(folder, file)
  try {
    const token = await takeFile(folder, file, timing)
    return hold(file, token, timing, socket)
  } catch (error) {
    socket?.close()
    throw error
  }
}

async function bindSocket(folder: string, file: string): Promise<Server | undefined> {
  if (process.platform !== 'linux') return undefined
  // Named by device and inode: one folder may have two paths, and one path two folders.
  const { dev, ino } = await stat(folder)
  // The kernel frees a killed process's socket only when its last thread has ended.
  for (let patience = 50; ; patience--) {
    const server = await listen(`\0tomoni-${dev}-${ino}`)
    if (server) return server
    const holder = await readHolder(file)
    if (!patience || !holder || isAlive(holder) !== false) throw new DataFolderInUse(folder, holder)
    await setTimeout(100)
  }
}

function listen(path: string): Promise<Server | undefined> {
  const server = createServer((peer) => peer.destroy())
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    )
    server.listen({ path }, () => resolve(server.unref()))
  })
}

async function takeFile(folder: string, file: string, timing: Timing): Promise<string> {
  const token = randomUUID()
  while (!(await createFile(file, thisProcess(token)))) {
    const other = await readHolder(file)
    const living = other && isAlive(other)
    if (living) throw new DataFolderInUse(folder, other)
    if (living === undefined) await watch(folder, file, other, timing)
    await removeStale(folder, file, other)
  }
  return token
}

async function createFile(file: string, holder: Holder): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600)
    await handle.writeFile(JSON.stringify(holder))
    await handle.close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Compares the file's time only with itself: the clocks of two hosts may differ. */
async function watch(folder: string, file: string, holder: Holder | undefined, { beat, patience }: Timing) {
  const first = await modified(file)
  for (let waited = 0; waited < patience; waited += beat / 2) {
    await setTimeout(beat / 2)
    const now = await modified(file)
    if (now === undefined) return
    if (now !== first) throw new DataFolderInUse(folder, holder)
  }
}

async function modified(file: string): Promise<number | undefined> {
  return (await stat(file).catch(() => undefined))?.mtimeMs
}

/** Renames before it removes: of two takers only one removes the file, and neither removes a lock that was taken meanwhile. */
async function removeStale(folder: string, file: string, stale: Holder | undefined): Promise<void> {
  const aside = `${file}.${randomUUID()}`
  try {
    await rename(file, aside)
  } catch {
    return
  }
  const moved = await readHolder(aside)
  if (moved && moved.token !== stale?.token) {
    await rename(aside, file)
    throw new DataFolderInUse(folder, moved)
  }
  await unlink(aside)
}

function hold(file: string, token: string, { beat }: Timing, socket: Server | undefined): DataFolderLock {
  const timer = setInterval(() => void show(file, token), beat).unref()
  const remove = () => {
    clearInterval(timer)
    try {
      if (JSON.parse(readFileSync(file, 'utf8')).token === token) unlinkSync(file)
    } catch {} // already removed: nothing is left to release
  }
  process.once('exit', remove)
  return {
    async release() {
      process.off('exit', remove)
      remove()
      if (socket) await new Promise((resolve) => socket.close(resolve))
    },
  }
}

async function show(file: string, token: string): Promise<void> {
  const now = new Date()
  const holder = await readHolder(file)
  if (holder?.token === token) return utimes(file, now, now).catch(() => {})
  if (!holder) return
  // Another process took the folder over. To go on would write into its data.
  console.error('データフォルダーが別のプロセスに引き継がれたため、データを守るために終了します。')
  process.exit(1)
}
