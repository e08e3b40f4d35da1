import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const run = promisify(argon2)

/** The hash that each of the lanes ends with: who comes then waits for it. */
const lanes: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()]
let turn = 0

// Two at a time: each takes 19 MiB, and four of them (libuv's threads) would be a third of the server's memory.
function derive(...asked: Parameters<typeof run>): Promise<Buffer> {
  const lane = turn++ % lanes.length
  const done = lanes[lane]!.then(() => run(...asked))
  lanes[lane] = done.catch(() => {})
  return done
}

// OWASP's smallest recommended argon2id: 19 MiB, two passes; some 40 ms here.
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const
const shape = /^argon2id\$m=(\d{1,7}),t=(\d{1,2}),p=(\d)\$([\w-]+)\$([\w-]+)$/

/** Turns a password into what may be stored. Slow on purpose: never call it inside a transaction. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive('argon2id', { ...COST, message: message(password), nonce, tagLength: 32 })
  const { memory, passes, parallelism } = COST
  return `argon2id$m=${memory},t=${passes},p=${parallelism}$${nonce.toString('base64url')}$${tag.toString('base64url')}`
}

/** Compared against when there is no password, so that an unknown address takes as long as a wrong password. */
const nobodys = hashPassword(randomBytes(16).toString('hex'))

/**
 * Whether the password is the one that was stored; takes as long when nothing was stored. Never inside a transaction.
 */
export async function verifyPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  const [, memory, passes, parallelism, nonce, tag] = shape.exec(stored ?? (await nobodys))!
  const expected = Buffer.from(tag!, 'base64url')
  const given = await derive('argon2id', {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    message: message(password),
    nonce: Buffer.from(nonce!, 'base64url'),
    tagLength: expected.length,
  })
  return timingSafeEqual(given, expected) && Boolean(stored)
}

// The same password typed on another keyboard is the same password.
function message(password: string): string {
  return password.normalize('NFKC')
}
