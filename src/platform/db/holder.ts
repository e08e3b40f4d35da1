import { readFileSync, readlinkSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'

/** The process that holds a data folder, as its lock file says. */
export interface Holder {
  token: string
  pid: number
  host: string
  /** Boot and process namespace: where `pid` means this process and no other. */
  namespace: string
  started: string
}

/** This process as a holder, with a token of its own. */
export function thisProcess(token: string): Holder {
  return { token, pid: process.pid, host: hostname(), namespace: namespace(), started: started('self') }
}

/** Whom a lock file names; undefined where there is none, or it is being written. */
export async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Whether the holder lives. `undefined` where only the holder's silence can tell: another container, or a system that has no /proc. */
export function lives(holder: Holder): boolean | undefined {
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

/** When a process began, in the kernel's ticks: a number that was given out again belongs to somebody else. */
function started(pid: number | 'self'): string {
  if (process.platform !== 'linux') return ''
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    // Dead, but not yet buried by its parent; in a container without an init it stays so.
    return fields[0] === 'Z' || fields[0] === 'X' ? '' : (fields[19] ?? '')
  } catch {
    return ''
  }
}
