import { afterAll, describe, expect, test } from 'vitest'
import { textOfPdf } from '../../../test/pdf-text.ts'
import { aProposal, openFor, second } from '../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../test/world.ts'
import type { Db } from '../../platform/db/index.ts'
import { issueLetter, listLetters } from '../../platform/letters/index.ts'
import { pdfRenderer } from '../../platform/pdf/index.ts'
import { correctDecision } from './actions/index.ts'
import type { ProposalState } from './lifecycle.ts'
import { proposalSheet } from './outputs.tsx'
import { addresseeOf, contactFor } from './proposal/correspondence.ts'
import { decisionLetter, receiptLetter, returnLetter } from './proposal/documents.ts'
import { findSeen, type Seen } from './queries/one.ts'
import { type Proposal, refOf } from './tables.ts'
import { urls } from './urls.ts'

const w = useWorld()
const renderer = pdfRenderer()
afterAll(() => renderer.stop())
const city = 'kawaguchi'
const read = async (document: Parameters<typeof renderer.render>[0]) =>
  textOfPdf(await renderer.render(document)).replace(/\n/g, '')

async function seen(c: CityWorld, state: ProposalState, options = {}): Promise<Seen> {
  const row = await c.run((db) => aProposal(c, db, state, options))
  const site = { city: { slug: city }, charter: c.charter, charter_id: c.charter_id, params: { city, ref: refOf(row) } }
  return (await c.run(async (db) => findSeen({ ...(await c.act(db, 'section')), ...site } as never)))!
}

describe('letters', () => {
  test('a decision letter bears number, date, addressee, decision and reasons', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const text = await read(decisionLetter(await seen(c, 'decided', { decision: 'conditionally_adopted' })))
      for (const part of [
        '第1号',
        '令和8年11月25日',
        'NPO法人 みどりの架け橋',
        '川口市長',
        '条件付採択',
        '役割がはっきりしているため',
        '冬の間の水やり',
        '令8-協働の提案-0001',
      ])
        expect(text).toContain(part)
    }))

  test('a body is written to by its representative, or with 御中; a person with 様', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const found = await seen(c, 'decided')
      expect(await read(decisionLetter(found))).toContain(`代表者　${c.people.representative!.name}　様`)
      const { proposal } = found
      const unknown = { ...proposal, representative: null }
      expect(addresseeOf(c.charter, unknown)).toEqual(['NPO法人 みどりの架け橋　御中'])
      const person = c.charter.actors.find(({ as, gathers }) => as === 'person' && !gathers)!
      const somebody = { ...proposal, party_kind: person.key, party_name: '佐藤 花子', representative: '佐藤 花子' }
      expect(addresseeOf(c.charter, somebody)).toEqual(['佐藤 花子　様'])
    }))

  test('every letter says whom one can ring or visit', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const { section, address } = c.charter.city.contact
      const returned = await seen(c, 'returned')
      for (const letter of [receiptLetter(returned), returnLetter(returned)]) {
        const text = await read(letter)
        for (const part of [section.ja, address!.ja, '〒332-0015', '電話'])
          expect(text.replace(/\s/g, '')).toContain(part.replace(/\s/g, ''))
      }
      const city_ = { ...c.charter.city, contact: { ...c.charter.city.contact, telephone: '048-000-0000' } }
      expect(contactFor({ ...c.charter, city: city_ }, returned.proposal)).toContain('電話　048-000-0000')
      const talked = { ...returned.proposal, department_name: '公園課', department_phone: '048-000-0001' }
      expect(contactFor(c.charter, talked).slice(-2)).toEqual(['担当　公園課', '電話　048-000-0001'])
    }))

  test('the receipt and the request to put something right say what an officer would say', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const returned = await seen(c, 'returned')
      expect(await read(receiptLetter(returned))).toContain('令8-協働の提案-0001')
      expect(await read(returnLetter(returned))).toContain('収支の合計を確かめてください。')
    }))

  test('the proposal prints on the form of the city with every answer', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const text = await read(proposalSheet(await seen(c, 'submitted')))
      for (const part of ['協働事業提案書', '川沿いの花壇をみんなで育てる', '240人', '120,000円', '東高校'])
        expect(text).toContain(part)
    }))
})

describe('who gets them', () => {
  test('a guest must sign in, a stranger finds nothing, the group reads its letter', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const at = { city, ref: refOf(await c.run((db) => aProposal(c, db, 'decided'))) }
      expect((await c.as('nobody').get(urls.letter(at))).status).toBe(303)
      expect((await c.as('stranger').get(urls.letter(at))).status).toBe(404)
      expect((await c.as('neighbour').get(urls.sheet(at))).status).toBe(404)
      const letter = await c.as('secretary').get(urls.letter(at))
      expect([letter.status, letter.headers.get('content-type'), letter.headers.get('cache-control')]).toEqual([
        200,
        'application/pdf',
        'no-store',
      ])
    }))

  test('there is no decision letter before the decision', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const at = { city, ref: refOf(await c.run((db) => aProposal(c, db, 'under_review'))) }
      expect((await c.as('section').get(urls.letter(at))).status).toBe(404)
      expect((await c.as('section').get(urls.receiptLetter(at))).status).toBe(200)
    }))
})

