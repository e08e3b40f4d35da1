import { BlockList, isIP } from 'node:net'
import type { Context } from 'hono'

declare module 'hono' {
  interface ContextVariableMap {
    address?: string
  }
}

/** The networks of a machine and of a house: from nowhere else does a proxy speak, unless PROXY_ADDRESSES names it. */
const NEAR = ['127.0.0.0/8', '::1', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fe80::/10']

/** The proxies before the program: how many, and whether an address is one of theirs. */
export interface Proxies {
  count: number
  has(address: string): boolean
}

/** Reads the addresses and networks of the proxies: `proxiesFrom(1, ['10.0.0.0/8'])`; those of a house by default. */
export function proxiesFrom(count: number, networks: readonly string[] = NEAR): Proxies {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return { count, has: (address) => isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4') }
}

/** Whether this names an address or a network that can be read. */
export function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const most = isIP(address) === 6 ? 128 : 32
  return (
    isIP(address) !== 0 && rest.length === 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most))
  )
}

/**
 * The client's address. X-Forwarded-For is believed only from a proxy of ours, and as many entries from its end as there are
 * proxies (TRUST_PROXY): anything before them can be forged.
 */
export function addressOf(c: Context, proxies: Proxies): string {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  const peer = plain(env?.incoming?.socket?.remoteAddress ?? '')
  if (proxies.count === 0 || !proxies.has(peer)) return peer
  const named = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => plain(one.trim()))
  return named.at(-proxies.count) || peer
}

/** An address without port, brackets and zone; '' for anything else. Each connection has a port of its own. */
function plain(text: string): string {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)?.[1] ?? text
  const address = bare.replace(/%.*$/, '')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  return isIP(mapped) === 0 ? '' : mapped
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
