import { expect, test } from 'vitest'
import { findAccount, issueToken, useToken } from '../../src/modules/accounts/index.ts'
import { urls as admin } from '../../src/modules/admin/urls.ts'
import { actorFor } from '../../src/modules/parties/index.ts'
import { urls as parties } from '../../src/modules/parties/urls.ts'
import { urls as proposals } from '../../src/modules/proposals/urls.ts'
import { modules } from '../../src/modules.ts'
import { listHouseMails } from '../../src/platform/jobs/index.ts'
import { workFor } from '../work.ts'
import { type CityWorld, useWorld } from '../world.ts'
import { addressesIn, aFullCity, PRIVATE, type Scene } from './scene.ts'

// Attack classes 12 and 13: things of one city, requested under another's address and by another's people.

const w = useWorld()
const [A, B] = ['iruma', 'kawaguchi'] as const

/** The addresses of `here` with the ids and numbers of `there` in them. */
async function strangeAddresses(here: CityWorld, there: CityWorld, scene: Scene, method: 'GET' | 'POST' = 'GET') {
  const ids = await there.run(async (db) => {
    const of = (table: 'proposals' | 'agreements' | 'projects') => db.selectFrom(table).select('id').execute()
    return { proposals: await of('proposals'), agreements: await of('agreements'), projects: await of('projects') }
  })
  const refs = Object.fromEntries(
    Object.entries(scene.refs).map(([kind, places]) => [
      kind,
      kind in ids ? { ...places, ref: ids[kind as keyof typeof ids].map(({ id }) => id) } : places,
    ]),
  )
  const all = addressesIn(here, { ...scene, refs }, method)
  return all.filter((path) => /[0-9a-f]{8}-[0-9a-f]{4}-7/.test(path))
}

test('no page, paper or download of a city knows what belongs to another, whoever of its people asks', () =>
  w.inCities([A, B], async (here, there) => {
    const addresses = await strangeAddresses(here, there, await aFullCity(there))
    expect(addresses.length).toBeGreaterThan(200)
    const known: string[] = []
    for (const person of ['administrator', 'secretary'])
      for (const address of addresses) {
        const { status, text } = await here.as(person).get(address)
        if (status !== 404 || text.includes(PRIVATE)) known.push(`${person} ${status} ${address}`)
      }
    expect(known).toEqual([])
  }))

test('no form of a city does anything to what belongs to another', () =>
  w.inCities([A, B], async (here, there) => {
    const addresses = await strangeAddresses(here, there, await aFullCity(there), 'POST')
    expect(addresses.length).toBeGreaterThan(150)
    const entries = () => there.run((db) => db.selectFrom('record_entries').select('seq').execute())
    const before = await entries()
    const browser = here.as('administrator')
    const { _csrf } = (await browser.get(admin.invite({ city: A }))).formValues
    const done: string[] = []
    for (const address of addresses) {
      const { status } = await browser.post(address, {
        _csrf: _csrf!,
        _key: crypto.randomUUID(),
        reason: 'x',
        name: 'x',
      })
      if (status !== 404) done.push(`${status} ${address}`)
    }
    expect(done).toEqual([])
    expect(await entries()).toEqual(before)
  }))

test('the people of a city, its administrator too, are strangers in another', () =>
  w.inCities([A, B], async (here, there) => {
    const scene = await aFullCity(there)
    const told: string[] = []
    for (const person of ['administrator', 'secretary']) {
      const [native, stranger] = [here.as(person), there.as('stranger')]
      for (const address of addressesIn(there, scene)) {
        const [answer, usual] = [await native.get(address), await stranger.get(address)]
        if (answer.status !== usual.status || answer.text.includes(PRIVATE))
          told.push(`${person} ${answer.status} ${usual.status} ${address}`)
      }
    }
    expect(told).toEqual([])
  }))

test('a file of one city is no file of another, by its own address or the other’s', () =>
  w.inCities([A, B], async (here, there) => {
    const { files } = await aFullCity(there)
    for (const { url, isPublic } of files) {
      expect((await here.as('administrator').get(url.replace(B, A))).status).toBe(404)
      expect((await here.as('administrator').get(url)).status).toBe(isPublic ? 200 : 404)
    }
  }))

test('the number of a thing is the number of another thing in another city', () =>
  w.inCities([A, B], async (here, there) => {
    await aFullCity(there)
    const mine = await aFullCity(here)
    const ref = mine.refs.proposals!.ref![1]!
    const [one, two] = [
      await here.as('section').get(proposals.show({ city: A, ref })),
      await there.as('section').get(proposals.show({ city: B, ref })),
    ]
    expect([one.status, two.status]).toEqual([200, 200])
    expect(one.says.includes(there.parties.first!.name)).toBe(false)
    expect(two.says.includes(here.parties.first!.name)).toBe(false)
  }))

