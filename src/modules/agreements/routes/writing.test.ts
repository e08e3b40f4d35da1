import { describe, expect, test } from 'vitest'
import { anAgreement, aDraft as typedDraft } from '../../../../test/agreements.ts'
import { aProposal, openFor } from '../../../../test/proposals.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { findAgreementById } from '../queries/one.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'

const world = useWorld()

const city = { city: 'kawaguchi' }

const inCity = (test: (c: CityWorld) => Promise<void>) => () => world.inCity('kawaguchi', test)

type Made = Parameters<typeof anAgreement>[2]

const make = (c: CityWorld, state: Made, options: Parameters<typeof anAgreement>[3] = {}) =>
  c.run((db) => anAgreement(c, db, state, options))

const at = (d: Parameters<typeof refOf>[0]) => ({ ...city, ref: refOf(d) })

/** The answers of a whole draft between the group and the city, as a browser sends them. */
function _answers(c: CityWorld): Record<string, string> {
  const { parties, targets, roles, ...rest } = typedDraft(c, [c.parties.first!, c.parties.city!])
  const rows = { parties, targets, roles }
  const flat = Object.entries(rows).flatMap(([list, many]) =>
    (many ?? []).flatMap((row, index) =>
      Object.entries(row).map(([cell, value]) => [`${list}.${index}.${cell}`, value]),
    ),
  )
  return { ...(rest as Record<string, string>), ...Object.fromEntries(flat) }
}

test(
  'begun from an adopted proposal: its parties, title and purpose are there already, once, and the page leads back to it',
  inCity(async (c) => {
    await openFor(c)
    const proposal = await c.run((db) => aProposal(c, db, 'decided'))
    const choices = async (person: string) => (await c.as(person).get(urls.new(city))).text.includes(proposal.id)
    expect([await choices('section'), await choices('secretary'), await choices('neighbour')]).toEqual([
      true,
      true,
      false,
    ])
    const secretary = c.as('secretary')
    const started = await secretary.fill(urls.new(city), {
      proposal: proposal.id,
      title: '花壇の協定',
      kind: 'agreement',
    })
    const draft = await secretary.follow(started)
    expect(draft.formValues).toMatchObject({
      'parties.0.party': expect.stringContaining(c.parties.first!.name),
      'parties.1.party': expect.stringContaining(c.parties.city!.name),
      purpose: expect.stringMatching(/./),
    })
    expect(await choices('section')).toBe(false)
    const again = await c
      .as('section')
      .fill(urls.new(city), { proposal: proposal.id, title: '花壇', kind: 'agreement' })
    expect(again.errors.proposal).toContain('すでに書き始められています')
  }),
)

describe('writing', () => {
  test(
    'rows are added and taken away by buttons, without script, and nothing typed is lost',
    inCity(async (c) => {
      const d = await make(c, 'draft')
      const section = c.as('section')
      const more = await section.fill(urls.edit(at(d)), { purpose: '書きかけ' }, 'add:roles')
      expect(more.status).toBe(200)
      expect([more.field('目的'), Object.keys(more.formValues).filter((name) => name.endsWith('.does'))]).toEqual([
        '書きかけ',
        ['roles.0.does', 'roles.1.does', 'roles.2.does'],
      ])
      const less = await section.post(urls.edit(at(d)), { ...more.formValues, _act: 'remove:roles.0' })
      expect(less.formValues['roles.0.does']).toBe(more.formValues['roles.1.does'])
    }),
  )

  test(
    'a half-finished draft is kept; going on says at each field what is missing, with all that was typed',
    inCity(async (c) => {
      const section = c.as('section')
      const started = await section.fill(urls.new(city), { title: '花壇', kind: 'agreement' })
      const kept = await section.fill(started.location!, { purpose: '書きかけ', starts_on: 'いつか' }, 'save')
      expect(kept.status).toBe(303)
      const wrong = await section.fill(started.location!)
      expect(wrong.status).toBe(422)
      expect(wrong.errors).toMatchObject({
        parties: expect.stringContaining('二者以上'),
        starts_on: expect.stringContaining('例 令和8年4月1日'),
      })
      expect(wrong.field('始まりの日')).toBe('いつか')
      const preview = await section.get(started.location!.replace(/edit$/, 'offer'))
      expect(preview.says).toContain('署名を求める前に、次のところを書いてください')
    }),
  )

  test(
    'saving while writing answers with the new revision, and the next save stands on it',
    inCity(async (c) => {
      const d = await make(c, 'draft')
      const section = c.as('section')
      const page = await section.get(urls.edit(at(d)))
      const save = (revision: string, purpose: string) =>
        section.post(
          urls.edit(at(d)),
          { ...page.formValues, _act: 'save', _revision: revision, purpose },
          { accept: 'application/json' },
        )
      const first = await save(String(page.formValues._revision), '一')
      const { revision } = JSON.parse(first.text) as { revision: string }
      const second = await save(revision, '二')
      expect([first.status, second.status]).toEqual([200, 200])
      expect((await c.run((db) => findAgreementById(db, d.id)))!.draft!.purpose).toBe('二')
    }),
  )

  test(
    'two people at once: the later one is shown both, in words, and loses nothing',
    inCity(async (c) => {
      const d = await make(c, 'draft')
      const page = await c.as('secretary').get(urls.edit(at(d)))
      await c.as('section').fill(urls.edit(at(d)), { purpose: '職員の書いた目的' }, 'save')
      const secretary = c.as('secretary')
      const mine = await secretary.get(urls.edit(at(d)))
      const stale = {
        ...mine.formValues,
        _revision: page.formValues._revision!,
        purpose: '団体の書いた目的',
        _act: 'save',
      }
      const late = await secretary.post(urls.edit(at(d)), stale)
      expect(late.status).toBe(409)
      expect(late.says).toContain('職員の書いた目的')
      expect(late.field('目的')).toBe('団体の書いた目的')
      const again = await secretary.post(urls.edit(at(d)), { ...late.formValues, _act: 'save' })
      expect(again.status).toBe(303)
    }),
  )
})

test(
  'a draft is read by everyone who is named in it, also by those who do not write it',
  inCity(async (c) => {
    const d = await make(c, 'draft')
    const page = await c.as('signatory').get(urls.show(at(d)))
    expect(page.says).toContain('土手に咲く花を、歩く人みんなの楽しみにする。')
    expect(page.says).toContain('NPO法人 みどりの架け橋の持ち場を手入れする。')
    expect(page.buttons).not.toContain('文面を書く')
  }),
)
