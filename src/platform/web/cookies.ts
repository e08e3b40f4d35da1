import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import type { Seal } from './seal.ts'

/** What these cookies need from the house. */
interface Oven {
  publicUrl: string
  seal: Seal
}

declare module 'hono' {
  interface ContextVariableMap {
    /** The cookie that a browser was given in this answer; see `visitOf`. */
    visit?: string
  }
}

interface Cookie {
  name: string
  value: string
  /** How long it is kept, as its last attribute: `; Max-Age=60`. Without one, until the browser is closed. */
  life?: string
}

const isSecure = ({ publicUrl }: Pick<Oven, 'publicUrl'>) => publicUrl.startsWith('https:')

/** Behind TLS under a name that browsers take from this very host alone: no neighbour of it can plant one. */
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

/** By what a browser is known that shows a form and is not signed in; what was given out in this answer counts too. */
export function visitOf(c: Context, oven: Oven): string | undefined {
  return read(c, oven, 'visit', '([\\w-]{20,40})')?.[1] ?? c.get('visit')
}

/** Gives a browser that has none a cookie of random letters to bind its forms to. */
export function giveVisit(c: Context, oven: Oven): void {
  if (visitOf(c, oven)) return
  const visit = randomBytes(18).toString('base64url')
  c.set('visit', visit)
  write(c, oven, { name: 'visit', value: visit })
}

/** The sentence that confirms what was done waits, sealed, for the next page. */
export function setFlash(c: Context, oven: Oven, sentence: string): void {
  const text = Buffer.from(sentence).toString('base64url')
  write(c, oven, { name: 'flash', value: `${text}.${oven.seal.sign('flash', text)}`, life: '; Max-Age=60' })
}

/** The sentence that waits for this page, once. */
export function takeFlash(c: Context, oven: Oven): string | undefined {
  const [, text, mac] = read(c, oven, 'flash', '([\\w-]+)\\.([\\w-]+)') ?? []
  if (!text || !mac || c.req.method !== 'GET') return undefined
  write(c, oven, { name: 'flash', value: '', life: '; Max-Age=0' })
  return oven.seal.check('flash', text, mac) ? Buffer.from(text, 'base64url').toString() : undefined
}
