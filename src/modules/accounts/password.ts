import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'
import { PASSWORD_MAX, PASSWORD_MIN, said } from './words/index.ts'

export const PasswordForm = z
  .object({
    password: z
      .string(said.passwordMissing)
      .refine((typed) => [...typed].length >= PASSWORD_MIN, said.newPasswordShort)
      .refine((typed) => typed.length <= PASSWORD_MAX, said.passwordLong)
      .refine((typed) => new Set(typed).size >= 4, said.newPasswordSame),
    again: z.string().default(''),
  })
  .refine((typed) => typed.password === typed.again, { path: ['again'], message: said.newPasswordUnlike })

const run = promisify(argon2)

// Two at a time: each takes 19 MiB, and four of them (libuv's threads) would be a third of the server's memory.
const LANES = 2
const lanes = new Map<number, Promise<unknown>>()
let turn = 0

function derive(first: () => Promise<void>, ...asked: Parameters<typeof run>): Promise<Buffer> {
  const lane = turn++ % LANES
  const done = (lanes.get(lane) ?? Promise.resolve()).then(first).then(() => run(...asked))
  const over = done.catch(() => {})
  lanes.set(lane, over)
  return done
}

const nothing = () => Promise.resolve()

// OWASP's smallest recommended argon2id: 19 MiB, two passes; some 40 ms here.
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const
const shape = /^argon2id\$m=(\d{1,7}),t=(\d{1,2}),p=(\d)\$([\w-]+)\$([\w-]+)$/

/** Returns the hash to store. Slow on purpose: never call it inside a transaction. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive(nothing, 'argon2id', { ...COST, message: message(password), nonce, tagLength: 32 })
  const { memory, passes, parallelism } = COST
  return `argon2id$m=${memory},t=${passes},p=${parallelism}$${nonce.toString('base64url')}$${tag.toString('base64url')}`
}

/** Compared where there is no password, so that an unknown address takes as long as a wrong password. */
const nobodys = hashPassword(randomBytes(16).toString('hex'))

/**
 * Whether the password is the one that was stored; takes as long when nothing was stored. Never inside a transaction.
 * `first` is done when the turn to hash has come; if it throws, nothing is hashed.
 */
export async function verifyPassword(
  password: string,
  stored: string | null | undefined,
  first: () => Promise<void> = nothing,
): Promise<boolean> {
  const [, memory, passes, parallelism, nonce, tag] = shape.exec(stored ?? (await nobodys)) ?? []
  if (!nonce || !tag) throw new Error('A stored password does not have the shape of a hash.')
  const expected = Buffer.from(tag, 'base64url')
  const given = await derive(first, 'argon2id', {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    message: message(password),
    nonce: Buffer.from(nonce, 'base64url'),
    tagLength: expected.length,
  })
  return timingSafeEqual(given, expected) && Boolean(stored)
}

// The same password typed on another keyboard has the same code points.
function message(password: string): string {
  return password.normalize('NFKC')
}
