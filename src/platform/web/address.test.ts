import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { addressOf, isNetwork, proxiesFrom } from './address.ts'

async function addressFrom(forwarded: string | undefined, trusted: number, peer = '10.0.0.1', networks?: string[]) {
  const app = new Hono()
  app.get('/', (c) => c.text(addressOf(c, proxiesFrom(trusted, networks))))
  const headers: Record<string, string> = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  const env = { incoming: { socket: { remoteAddress: peer } } }
  return (await app.request('/', { headers }, env)).text()
}

test.each([
  ['nobody is believed when no proxy is trusted', '198.51.100.9', 0, '10.0.0.1'],
  ['the one trusted proxy is believed', '198.51.100.9', 1, '198.51.100.9'],
  ['what a visitor wrote before it is not', '127.0.0.1, 198.51.100.9', 1, '198.51.100.9'],
  ['with two proxies, the outer one’s word counts', '127.0.0.1, 198.51.100.9, 10.0.0.2', 2, '198.51.100.9'],
  ['a chain shorter than promised falls back to the neighbour', '', 1, '10.0.0.1'],
  ['without the header the neighbour counts', undefined, 2, '10.0.0.1'],
  ['a port is no part of an address', '198.51.100.9:51234', 1, '198.51.100.9'],
  ['nor in the brackets of a longer one', '[2001:db8::9]:51234', 1, '2001:db8::9'],
  ['a word that is no address is nobody’s', 'unknown', 1, '10.0.0.1'],
])('%s', async (_, forwarded, trusted, expected) => {
  expect(await addressFrom(forwarded, trusted)).toBe(expected)
})

test.each([
  ['a visitor who reaches the program past the proxy', '192.0.2.1', undefined, '192.0.2.1'],
  ['a neighbour who is not the proxy that was named', '10.0.0.7', ['10.0.0.1'], '10.0.0.7'],
])('%s is not believed, whatever the header says', async (_, peer, networks, expected) => {
  expect(await addressFrom('198.51.100.9', 1, peer, networks)).toBe(expected)
})

test.each([
  ['on this machine', '127.0.0.1', undefined],
  ['on this machine, as the newer network names it', '::ffff:127.0.0.1', undefined],
  ['in the same house', 'fd00::7', undefined],
  ['whose address was named', '192.0.2.1', ['192.0.2.0/24']],
])('a proxy %s is believed', async (_, peer, networks) => {
  expect(await addressFrom('198.51.100.9', 1, peer, networks)).toBe('198.51.100.9')
})

test.each([
  ['10.0.0.1', true],
  ['10.0.0.0/8', true],
  ['fd00::/8', true],
  ['10.0.0.0/33', false],
  ['proxy.example.lg.jp', false],
  ['10.0.0.0/8/8', false],
])('%s names a network: %s', (text, expected) => {
  expect(isNetwork(text)).toBe(expected)
})
