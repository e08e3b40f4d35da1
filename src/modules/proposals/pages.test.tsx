import { describe, expect, test } from 'vitest'
import { aDraft, answersTo, aProposal, openFor, wayOf } from '../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../test/world.ts'
import { flatten } from '../../platform/web/index.ts'
import { questionsOf } from '../questionnaires/index.ts'
import { lifecycle, type ProposalState } from './lifecycle.ts'
import { refOf } from './tables.ts'
import { urls } from './urls.ts'

const w = useWorld()
const city = 'kawaguchi'
const at = (row: Parameters<typeof refOf>[0]) => ({ city, ref: refOf(row) })
const make = (c: CityWorld, state: ProposalState, options = {}) => c.run((db) => aProposal(c, db, state, options))

describe('the whole process', () => {
  test('a group writes, submits, talks; the city accepts, decides and releases; everyone reads it', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const { to, sheet } = wayOf(c)
      const secretary = c.as('secretary')
      const started = await secretary.fill(urls.new({ city }), { to })
      expect(started.status).toBe(303)
      const edit = new URL(started.location!, 'http://localhost').pathname
      const values = flatten({ title: '花壇', theme: sheet.themes[0]?.key, answers: answersTo(sheet) }) as Record<
        string,
        string
      >
      const files = Object.fromEntries(
        questionsOf(sheet).flatMap(({ key, question }) =>
          question.kind === 'files'
            ? [[`files.${key}`, new File(['%PDF-1.4'], '会則.pdf', { type: 'application/pdf' })]]
            : [],
        ),
      )
      const saved = await secretary.fill(edit, { ...values, ...files })
      expect([saved.status, saved.location]).toEqual([303, edit.replace('/edit', '/submission')])
      const confirm = await secretary.follow(saved)
      expect(confirm.buttons).toContain('提出する')
      const submitted = await secretary.fill(saved.location!)
      const receipt = await secretary.follow(submitted)
      expect(receipt.heading).toBe('受付票')
      expect(receipt.says).toContain('令8-協働の提案-0001')
      const ref = 'r8-proposal-0001'

      const section = c.as('section')
      expect((await section.get(urls.list({ city }))).says).toContain('令8-協働の提案-0001')
      const officer = c.as('officer')
      expect((await officer.get(urls.show({ city, ref }))).status).toBe(404)
      expect(
        (await section.fill(urls.acceptance({ city, ref }), { department_id: c.parties['department-office']!.id }))
          .status,
      ).toBe(303)
      expect((await officer.fill(urls.talks({ city, ref }), { text: '一度お会いしましょう。' })).status).toBe(303)
      expect(
        (
          await secretary.fill(urls.messages({ city, ref }), {
            text: 'ありがとうございます。来週の火曜はいかがですか。',
          })
        ).status,
      ).toBe(303)
      expect((await officer.get(urls.show({ city, ref }))).says).toContain('来週の火曜')
      expect((await officer.fill(urls.review({ city, ref }))).status).toBe(303)
      const decision = { decision: 'adopted', reasons: '地域の課題に合っているため。', decided_on: 'R8.11.25' }
      const second = c.as('clerk')
      expect((await section.fill(urls.decision({ city, ref }), decision)).status).toBe(303)
      expect((await second.fill(`${urls.decision({ city, ref })}/confirmation`)).status).toBe(303)
      expect((await c.as('nobody').get(urls.show({ city, ref }))).status).toBe(404)
      const summary = '川沿いの花壇を育てます。'
      expect((await section.fill(urls.release({ city, ref }), { summary })).status).toBe(303)
      expect((await c.as('nobody').get(urls.show({ city, ref }))).status).toBe(404)
      expect((await second.fill(`${urls.release({ city, ref })}/confirmation`)).status).toBe(303)
      const open = await c.as('nobody').get(urls.show({ city, ref }))
      expect(open.status).toBe(200)
      expect(open.says).toContain('採択')
      expect(open.says).toContain('地域の課題に合っているため。')
      expect(open.says).not.toContain('来週の火曜')
      expect((await c.as('nobody').get(urls.list({ city }))).says).toContain('川沿いの花壇を育てます。')
    }))
})

test.each(['kawaguchi', 'kawagoe', 'yoshikawa', 'iruma', 'kawasaki'])(
  '%s: its own form, its own programme, the same way to the public page',
  (slug) =>
    w.inCity(slug, async (c) => {
      await openFor(c)
      const row = await make(c, 'decided', { released: true })
      const here = { city: slug, ref: refOf(row) }
      for (const [person, url] of [
        ['secretary', urls.show(here)],
        ['section', urls.release(here)],
        ['secretary', urls.receipt(here)],
        ['nobody', urls.show(here)],
      ] as const) {
        expect([person, url, (await c.as(person).get(url)).status]).toEqual([person, url, 200])
      }
      const draft = await c.run((db) => aDraft(c, db))
      const edit = await c.as('secretary').get(urls.edit({ city: slug, ref: draft.id }))
      const questions = wayOf(c).sheet.sections.flatMap(({ fields }) => fields.map(({ label }) => label.ja))
      expect(questions.filter((question) => !edit.says.includes(question.replace(/\s+/g, ' ')))).toEqual([])
    }),
)

describe('who sees a proposal before it is released', () => {
  test('its group and the section do; another group, a stranger, an administrator of accounts and a department that it was not given to find nothing there', () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const row = await make(c, 'submitted')
      for (const person of ['secretary', 'representative', 'section', 'clerk'])
        expect([person, (await c.as(person).get(urls.show(at(row)))).status]).toEqual([person, 200])
      for (const person of ['neighbour', 'stranger', 'officer', 'signatory', 'administrator', 'nobody'])
        expect([person, (await c.as(person).get(urls.show(at(row)))).status]).toEqual([person, 404])
    }))

  test('only its writers see a draft, not even the section does', () =>
    w.inCity(city, async (c) => {
      const row = await c.run((db) => aDraft(c, db))
      for (const person of ['section', 'administrator', 'officer', 'neighbour'])
        expect([person, (await c.as(person).get(urls.show(at(row)))).status]).toEqual([person, 404])
      expect((await c.as('representative').get(urls.show(at(row)))).status).toBe(200)
    }))
})

test(
  'the pages of every state answer both sides without an error',
  () =>
    w.inCity(city, async (c) => {
      await openFor(c)
      const states = Object.keys(lifecycle.states) as ProposalState[]
      for (const state of states) {
        const row = await make(c, state)
        for (const person of ['secretary', 'section']) {
          for (const [name, url] of Object.entries(urls)) {
            if (!url.pattern.includes(':ref') || url.pattern.endsWith('.pdf')) continue
            const page = await c.as(person).get((url as typeof urls.show)(at(row)))
            expect([state, person, name, page.status < 500]).toEqual([state, person, name, true])
          }
        }
      }
    }),
  120_000,
)
