import { createHash } from 'node:crypto'

type Stored = { sha256: string; at: Date }

/** Keeps bytes under their digest: staged before the transaction that names them, committed after it. */
export interface FileStore {
  stage(bytes: Uint8Array): Promise<string>
  /** Makes a staged file permanent; harmless when it already is. */
  commit(sha256: string): Promise<void>
  read(sha256: string): Promise<ReadableStream<Uint8Array> | undefined>
  list(place: Place): AsyncIterable<Stored>
  /** Removes a file that was put there before this time. */
  remove(place: Place, sha256: string, before: Date): Promise<void>
}

export type Place = 'staged' | 'kept'

/** Commits staged files older than `before` that a row names, and removes the others; leave a week for open forms. */
export async function sweep(
  store: FileStore,
  { before, mentioned }: { before: Date; mentioned: (digests: string[]) => Promise<ReadonlySet<string>> },
): Promise<{ committed: number; removed: number }> {
  const done = { committed: 0, removed: 0 }
  for (const place of ['staged', 'kept'] as const) {
    for await (const digests of batches(store.list(place), before)) {
      const alive = await mentioned(digests)
      for (const sha256 of digests) {
        if (!alive.has(sha256)) {
          await store.remove(place, sha256, before)
          done.removed += 1
        } else if (place === 'staged') {
          await store.commit(sha256)
          done.committed += 1
        }
      }
    }
  }
  return done
}

/** The SHA-256 of bytes, in hexadecimal. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** `kept/ab/abcdef…`: the first two digits are a folder, which keeps folders small. Throws for a text that is no digest. */
export function pathOf(place: Place, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not the digest of a file')
  return `${place}/${sha256.slice(0, 2)}/${sha256}`
}

/** The digest in a path that `pathOf` made; undefined for any other path. */
export function digestIn(path: string): string | undefined {
  return /(?:^|\/)[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(path)?.[1]
}

async function* batches(files: AsyncIterable<Stored>, before: Date): AsyncGenerator<string[]> {
  let batch: string[] = []
  for await (const { sha256, at } of files) {
    if (at < before) batch.push(sha256)
    if (batch.length < 500) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
