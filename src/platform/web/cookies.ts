import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import type { Seal } from './seal.ts'

/** What these cookies need from the house. */
interface Oven {
  publicUrl: string
  seal: Seal
}

const isSecure = ({ publicUrl }: Pick<Oven, 'publicUrl'>) => publicUrl.startsWith('https:')

/** Behind TLS under a name that browsers take from this very host alone: no neighbour of it can plant one. */
const nameOf = (oven: Pick<Oven, 'publicUrl'>, name: string) => (isSecure(oven) ? `__Host-${name}` : name)

function write(c: Context, oven: Oven, name: string, value: string, life: string): void {
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
  return read(c, oven, 'visit', '([\\w-]{20,40})')?.[1] ?? c.get('visit' as never)
}

/** Gives a browser that has none a cookie of random letters to bind its forms to. */
export function giveVisit(c: Context, oven: Oven): void {
  if (visitOf(c, oven)) return
  const visit = randomBytes(18).toString('base64url')
  c.set('visit' as never, visit as never)
  write(c, oven, 'visit', visit, '')
}

/** The sentence that confirms what was done waits, sealed, for the next page. */
export function setFlash(c: Context, oven: Oven, sentence: string): void {
  const text = Buffer.from(sentence).toString('base64url')
  write(c, oven, 'flash', `${text}.${oven.seal.sign('flash', text)}`, '; Max-Age=60')
}

/** The sentence that waits for this page, once. */
export function takeFlash(c: Context, oven: Oven): string | undefined {
  const found = read(c, oven, 'flash', '([\\w-]+)\\.([\\w-]+)')
  if (!found || c.req.method !== 'GET') return undefined
  write(c, oven, 'flash', '', '; Max-Age=0')
  return oven.seal.check('flash', found[1]!, found[2]!) ? Buffer.from(found[1]!, 'base64url').toString() : undefined
}
