import { expect, test } from 'vitest'
import { useWorld } from '../world.ts'
import { addressesIn, aFullCity, PRIVATE, wordsOf } from './scene.ts'

// Attack classes 8 to 11 and 16: every address, page or not, with every value of its parameters.

const w = useWorld()
const city = 'kawaguchi'

test.each(['nobody', 'stranger', 'neighbour'])('no address gives %s a word of what is not public', (person) =>
  w.inCity(city, async (c) => {
    const scene = await aFullCity(c)
    const browser = c.as(person)
    const addresses = addressesIn(c, scene)
    expect(addresses.length).toBeGreaterThan(250)
    const told: string[] = []
    for (const address of addresses) {
      const answer = await browser.get(address)
      if (answer.status >= 500 || (await wordsOf(answer)).includes(PRIVATE)) told.push(`${answer.status} ${address}`)
    }
    expect(told).toEqual([])
  }),
)

test('to whom it belongs it is shown, so that the walk above can fail', () =>
  w.inCity(city, async (c) => {
    const scene = await aFullCity(c)
    const seen = []
    for (const address of addressesIn(c, scene).filter((one) => /\/(proposals|agreements|projects)\/[^/]+$/.test(one)))
      if ((await wordsOf(await c.as('secretary').get(address))).includes(PRIVATE)) seen.push(address.split('/')[2])
    expect(new Set(seen)).toEqual(new Set(['proposals', 'agreements', 'projects']))
  }))

test('a file that is not published is sent to nobody from outside, and its name stands in no answer', () =>
  w.inCity(city, async (c) => {
    const { files } = await aFullCity(c)
    expect(files.filter(({ isPublic }) => isPublic)).toHaveLength(1)
    for (const { url, isPublic } of files) {
      expect((await c.as('nobody').get(url)).status).toBe(isPublic ? 200 : 303)
      for (const person of ['stranger', 'neighbour'])
        expect([url, (await c.as(person).get(url)).status]).toEqual([url, isPublic ? 200 : 404])
    }
    expect((await c.as('section').get(files[0]!.url)).status).toBe(200)
  }))
