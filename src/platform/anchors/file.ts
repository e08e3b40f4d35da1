import { createReadStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { type Anchor, anchorIn } from './anchor.ts'

/** Appends a line to the file of anchors and waits until the disk has it; nothing in it is ever written over. */
export async function appendLine(file: string, line: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const handle = await open(file, 'a+', 0o600)
  try {
    const { size } = await handle.stat()
    const last = size > 0 ? (await handle.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString() : '\n'
    // A process that was killed may have left half a line.
    await handle.appendFile(`${last === '\n' ? '' : '\n'}${line}\n`)
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

/** Reads the anchors of a file, in their order; undefined where there is no such file. */
export async function readAnchors(file: string): Promise<Anchor[] | undefined> {
  const anchors: Anchor[] = []
  try {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      const anchor = anchorIn(line)
      if (anchor) anchors.push(anchor)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  return anchors
}
