import type { Context } from 'hono'

/**
 * The address a request comes from. Headers that name one are believed only as far as the operator said how many proxies
 * stand before the program (TRUST_PROXY): each of them adds one at the end, and everything before can be made up.
 */
export function addressOf(c: Context, trustedProxies: number): string {
  const peer = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
    ?.remoteAddress
  if (trustedProxies === 0) return peer ?? ''
  const named = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim())
  return named.at(-trustedProxies) || (peer ?? '')
}
