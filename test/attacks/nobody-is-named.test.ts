import { expect, test } from 'vitest'
import { settings } from '../../demo/cast.ts'
import { readWorkbook } from '../../src/platform/sheet/index.ts'
import type { Answer } from '../http.ts'
import { textOfPdf } from '../pdf-text.ts'
import { opened } from '../projects.ts'
import { useWorld } from '../world.ts'
import { addressesIn, aFullCity } from './scene.ts'

// Attack classes 10, 29 and 33: a city's public pages and files contain no person's name and no address of a person.

const w = useWorld()
const city = 'kawaguchi'

async function wordsOf({ headers, bytes, text }: Answer): Promise<string> {
  const type = headers.get('content-type') ?? ''
  if (type.includes('pdf')) return textOfPdf(bytes)
  return type.includes('spreadsheetml') ? JSON.stringify(await readWorkbook(bytes)) : text
}

test('a snapshot of all that a city shows to everybody holds no person and no contact', () =>
  w.inCity(city, async (c) => {
    const contact = { email: 'renraku@himitsu.example.jp', phone: '048-000-9876', address: '秘密町一丁目二番地' }
    await c.run((db) => db.updateTable('parties').set(contact).where('is_city', '=', false).execute())
    await c.run((db) => db.updateTable('people').set({ phone: '090-0000-1234' }).execute())
    const scene = await aFullCity(c)
    await c.run((db) => opened(c, db, { title: '開かれた評価の事業' }))
    const people = settings.find(({ slug }) => slug === city)!.people.map(({ name }) => name)
    const secret = [...people, ...Object.values(contact), '090-0000-1234', `@${city}.example.jp`]
    const told: string[] = []
    let shown = 0
    for (const address of ['/', '/projects', '/sign-in', ...addressesIn(c, scene)]) {
      const answer = await c.as('nobody').get(address)
      if (answer.status !== 200) continue
      shown += 1
      const words = (await wordsOf(answer)).replace(/\s/g, '')
      for (const one of secret) if (words.includes(one.replace(/\s/g, ''))) told.push(`${one} ${address}`)
    }
    expect(shown).toBeGreaterThan(25)
    expect(told).toEqual([])
  }))

test('an evaluation that is opened but not released gives no mark and no word to anybody outside, in any form', () =>
  w.inCity(city, async (c) => {
    const scene = await aFullCity(c)
    const { project, round } = await c.run((db) => opened(c, db, { title: '開かれた評価の事業' }))
    const words = round.seats.map(({ name }) => `${name}のことば`)
    scene.refs.projects!.ref!.push(project.id)
    const told: string[] = []
    const about = addressesIn(c, scene).filter((path) => /projects|evaluations|inbox|feed|admin/.test(path))
    for (const person of ['nobody', 'neighbour'])
      for (const address of about) {
        const answer = await c.as(person).get(address)
        const text = answer.status === 200 ? await wordsOf(answer) : answer.text
        if (words.some((one) => text.includes(one))) told.push(`${person} ${address}`)
      }
    expect(told).toEqual([])
    const own = await c.as('secretary').get(`/${city}/projects/${project.id}/evaluations/r8`)
    expect(words.some((one) => own.text.includes(one))).toBe(true)
  }))
