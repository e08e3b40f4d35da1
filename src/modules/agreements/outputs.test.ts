import { describe, expect, test } from 'vitest'
import { anAgreement, groupAndCity, signAs } from '../../../test/agreements.ts'
import { textOfPdf } from '../../../test/pdf-text.ts'
import { type CityWorld, useWorld } from '../../../test/world.ts'
import type { Db } from '../../platform/db/index.ts'
import { beginAmendment, offerAgreement, recallOffer } from './actions/index.ts'
import { findAgreementById } from './queries/one.ts'
import { refOf } from './tables.ts'
import { urls } from './urls.ts'
import { saveDraft } from './writes/draft.ts'

const world = useWorld()

const city = { city: 'kawaguchi' }

const inCity = (test: (c: CityWorld) => Promise<void>) => () => world.inCity('kawaguchi', test)

type Made = Parameters<typeof anAgreement>[2]

const make = (c: CityWorld, state: Made, options: Parameters<typeof anAgreement>[3] = {}) =>
  c.run((db) => anAgreement(c, db, state, options))

const at = (agreement: Parameters<typeof refOf>[0]) => ({ ...city, ref: refOf(agreement) })

const rowsOf = (c: CityWorld, subject_id: string) =>
  c.run((db) =>
    db
      .selectFrom('letters')
      .select(['kind', 'part', 'number'])
      .where('subject_id', '=', subject_id)
      .orderBy('id')
      .execute(),
  )

/** As if it had been done before letters were kept. */
const forget = (c: CityWorld, subject_id: string) =>
  c.run((db) => db.deleteFrom('letters').where('subject_id', '=', subject_id).execute())

/** Amends an agreement, with every signature. */
async function amend(c: CityWorld, db: Db, id: string): Promise<void> {
  const act = await c.act(db, 'section')
  const get = async () => (await findAgreementById(db, id))!
  await beginAmendment(act, await get())
  const one = await get()
  await saveDraft(act, one, { ...one.draft, note: '延ばすため', ends_on: '令和10年3月31日' }, one.draft_parties)
  await offerAgreement(act, await get())
  for (const side of await groupAndCity(db, c)) await signAs(db, c, side, await get())
}

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

const wordsOf = async (response: Response) => textOfPdf(await bytesOf(response)).replace(/\s/g, '')

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

describe('a letter that was issued', () => {
  test(
    'to a party with the offer stays as it was, whoever represents the party later; another offer issues another one',
    inCity(async (c) => {
      const agreement = await make(c, 'offered')
      const [first, city] = [c.parties.first!.id, c.parties.city!.id]
      const read = () => pdf(c, 'section', urls.letter(at(agreement), { party: first })).then(bytesOf)
      const issued = await read()
      const { name } = c.people.representative!
      await c.run((db) =>
        db
          .updateTable('memberships')
          .set({ ends_on: '2026-11-25' })
          .where('party_id', '=', first)
          .where('role', '=', 'representative')
          .execute(),
      )
      expect(Buffer.compare(await read(), issued)).toBe(0)
      expect(textOfPdf(issued).replace(/\s/g, '')).toContain(name.replace(/\s/g, ''))
      const request = (part: string) => ({ kind: 'agreement.request', part, number: agreement.offered!.text.number })
      expect(await rowsOf(c, agreement.id)).toEqual([request(first), request(city)])
      await c.run(async (db) => recallOffer(await c.act(db, 'section'), agreement, { reason: '日付の誤り' }))
      await c.run(async (db) =>
        offerAgreement(await c.act(db, 'section'), (await findAgreementById(db, agreement.id))!),
      )
      expect(await wordsOf(await pdf(c, 'section', urls.letter(at(agreement), { party: first })))).toContain('第2版')
      expect(await rowsOf(c, agreement.id)).toHaveLength(4)
    }),
    60_000,
  )

  test(
    'with the last signature, and with no earlier one, is the agreement itself: of each version there is one, for good',
    inCity(async (c) => {
      const offered = await make(c, 'offered')
      await c.run(async (db) => signAs(db, c, (await groupAndCity(db, c))[0]!, offered))
      expect((await rowsOf(c, offered.id)).map(({ kind }) => kind)).not.toContain('agreement.complete')
      await c.run(async (db) => signAs(db, c, (await groupAndCity(db, c))[1]!, offered))
      expect((await rowsOf(c, offered.id)).at(-1)).toMatchObject({ kind: 'agreement.complete', part: '1' })
      const read = () => pdf(c, 'secretary', urls.pdf(at(offered), { version: '1' })).then(bytesOf)
      const issued = await read()
      expect(textOfPdf(issued)).toContain('石井')
      await c.run((db) => amend(c, db, offered.id))
      expect((await rowsOf(c, offered.id)).at(-1)).toMatchObject({ kind: 'agreement.complete', part: '2' })
      expect(textOfPdf(await bytesOf(await pdf(c, 'secretary', urls.pdf(at(offered)))))).not.toBe(textOfPdf(issued))
      expect(Buffer.compare(await read(), issued)).toBe(0)
    }),
    60_000,
  )

  test(
    'before letters were kept is made again from the record, and says that it is a copy',
    inCity(async (c) => {
      const signed = await make(c, 'in_force')
      const offered = await make(c, 'offered')
      const paper = () => pdf(c, 'secretary', urls.pdf(at(signed))).then(wordsOf)
      const request = () => pdf(c, 'section', urls.letter(at(offered), { party: c.parties.first!.id })).then(wordsOf)
      expect([await paper(), await request()].map((words) => words.includes('（写し）'))).toEqual([false, false])
      await forget(c, signed.id)
      await forget(c, offered.id)
      expect([await paper(), await request()].map((words) => words.includes('（写し）'))).toEqual([true, true])
    }),
    60_000,
  )
})

test(
  'the former address of a retraction leads to the present one',
  inCity(async (c) => {
    const agreement = await make(c, 'in_force')
    expect((await c.as('stranger').get(urls.formerRetraction(at(agreement)))).status).toBe(404)
    const former = await c.as('section').get(urls.formerRetraction(at(agreement)))
    expect([former.status, former.location]).toEqual([301, urls.retraction(at(agreement))])
  }),
)
