import { expect, test } from 'vitest'
import type { Browser } from '../http.ts'
import { long } from '../length.ts'
import { type CityWorld, useWorld } from '../world.ts'
import { addressesIn, aFullCity, placesIn } from './scene.ts'

// Attack classes 5, 14, 15, 17 and 30: queries and path parameters are validated before they reach the database or the
// page.

const w = useWorld()
const city = 'kawaguchi'

/** The names of all query parameters, and some that no page reads. */
const names = [
  'q', 'year', 'state', 'form', 'zone', 'type', 'field', 'ward', 'programme', 'kind', 'party', 'after', 'id', 'mine',
  'mine_id', 'from', 'decision', 'lang', 'next', 'version', 'before', 'seat', 'sent', 'withheld', 'agreement', 'proposal',
  'previous', 'track', 'key', 'held', 'encoding', 'one', 'other', 'city', 'sort', 'order', 'page', 'limit', '_csrf', '__proto__',
] // biome-ignore format: a list

const ID = '01a1fd09-dde0-7000-a444-c62dbfc5920c'
const values = [
  `'"><img src=x onerror=alert(1)><script>alert(1)</script>`,
  `x' or '1'='1' union select password_hash from house.accounts --`,
  '\u0000',
  '%00',
  '%E0%A4%A',
  '-1',
  '1.5',
  '1e400',
  '99999999999999999999',
  'NaN',
  `999999999999999_${ID}`,
  `9e15_${ID}`,
  `2026-99-99T99:99:99Z_${ID}`,
  '275760-09-13T00:00:00.001Z',
  '%%%___',
  'あ'.repeat(100),
  '\ud800',
  '//evil.example/',
  'javascript:alert(1)',
  'constructor',
  '__proto__',
] as const

const encoded = (value: string) =>
  /^%[0E]/.test(value) ? value : encodeURIComponent(value.toWellFormed() === value ? value : '\ufffd')

/** The fault of a response to a made-up address; undefined unless it is a bug. */
async function faultOf(browser: Browser, address: string): Promise<string | undefined> {
  const { status, text, location } = await browser.get(address)
  if (status >= 500) return `${status} ${address}`
  if (/<img src=x|<script>alert|href="javascript:|href="\/\/evil/i.test(text)) return `markup ${address}`
  if (/syntax error|invalid input syntax|out of range|violates/i.test(text)) return `speaks of the database ${address}`
  if (location && !/^\/(?![/\\])/.test(location)) return `leads away ${address}`
  return undefined
}

/** A query with this value under every name, each twice: a page that reads one must accept a list. */
const queryOf = (value: string) => names.map((name) => `${name}=${encoded(value)}&${name}=${encoded(value)}`).join('&')

/** In the shorter form an address is tried with a third of the values, and its neighbours with the rest. */
const takesTurn = (turn: number) => (_: string, at: number) => long || (at + turn) % 3 === 0

/** One address of each page that reads its query. */
async function readingPages(c: CityWorld): Promise<string[]> {
  const scene = await aFullCity(c)
  const one = new Map(addressesIn(c, scene).map((address) => [patternish(address), address]))
  const verbs =
    /\/(edit|offer|recall|start|finish|stop|talks|review|decision|release|retraction|withdrawal|visibility)$/
  const forms =
    /\/(signature|paper|acceptance|department|return|decline|refusal|resumption|termination|closing|extension)$/
  const pages = [...one.values()].filter((path) => !verbs.test(path) && !forms.test(path) && !path.endsWith('.pdf'))
  return ['/', '/projects', '/charters/compare', '/ui', '/sign-in', '/sign-in/link', ...pages]
}

test.each([
  ['nobody', values],
  ['section', values.filter((_, at) => long || at % 3 === 0 || at > 4)],
  ['secretary', values.filter((value) => long || /^[\d-]|NaN/.test(value))],
] as const)('no page falls over whatever %s puts behind its address', (person, tried) =>
  w.inCity(city, async (c) => {
    const [addresses, browser] = [await readingPages(c), c.as(person)]
    expect(addresses.length).toBeGreaterThan(35)
    const faults: string[] = []
    for (const address of addresses)
      for (const value of tried) {
        const fault = await faultOf(browser, `${address}?${queryOf(value)}`)
        if (fault) faults.push(`${fault.slice(0, 60)} with ${JSON.stringify(value.slice(0, 40))}`)
      }
    expect(faults).toEqual([])
  }),
)

test('papers bear it too', () =>
  w.inCity(city, async (c) => {
    const scene = await aFullCity(c)
    const papers = addressesIn(c, scene).filter((path) => path.endsWith('.pdf') && !path.includes('none'))
    const faults = []
    for (const address of papers.slice(0, long ? undefined : 6))
      for (const value of ['1.5', '99999999999999999999', '\u0000', 'constructor'])
        faults.push(await faultOf(c.as('section'), `${address}?${queryOf(value)}`))
    expect(faults.filter(Boolean)).toEqual([])
  }))

test('no page falls over whatever stands in its path', () =>
  w.inCity(city, async (c) => {
    const faults: string[] = []
    const browser = c.as('section')
    for (const [turn, value] of values.entries())
      for (const address of placesIn(c, encoded(value)).filter(takesTurn(turn))) {
        const fault = await faultOf(browser, address)
        if (fault) faults.push(fault.slice(0, 120))
      }
    expect(faults).toEqual([])
  }))

test('a condition on a column that no list offers changes nothing', () =>
  w.inCity(city, async (c) => {
    await aFullCity(c)
    const shown = (query: string) =>
      c
        .as('nobody')
        .get(`/${city}/projects?${query}`)
        .then(({ links }) => links.map(({ text }) => text))
    const all = await shown('')
    for (const query of ['title=x', 'folded=x', 'city_id=0', 'purpose=a', 'sort=password', 'order=(select+1)'])
      expect(await shown(query)).toEqual(all)
  }))

const patternish = (path: string) => path.replace(/[0-9a-f-]{36}|r8-\w+-\d+|\d+/g, '*')
