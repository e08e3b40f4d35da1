import { randomUUID } from 'node:crypto'
import { mkdir, open, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Tries to write in a folder and makes it if missing. Returns the error code (`EACCES`), or undefined on success. */
export async function whyNotWritable(folder: string): Promise<string | undefined> {
  const probe = join(folder, `.probe-${randomUUID()}`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(probe, '', { flag: 'wx', mode: 0o600 })
    await rm(probe)
    return undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error)
  }
}

/** Opens a file as whoever appends to it does, and changes nothing; a file that is not there yet is none to complain of. */
export async function whyNotAppendable(file: string): Promise<string | undefined> {
  try {
    await (await open(file, 'r+')).close()
    return undefined
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOENT' ? undefined : (code ?? String(error))
  }
}
