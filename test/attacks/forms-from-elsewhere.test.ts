import { expect, test } from 'vitest'
import { urls as parties } from '../../src/modules/parties/urls.ts'
import { useWorld } from '../world.ts'
import { signInAndHold } from './holding.ts'
import { addressesIn, aFullCity } from './scene.ts'

// Attack classes 13, 18, 20 and 21: a form is accepted once, from the browser that showed it, for its own purpose.

const w = useWorld()
const city = 'kawaguchi'
const ours = 'http://localhost:3000'

test('no address takes a form without the token of the session, nor from another site', () =>
  w.inCity(city, async (c) => {
    const scene = await aFullCity(c)
    const before = await c.run((db) => db.selectFrom('record_entries').select('seq').execute())
    const addresses = addressesIn(c, scene, 'POST')
    expect(addresses.length).toBeGreaterThan(150)
    const browser = c.as('section')
    const taken: string[] = []
    for (const address of addresses)
      for (const act of ['', 'save', 'constructor']) {
        const answer = await browser.post(address, { _key: crypto.randomUUID(), _act: act })
        // 409: not the moment for this act in any case.
        if (![403, 404, 409].includes(answer.status)) taken.push(`${answer.status} ${act} ${address}`)
      }
    expect(taken).toEqual([])
    expect(await c.run((db) => db.selectFrom('record_entries').select('seq').execute())).toEqual(before)
  }))

test.each([
  ['another site', { origin: 'https://evil.example' }],
  ['a neighbour of our own host', { origin: 'http://evil.localhost:3000' }],
  ['something that is no address', { origin: 'http://[' }],
  ['a browser that says it came from elsewhere', { origin: ours, 'sec-fetch-site': 'cross-site' }],
])('a form from %s is refused though its token is right', (_, headers) =>
  w.inCity(city, async (c) => {
    const browser = c.as('section')
    const page = await browser.get(parties.new({ city }))
    const sent = await browser.post(parties.new({ city }), { ...page.formValues, name: 'x' }, headers)
    expect(sent.status).toBe(403)
    const own = await browser.post(parties.new({ city }), { ...page.formValues, name: '' })
    expect(own.status).toBe(422)
  }),
)

test('the token of one person’s page is worth nothing in another’s session, nor in one’s own next one', () =>
  w.inCity(city, async (c) => {
    const page = await c.as('neighbour').get(parties.edit({ city, number: String(c.parties.second!.number) }))
    const { _csrf } = page.formValues as Record<string, string>
    for (const person of ['section', 'neighbour']) {
      const form = (await c.as(person).get(parties.edit({ city, number: String(c.parties.second!.number) }))).formValues
      const sent = await c
        .as(person)
        .post(parties.edit({ city, number: String(c.parties.second!.number) }), { ...form, _csrf: _csrf! })
      expect([person, sent.status]).toEqual([person, 403])
    }
  }))

test('a form’s key is its own person’s: the same key from somebody else is another sending', () =>
  w.inCity(city, async (c) => {
    const at = parties.edit({ city, number: String(c.parties.second!.number) })
    const mine = c.as('neighbour')
    const form = (await mine.get(at)).formValues
    expect((await mine.post(at, { ...form, activity: 'わたしの文' })).status).toBe(303)
    const other = c.as('section')
    const theirs = (await other.get(at)).formValues
    const sent = await other.post(at, {
      ...theirs,
      activity: '担当課の文',
      scan: new File(['%PDF-1.4'], '変更届.pdf', { type: 'application/pdf' }),
      _key: form._key!,
    })
    expect(sent.status).toBe(303)
    const after = await c.run((db) =>
      db.selectFrom('parties').select('activity').where('id', '=', c.parties.second!.id).executeTakeFirst(),
    )
    expect(after).toEqual({ activity: '担当課の文' })
  }))

test('what was held when a session ended is shown on the page it was written on, and on no other', () =>
  w.inCities(['kawaguchi', 'iruma'], async (here, there) => {
    const { browser, held, page } = await signInAndHold(here, 'わたしの書きかけ')
    for (const elsewhere of [parties.new({ city: there.slug }), `/${here.slug}/proposals/new`, '/me'])
      expect((await browser.get(`${elsewhere}?held=${held}`)).text.includes('わたしの書きかけ')).toBe(false)
    expect((await browser.get(`${page}?held=${held}`)).text.includes('わたしの書きかけ')).toBe(true)
    expect((await browser.get(`${page}?held=${held}`)).text.includes('わたしの書きかけ')).toBe(false)
  }))

test('nobody signed in with another account finds it', () =>
  w.inCities(['kawaguchi'], async (here) => {
    const { held, page } = await signInAndHold(here, 'わたしの書きかけ')
    expect((await here.as('administrator').get(`${page}?held=${held}`)).text.includes('わたしの書きかけ')).toBe(false)
  }))