test('a form that was shown in one city and is sent to another makes its own thing there, or nothing', () =>
  w.inCities([A, B], async (here, there) => {
    const browser = here.as('section')
    const { formValues } = await browser.get(parties.new({ city: A }))
    const kind = here.parties.first!.kind
    const typed = { ...formValues, name: 'よその団体', kana: 'よそのだんたい', kind, purpose: 'x' }
    expect((await browser.post(parties.new({ city: B }), typed)).status).toBe(403)
    expect((await browser.post(parties.new({ city: A }), typed)).status).toBe(303)
    const named = (c: CityWorld) =>
      c.run((db) => db.selectFrom('parties').select('id').where('name', '=', 'よその団体').execute())
    expect([(await named(here)).length, (await named(there)).length]).toEqual([1, 0])
  }))

test('a party, a department or a proposal of another city cannot be named by its id in a form', () =>
  w.inCities([A, B], async (here, there) => {
    const scene = await aFullCity(here)
    const [ref] = scene.refs.proposals!.ref!.slice(1)
    const foreign = there.parties['department-office']!.id
    const sent = await here.as('section').fill(proposals.department({ city: A, ref: ref! }), { department_id: foreign })
    expect(sent.status).toBe(422)
    const begun = await here.as('secretary').fill(proposals.new({ city: A }), { acting_for: there.parties.first!.id })
    expect([403, 404, 422]).toContain(begun.status)
  }))

test('an invitation of one city is used up for that city alone', () =>
  w.inCities([A, B], async (here, there) => {
    await here.doors.house.run(async (db) => {
      const account_id = here.people.stranger!.account_id!
      const token = await issueToken(db, { purpose: 'invitation', account_id, city_id: here.cityId }, here.now)
      const link = { purpose: 'invitation', token } as const
      expect(await useToken(db, { ...link, city_id: there.cityId }, here.now)).toBeUndefined()
      expect(await useToken(db, link, here.now)).toBeUndefined()
      expect(await useToken(db, { ...link, city_id: here.cityId }, here.now)).toBeDefined()
    })
  }))

test('an administrator who invites somebody of another city learns nothing of them and takes nothing over', () =>
  w.inCities([A, B], async (here, there) => {
    const victim = there.people.administrator!
    const typed = { name: 'だれか', kana: 'だれか', email: victim.email!, role: 'section' }
    const known = await here.as('administrator').fill(admin.invite({ city: A }), typed)
    const unknown = await here
      .as('administrator')
      .fill(admin.invite({ city: A }), { ...typed, email: 'nobody-at-all@example.jp' })
    expect([known.status, known.location]).toEqual([unknown.status, unknown.location])
    const account = await here.doors.house.run((db) =>
      db.selectFrom('house.accounts').select(['name', 'email']).where('id', '=', victim.account_id!).executeTakeFirst(),
    )
    expect(account).toEqual({ name: victim.name, email: victim.email })
  }))

test('an invitation by another city changes nothing for a person before they accept it: no right, no sign-out, no second factor', () =>
  w.inCities([A, B], async (here, there) => {
    const { secretary } = there.people
    const browser = there.as('secretary')
    const own = `/${B}/inbox`
    expect((await browser.get(own)).status).toBe(200)
    const email = await here.doors.house.run(async (db) => (await findAccount(db, secretary!.account_id!))!.email)
    const typed = { name: 'だれか', kana: 'だれか', email, role: 'section' }
    expect((await here.as('administrator').fill(admin.invite({ city: A }), typed)).status).toBe(303)
    const actorHere = () => here.run((db) => actorFor(db, secretary!.account_id!, here.now))
    const doWork = () => workFor(here, ...modules)
    await doWork()
    const account = () => here.doors.house.run((db) => findAccount(db, secretary!.account_id!))
    expect((await account())!.must_have_second_factor).toBe(false)
    expect((await browser.get(own)).status).toBe(200)
    expect((await actorHere()).posts).toEqual([])
    const people = (await here.as('administrator').get(admin.people({ city: A }))).text
    expect(people).not.toContain(secretary!.name)

    const link = await here.doors.house.run(async (db) => {
      const [mail] = await listHouseMails(db, here.app.parts.box)
      return new URL(/http\S+/.exec(mail!.body)![0]).pathname
    })
    expect((await browser.fill(link, {}, 'accept')).status).toBe(303)
    await doWork()
    expect((await account())!.must_have_second_factor).toBe(true)
    expect((await browser.get(own)).status).toBe(303)
    expect((await actorHere()).posts.map(({ role }) => role)).toEqual(['section'])
  }))
