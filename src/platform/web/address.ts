import type { Context } from 'hono'

declare module 'hono' {
  interface ContextVariableMap {
    address?: string
  }
}

/** Returns the client's address; trusts X-Forwarded-For for as many entries from its end as TRUST_PROXY says. */
export function addressOf(c: Context, trustedProxies: number): string {
  const peer = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
    ?.remoteAddress
  if (trustedProxies === 0) return peer ?? ''
  const named = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim())
  return named.at(-trustedProxies) || (peer ?? '')
}

/** The network of an address, for counting: an IPv6 household has a whole /64. */
export function placeOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped || !address.includes(':')) return mapped?.[1] ?? address
  const [head = '', tail] = address.toLowerCase().split('::')
  const first = head.split(':').filter(Boolean)
  const last = (tail ?? '').split(':').filter(Boolean)
  const between = tail === undefined ? [] : Array(Math.max(0, 8 - first.length - last.length)).fill('0')
  return [...first, ...between, ...last]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
