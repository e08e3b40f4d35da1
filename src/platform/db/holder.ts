import { readFileSync, readlinkSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'

/** The process that holds a data folder, as its lock file names it. */
export interface Holder {
  token: string
  pid: number
  host: string
  /** Boot id and process namespace: only within both does `pid` name one process. */
  namespace: string
  started: string
}

export function thisProcess(token: string): Holder {
  return { token, pid: process.pid, host: hostname(), namespace: namespace(), started: started('self') }
}

/** Undefined where there is no lock file, or where it is still being written. */
export async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Undefined where only the lock file's heartbeat can show it: in another container, or on a system without /proc. */
export function isAlive(holder: Holder): boolean | undefined {
  if (holder.namespace !== namespace()) return undefined
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  if (process.platform !== 'linux') return undefined
  return started(holder.pid) === holder.started
}

function namespace(): string {
  if (process.platform !== 'linux') return `${process.platform} ${hostname()}`
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`
}

/** The start of a process in the kernel's ticks, which tells it from a later process with the same number. */
function started(pid: number | 'self'): string {
  if (process.platform !== 'linux') return ''
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    // A process that has ended and that its parent has not reaped; in a container without an init it remains.
    return fields[0] === 'Z' || fields[0] === 'X' ? '' : (fields[19] ?? '')
  } catch {
    return ''
  }
}
