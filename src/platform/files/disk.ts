import { randomUUID } from 'node:crypto'
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { digestIn, digestOf, type FileStore, type Place, pathOf } from './store.ts'

/** A file store in a folder of this machine. */
export function diskStore(folder: string): FileStore {
  const at = (place: Place, sha256: string) => join(folder, pathOf(place, sha256))
  return {
    async stage(bytes) {
      const sha256 = digestOf(bytes)
      const draft = join(folder, 'drafts', randomUUID())
      await writeDurably(draft, bytes)
      await move(draft, at('staged', sha256))
      return sha256
    },
    async commit(sha256) {
      const moved = await move(at('staged', sha256), at('kept', sha256)).then(() => true, ifMissing(false))
      if (!moved && !(await timeOf(at('kept', sha256)))) throw new Error(`No file is staged as ${sha256}`)
    },
    async read(sha256) {
      // A commit may move the file between two looks, so the first folder is tried again.
      for (const place of ['kept', 'staged', 'kept'] as const) {
        const file = await open(at(place, sha256)).catch(ifMissing(undefined))
        if (file) return file.readableWebStream({ autoClose: true }) as ReadableStream<Uint8Array>
      }
      return undefined
    },
    async *list(place) {
      const entries = await opendir(join(folder, place), { recursive: true }).catch(ifMissing([]))
      for await (const entry of entries) {
        const sha256 = digestIn(join(entry.parentPath, entry.name).replaceAll('\\', '/'))
        const since = sha256 && (await timeOf(at(place, sha256)))
        if (sha256 && since) yield { sha256, at: since }
      }
    },
    async remove(place, sha256, before) {
      const since = await timeOf(at(place, sha256))
      if (since && since < before) await rm(at(place, sha256), { force: true })
    },
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } catch (error) {
    // On a full disk half a file would only make it fuller.
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await rename(from, to)
  const directory = await open(dirname(to))
  await directory.sync().finally(() => directory.close())
}

async function timeOf(path: string): Promise<Date | undefined> {
  return stat(path).then(({ mtime }) => mtime, ifMissing(undefined))
}

function ifMissing<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return value
    throw error
  }
}
