import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import type { Seal } from './seal.ts'

interface Oven {
  publicUrl: string
  seal: Seal
}

declare module 'hono' {
  interface ContextVariableMap {
    visit?: string
  }
}

interface Cookie {
  name: string
  value: string
  /** The last attribute, `; Max-Age=60`; without it the cookie ends with the browser. */
  life?: string
}

const isSecure = ({ publicUrl }: Pick<Oven, 'publicUrl'>) => publicUrl.startsWith('https:')

/** Over https with a prefix that browsers accept from this very host alone, so that no neighbouring host can plant one. */
const nameOf = (oven: Pick<Oven, 'publicUrl'>, name: string) => (isSecure(oven) ? `__Host-${name}` : name)

function write(c: Context, oven: Oven, { name, value, life = '' }: Cookie): void {
  const secure = isSecure(oven) ? '; Secure' : ''
  c.header('Set-Cookie', `${nameOf(oven, name)}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}${life}`, {
    append: true,
  })
}

function read(c: Context, oven: Oven, name: string, value: string): RegExpExecArray | null {
  return new RegExp(`(?:^|;\\s*)${nameOf(oven, name)}=${value}(?:;|$)`).exec(c.req.header('cookie') ?? '')
}

/** The random id of a browser that is not signed in, also when this response has just set it. */
export function visitOf(c: Context, oven: Oven): string | undefined {
  return read(c, oven, 'visit', '([\\w-]{20,40})')?.[1] ?? c.get('visit')
}

export function giveVisit(c: Context, oven: Oven): void {
  if (visitOf(c, oven)) return
  const visit = randomBytes(18).toString('base64url')
  c.set('visit', visit)
  write(c, oven, { name: 'visit', value: visit })
}

/** Keeps the confirming sentence, signed, for the next page. */
export function setFlash(c: Context, oven: Oven, sentence: string): void {
  const text = Buffer.from(sentence).toString('base64url')
  write(c, oven, { name: 'flash', value: `${text}.${oven.seal.sign('flash', text)}`, life: '; Max-Age=60' })
}

/** Reads that sentence and deletes its cookie. */
export function takeFlash(c: Context, oven: Oven): string | undefined {
  const [, text, mac] = read(c, oven, 'flash', '([\\w-]+)\\.([\\w-]+)') ?? []
  if (!text || !mac || c.req.method !== 'GET') return undefined
  write(c, oven, { name: 'flash', value: '', life: '; Max-Age=0' })
  return oven.seal.check('flash', text, mac) ? Buffer.from(text, 'base64url').toString() : undefined
}
