import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { anAgreement, groups } from '../../../../test/agreements.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { onStatement } from '../../../platform/db/index.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'

const world = useWorld()

const city = { city: 'kawaguchi' }

const inCity = (test: (c: CityWorld) => Promise<void>) => () => world.inCity('kawaguchi', test)

type Made = Parameters<typeof anAgreement>[2]

const make = (c: CityWorld, state: Made, options: Parameters<typeof anAgreement>[3] = {}) =>
  c.run((db) => anAgreement(c, db, state, options))

const at = (agreement: Parameters<typeof refOf>[0]) => ({ ...city, ref: refOf(agreement) })

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: { 'long-title': 'off', 'require-sri': 'off' },
})

describe('who sees it before its release', () => {
  test(
    'everyone named, the section, nobody else: for them it is not there, on any of its pages',
    inCity(async (c) => {
      const agreement = await make(c, 'offered')
      for (const person of ['secretary', 'representative', 'section', 'signatory', 'clerk'])
        expect((await c.as(person).get(urls.show(at(agreement)))).status, person).toBe(200)
      const pages = [
        urls.show,
        urls.edit,
        urls.offer,
        urls.signature,
        urls.paperSignature,
        urls.recall,
        urls.amendment,
        urls.termination,
        urls.release,
        urls.versions,
        urls.pdf,
      ]
      for (const person of ['neighbour', 'stranger'])
        for (const page of pages)
          expect((await c.as(person).get(page(at(agreement)))).status, `${person} ${page.pattern}`).toBe(404)
      expect((await c.as('nobody').get(urls.show(at(agreement)))).status).toBe(404)
      expect((await c.as('nobody').get(urls.signature(at(agreement)))).status).toBe(303)
      expect((await c.as('stranger').get(urls.list(city))).says).not.toContain(agreement.title)
    }),
  )

  test(
    'buttons appear for those who may, and only then',
    inCity(async (c) => {
      const agreement = await make(c, 'offered')
      const buttonsOf = async (person: string) => (await c.as(person).get(urls.show(at(agreement)))).buttons
      expect(await buttonsOf('signatory')).toContain('文面を読んで署名する')
      expect(await buttonsOf('representative')).not.toContain('文面を読んで署名する')
      expect(await buttonsOf('section')).toContain('用紙の署名を記録する')
      expect(await buttonsOf('secretary')).not.toContain('用紙の署名を記録する')
      expect(await buttonsOf('section')).not.toContain('文面を書く')
    }),
  )
})

test(
  'every page is valid HTML in every state that shows it',
  inCity(async (c) => {
    const [draft, offered, signed] = [await make(c, 'draft'), await make(c, 'offered'), await make(c, 'in_force')]
    await c.as('section').fill(urls.release(at(signed)), { withheld: '花' })
    await c.as('section').fill(urls.amendment(at(signed)))
    const pages: [string, string][] = [
      ['section', urls.list(city)],
      ['section', urls.new(city)],
      ['section', urls.show(at(draft))],
      ['section', urls.edit(at(draft))],
      ['section', urls.offer(at(draft))],
      ['secretary', urls.show(at(offered))],
      ['secretary', urls.signature(at(offered))],
      ['section', urls.paperSignature(at(offered))],
      ['section', urls.recall(at(offered))],
      ['secretary', urls.show(at(signed))],
      ['secretary', urls.edit(at(signed))],
      ['secretary', urls.amendmentWithdrawal(at(signed))],
      ['secretary', urls.versions(at(signed))],
      ['secretary', urls.difference({ ...at(signed), version: '1' })],
      ['section', urls.termination(at(signed))],
      ['section', urls.release(at(signed))],
      ['section', urls.retraction(at(signed))],
      ['nobody', urls.show(at(signed))],
      ['nobody', urls.list(city)],
    ]
    for (const [person, path] of pages) {
      const page = await c.as(person).get(path)
      expect(page.status, `${person} ${path}`).toBe(200)
      const { results } = await validator.validateString(page.text)
      expect(
        results.flatMap(({ messages }) => messages.map(({ message, ruleId }) => `${path} ${ruleId}: ${message}`)),
      ).toEqual([])
      expect(page.says, path).not.toMatch(/undefined|NaN|\[object/)
    }
  }),
)

test(
  'from what happened the office comes to the sheet of each act, with the letter it issued; the parties do not',
  inCity(async (c) => {
    const agreement = await make(c, 'offered')
    const shown = await c.as('section').get(urls.show(at(agreement)))
    const sheets = shown.links.filter(({ text }) => text === '起案・決裁')
    expect(sheets).toHaveLength(2)
    const found = await Promise.all(sheets.map(({ href }) => c.as('section').get(href)))
    const offer = found.find(({ says }) => says.includes('内容を確かめて署名を求める'))!
    expect(offer.heading).toBe('起案・決裁')
    expect(offer.says).toContain(agreement.offered!.text.number)
    expect(offer.says).toContain('署名について（お願い）')
    const secretary = c.as('secretary')
    expect((await secretary.get(urls.show(at(agreement)))).links.map(({ text }) => text)).not.toContain('起案・決裁')
    expect((await secretary.get(sheets[0]!.href)).status).toBe(403)
  }),
)

test(
  'the number of statements does not grow with the parties',
  inCity(async (c) => {
    const few = await make(c, 'offered')
    const many = await c.run(async (db) =>
      anAgreement(c, db, 'offered', { sides: await groups(db, c, 20), draft: { kind: 'mutual' } }),
    )
    const counted = async (path: string) => {
      const browser = c.as('section')
      await browser.get(path)
      let statements = 0
      const stop = onStatement(() => statements++)
      expect((await browser.get(path)).status).toBe(200)
      stop()
      return statements
    }
    for (const page of [urls.show, urls.versions, urls.paperSignature])
      expect(await counted(page(at(many))), page.pattern).toBe(await counted(page(at(few))))
    expect(await counted(urls.show(at(many)))).toBeLessThan(22)
  }),
)

test(
  'hard names stand as they were written, and markup in them stays text',
  inCity(async (c) => {
    const name = '<b>髙﨑</b>&𠮷田「協働」の会'
    const agreement = await c.run(async (db) => {
      const sides = await groups(db, c, 2)
      await db.updateTable('parties').set({ name }).where('id', '=', sides[0]!.party.id).execute()
      const renamed = [{ ...sides[0]!, party: { ...sides[0]!.party, name } }, sides[1]!]
      return anAgreement(c, db, 'in_force', {
        sides: renamed,
        draft: { kind: 'mutual', title: `${'長'.repeat(98)}名` },
      })
    })
    await c.as('section').fill(urls.release(at(agreement)))
    const page = await c.as('nobody').get(urls.show(at(agreement)))
    expect(page.says).toContain(name)
    expect(page.heading).toBe(`${'長'.repeat(98)}名`)
  }),
)
