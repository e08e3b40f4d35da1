import { createHash } from 'node:crypto'

/** A file as the store knows it: the SHA-256 of its bytes, and when it came to lie where it lies. */
type Stored = { sha256: string; at: Date }

/**
 * Where bytes are kept, by their digest. First staged, durably, before the transaction that mentions them; committed after it.
 * A process that dies in between loses nothing: what is staged can be read, and `sweep` commits or removes it.
 */
export interface FileStore {
  /** Keeps the bytes aside, safe from a crash, and answers with their digest; the same bytes twice are once. */
  stage(bytes: Uint8Array): Promise<string>
  /** Makes a staged file permanent; harmless when it already is. */
  commit(sha256: string): Promise<void>
  /** The bytes, staged or permanent, or undefined. */
  read(sha256: string): Promise<ReadableStream<Uint8Array> | undefined>
  /** What lies there. */
  list(place: Place): AsyncIterable<Stored>
  /** Removes what has lain there since before a time, and leaves what came later. */
  remove(place: Place, sha256: string, before: Date): Promise<void>
}

/** Aside until its row stands, or for good. */
export type Place = 'staged' | 'kept'

/**
 * Settles what came before a time: staged files that a row mentions become permanent, and whatever no row mentions any more goes.
 * `await sweep(store, { before, mentioned })` by the clock; `mentioned` asks every city which of the digests it has rows for.
 * Leave a week: a file waits with its form.
 */
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

/** The digest that bytes are kept under. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** `kept/ab/abcdef…`: a folder for each two digits keeps folders small. What is no digest never becomes a path. */
export function pathOf(place: Place, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not the digest of a file')
  return `${place}/${sha256.slice(0, 2)}/${sha256}`
}

/** The digest in a path that `pathOf` made, or undefined for a stranger. */
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
