import { afterAll, describe, expect, test } from 'vitest'
import { textOfPdf } from '../../../test/pdf-text.ts'
import { aProposal, openFor } from '../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../test/world.ts'
import { pdfRenderer } from '../../platform/pdf/index.ts'
import type { ProposalState } from './lifecycle.ts'
import { proposalSheet } from './outputs.tsx'
import { addresseeOf, askAt } from './proposal/correspondence.ts'
import { decisionLetter, receiptLetter, returnLetter } from './proposal/documents.ts'
import { findSeen, type Seen } from './queries/one.ts'
import { refOf } from './tables.ts'
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
      expect(askAt({ ...c.charter, city: city_ }, returned.proposal)).toContain('電話　048-000-0000')
      const talked = { ...returned.proposal, department_name: '公園課', department_phone: '048-000-0001' }
      expect(askAt(c.charter, talked).slice(-2)).toEqual(['担当　公園課', '電話　048-000-0001'])
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
  test('nobody must sign in, a stranger finds nothing, the group reads its letter', () =>
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
