import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import type { Seal } from './seal.ts'

interface CookieSettings {
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

const isSecure = ({ publicUrl }: Pick<CookieSettings, 'publicUrl'>) => publicUrl.startsWith('https:')

/** Over https with a prefix that browsers accept from this very host alone, so that no neighbouring host can plant one. */
const nameOf = (settings: Pick<CookieSettings, 'publicUrl'>, name: string) =>
  isSecure(settings) ? `__Host-${name}` : name

function write(c: Context, settings: CookieSettings, { name, value, life = '' }: Cookie): void {
  const secure = isSecure(settings) ? '; Secure' : ''
  c.header('Set-Cookie', `${nameOf(settings, name)}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}${life}`, {
    append: true,
  })
}

function read(c: Context, settings: CookieSettings, name: string, value: string): RegExpExecArray | null {
  return new RegExp(`(?:^|;\\s*)${nameOf(settings, name)}=${value}(?:;|$)`).exec(c.req.header('cookie') ?? '')
}

/** The random id of a browser that is not signed in, also when this response has just set it. */
export function visitOf(c: Context, settings: CookieSettings): string | undefined {
  return read(c, settings, 'visit', '([\\w-]{20,40})')?.[1] ?? c.get('visit')
}

export function giveVisit(c: Context, settings: CookieSettings): void {
  if (visitOf(c, settings)) return
  const visit = randomBytes(18).toString('base64url')
  c.set('visit', visit)
  write(c, settings, { name: 'visit', value: visit })
}

/** Keeps the confirming sentence, signed, for the next page. */
export function setFlash(c: Context, settings: CookieSettings, sentence: string): void {
  const text = Buffer.from(sentence).toString('base64url')
  write(c, settings, { name: 'flash', value: `${text}.${settings.seal.sign('flash', text)}`, life: '; Max-Age=60' })
}

/**
 * Lets the page's own script know that a form has arrived, so that it forgets what it kept of it. A script reads it, so it is
 * not HttpOnly; it holds the key of a form that can do nothing more.
 */
export function tellArrived(c: Context, { publicUrl }: CookieSettings, key: string): void {
  const secure = isSecure({ publicUrl }) ? '; Secure' : ''
  c.header('Set-Cookie', `sent=${key}; Path=/; SameSite=Lax; Max-Age=60${secure}`, { append: true })
}

/** Reads that sentence and deletes its cookie. */
export function takeFlash(c: Context, settings: CookieSettings): string | undefined {
  const [, text, mac] = read(c, settings, 'flash', '([\\w-]+)\\.([\\w-]+)') ?? []
  if (!text || !mac || c.req.method !== 'GET') return undefined
  write(c, settings, { name: 'flash', value: '', life: '; Max-Age=0' })
  return settings.seal.check('flash', text, mac) ? Buffer.from(text, 'base64url').toString() : undefined
}
