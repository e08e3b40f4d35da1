import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { useTown } from './town.ts'
import type { Visitor } from './visitor.ts'

const MOST = 100_000
const town = useTown()
const cities = readdirSync('charters').filter((name) => !/\.|common/.test(name))

/** The bytes over the network: headers and bodies of page, style, script and pictures, without fonts. */
async function bytesOf(visitor: Visitor, path: string): Promise<number> {
  const line = await visitor.context.newCDPSession(visitor.page)
  const fonts = new Set<string>()
  let bytes = 0
  line.on('Network.responseReceived', ({ requestId, type }) => type === 'Font' && fonts.add(requestId))
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!fonts.has(requestId)) bytes += encodedDataLength
  })
  await line.send('Network.enable')
  await visitor.page.goto(new URL(path, town.address).href)
  await visitor.page.waitForLoadState('networkidle')
  await line.detach()
  return bytes
}

test.each(cities)('in %s, the first look at a public page asks for less than 100 kB', async (city) => {
  const scout = await town.as('nobody')
  await scout.open(`/${city}/projects`)
  const project = await scout.page.locator('main table a').first().getAttribute('href')
  await scout.leave()
  const heavy: Record<string, number> = {}
  for (const path of ['/', `/${city}`, `/${city}/projects`, project!, `/${city}/charter`]) {
    const visitor = await town.as('nobody')
    const bytes = await bytesOf(visitor, path)
    await visitor.leave()
    expect(bytes, path).toBeGreaterThan(5_000)
    if (bytes >= MOST) heavy[path] = bytes
  }
  expect(heavy).toEqual({})
})