describe('letters at their own addresses', () => {
  const lettersOf = (c: CityWorld, { id }: Proposal) => c.run((db) => listLetters(db, { kind: 'proposal', id }))
  const correct = async (c: CityWorld, db: Db, one: Proposal) => {
    const words = { reason: '写しまちがえたため。', reasons: '役割がはっきりしているため。', conditions: '' }
    const rest = { decision: '' as const, decided_on: null, released_on: null }
    await correctDecision.byTwo(await c.act(db, 'section'), await second(c, db), one, { ...words, ...rest })
  }

  test('are read by those who may see the proposal, and by nobody else', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const one = await c.run((db) => aProposal(c, db, 'decided'))
      const [letter] = await lettersOf(c, one)
      const url = `${urls.show({ city, ref: refOf(one) })}/letters/${letter!.id}`
      expect((await c.as('nobody').get(url)).status).toBe(303)
      for (const person of ['stranger', 'neighbour'])
        expect([person, (await c.as(person).get(url)).status]).toEqual([person, 404])
      for (const person of ['secretary', 'section', 'officer'])
        expect([person, (await c.as(person).get(url)).status]).toEqual([person, 200])
    }))

  test('stay when another has corrected them; the page says by which, and the old address gives the newest', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const one = await c.run((db) => aProposal(c, db, 'decided'))
      const secretary = c.as('secretary')
      const [first] = await lettersOf(c, one)
      const at = { city, ref: refOf(one) }
      const before = await secretary.get(`${urls.show(at)}/letters/${first!.id}`)
      await c.run((db) => correct(c, db, one))
      const [correction] = await lettersOf(c, one)
      const page = await secretary.get(urls.show(at))
      expect(page.says).toContain(`${correction!.number} ${correction!.title}で改められています`)
      const after = await secretary.get(`${urls.show(at)}/letters/${first!.id}`)
      expect(Buffer.compare(Buffer.from(after.bytes), Buffer.from(before.bytes))).toBe(0)
      const newest = await secretary.get(urls.letter(at))
      expect(textOfPdf(newest.bytes).replace(/\s/g, '')).toContain('写しまちがえたため。')
    }))

  test('that were issued when a return had another name, and acts whose letters were not kept, are answered as before', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const one = await c.run((db) => aProposal(c, db, 'returned'))
      const at = { city, ref: refOf(one) }
      const section = c.as('section')
      const kept = await section.get(urls.returnLetter(at))
      await c.run(async (db) => {
        const row = await db
          .selectFrom('letters')
          .selectAll()
          .where('kind', '=', 'proposal.return')
          .executeTakeFirstOrThrow()
        await db.deleteFrom('letters').where('id', '=', row.id).execute()
      })
      const page = await section.get(urls.show(at))
      expect(page.links.map(({ text }) => text)).toContain('補正のお願い（PDF）')
      const made = await section.get(urls.returnLetter(at))
      expect([kept.status, made.status]).toEqual([200, 200])
      await c.run(async (db) => {
        const document = returnLetter({ proposal: { ...one, return_note: '前の名前の通知です。' }, charter: c.charter })
        const about = { kind: 'proposal', id: one.id }
        await issueLetter(db, await c.act(db, 'section'), { kind: 'proposal.correction', subject: about, document })
      })
      const old = await section.get(urls.returnLetter(at))
      expect(textOfPdf(old.bytes).replace(/\s/g, '')).toContain('前の名前の通知です。')
    }))

  test('the former addresses of a return, of a retraction and of declining lead to the present ones', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const at = { city, ref: refOf(await c.run((db) => aProposal(c, db, 'submitted'))) }
      expect((await c.as('stranger').get(urls.formerReturn(at))).status).toBe(404)
      for (const [before, now] of [
        [urls.formerReturn, urls.return],
        [urls.formerRetraction, urls.retraction],
        [urls.formerDecline, urls.decline],
      ] as const) {
        const former = await c.as('section').get(before(at))
        expect([former.status, former.location]).toEqual([301, now(at)])
      }
    }))
})

describe('the 起案・決裁 sheet', () => {
  test('is the paper of the section and the department: who prepared and confirmed, on what ground, with the letter', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const one = await c.run((db) => aProposal(c, db, 'decided'))
      const show = urls.show({ city, ref: refOf(one) })
      const link = (await c.as('section').get(show)).links.filter(({ text }) => text === '起案・決裁').at(-1)!
      const page = await c.as('officer').get(link.href)
      for (const part of [
        '決定する（川沿いの花壇をみんなで育てる）',
        c.people.section!.name,
        c.people.clerk!.name,
        '8川口協第1号',
        '市が採択を決定しました',
        '地域の課題に合い',
      ])
        expect(page.says).toContain(part)
      expect((await c.as('secretary').get(show)).links.map(({ text }) => text)).not.toContain('起案・決裁')
      expect((await c.as('secretary').get(link.href)).status).toBe(403)
      expect((await c.as('stranger').get(link.href)).status).toBe(404)
    }))
})
