import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { addressOf } from './address.ts'

async function addressFrom(forwarded: string | undefined, trusted: number) {
  const app = new Hono()
  app.get('/', (c) => c.text(addressOf(c, trusted)))
  const headers: Record<string, string> = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  const env = { incoming: { socket: { remoteAddress: '192.0.2.1' } } }
  return (await app.request('/', { headers }, env)).text()
}

test.each([
  ['nobody is believed when no proxy is trusted', '198.51.100.9', 0, '192.0.2.1'],
  ['the one trusted proxy is believed', '198.51.100.9', 1, '198.51.100.9'],
  ['what a visitor wrote before it is not', '127.0.0.1, 198.51.100.9', 1, '198.51.100.9'],
  ['with two proxies, the outer one’s word counts', '127.0.0.1, 198.51.100.9, 10.0.0.2', 2, '198.51.100.9'],
  ['a chain shorter than promised falls back to the neighbour', '', 1, '192.0.2.1'],
  ['without the header the neighbour counts', undefined, 2, '192.0.2.1'],
])('%s', async (_, forwarded, trusted, expected) => {
  expect(await addressFrom(forwarded, trusted)).toBe(expected)
})
