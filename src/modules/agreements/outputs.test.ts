import { expect, test } from 'vitest'
import { anAgreement, groupAndCity, signAs } from '../../../test/agreements.ts'
import { textOfPdf } from '../../../test/pdf-text.ts'
import { type CityWorld, useWorld } from '../../../test/world.ts'
import { refOf } from './tables.ts'
import { urls } from './urls.ts'

const world = useWorld()

const city = { city: 'kawaguchi' }

const inCity = (test: (c: CityWorld) => Promise<void>) => () => world.inCity('kawaguchi', test)

type Made = Parameters<typeof anAgreement>[2]

const make = (c: CityWorld, state: Made, options: Parameters<typeof anAgreement>[3] = {}) =>
  c.run((db) => anAgreement(c, db, state, options))

const at = (agreement: Parameters<typeof refOf>[0]) => ({ ...city, ref: refOf(agreement) })

/** The bytes of a download, asked for with the person's session. */
async function pdf(c: CityWorld, person: string, path: string): Promise<Response> {
  const browser = c.as(person)
  await browser.get(urls.list(city))
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return c.app.app.request(`http://localhost:3000${path}`, { headers: cookie ? { cookie } : {} })
}

test(
  'on paper stand the articles, the annex, who signed and the number of the text; the copy for everyone names nobody',
  inCity(async (c) => {
    const agreement = await make(c, 'in_force')
    const own = textOfPdf(Buffer.from(await (await pdf(c, 'secretary', urls.pdf(at(agreement)))).arrayBuffer()))
    for (const words of ['第1条', '別表', '240人', '佐藤', '石井', agreement.current!.digest.slice(0, 8)])
      expect(own).toContain(words)
    expect((await pdf(c, 'nobody', urls.pdf(at(agreement)))).status).toBe(404)
    await c.as('section').fill(urls.release(at(agreement)), { withheld: '' })
    const open = textOfPdf(Buffer.from(await (await pdf(c, 'nobody', urls.pdf(at(agreement)))).arrayBuffer()))
    expect(open).toContain('第1条')
    expect(open).not.toContain('佐藤')
  }),
  60_000,
)

test(
  'a paper to sign by hand has the annex before the lines, a line for each party who has not signed, and room for a seal',
  inCity(async (c) => {
    const agreement = await make(c, 'offered')
    await c.run(async (db) => signAs(db, c, (await groupAndCity(db, c))[0]!, agreement))
    const sheet = textOfPdf(
      Buffer.from(await (await pdf(c, 'section', urls.pdf(at(agreement)))).arrayBuffer()),
    ).replace(/\s/g, '')
    expect(sheet.indexOf('別表')).toBeLessThan(sheet.lastIndexOf('署名した日'))
    expect(sheet.lastIndexOf('別表役割')).toBeLessThan(sheet.lastIndexOf('職・氏名（署名または記名押印）'))
    expect(sheet.match(/職・氏名（署名または記名押印）/g)).toHaveLength(1)
    expect(sheet.match(/印/g)!.length).toBe(2)
    expect(sheet).not.toMatch(/（\d+番）/)
  }),
  60_000,
)

test(
  'a letter goes with the paper, to the representative by name or to the body with 御中, from the section alone',
  inCity(async (c) => {
    const agreement = await make(c, 'offered')
    const letter = (person: string, party: string) => pdf(c, person, urls.letter(at(agreement), { party }))
    const read = async (party: string) =>
      textOfPdf(Buffer.from(await (await letter('section', party)).arrayBuffer())).replace(/\s/g, '')
    const words = await read(c.parties.first!.id)
    expect(words).toContain(`代表者${c.people.representative!.name.replace(/\s/g, '')}様`)
    for (const one of [
      '協定書への署名について（お願い）',
      '令8-協定-0001',
      '令和8年11月25日',
      agreement.offered!.digest.slice(0, 4),
    ])
      expect(words).toContain(one)
    expect(await read(c.parties.city!.id)).toContain('御中')
    expect((await letter('secretary', c.parties.first!.id)).status).toBe(403)
    expect((await letter('section', c.parties.second!.id)).status).toBe(404)
    expect((await letter('nobody', c.parties.first!.id)).status).toBe(303)
  }),
  60_000,
)
