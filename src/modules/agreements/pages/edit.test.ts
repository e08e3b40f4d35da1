import { describe, expect, test } from 'vitest'
import { anAgreement } from '../../../../test/agreements.ts'
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

const at = (agreement: Parameters<typeof refOf>[0]) => ({ ...city, ref: refOf(agreement) })

describe('writing', () => {
  test(
    'rows are added and taken away by buttons, without script, and nothing typed is lost',
    inCity(async (c) => {
      const agreement = await make(c, 'draft')
      const section = c.as('section')
      const more = await section.fill(urls.edit(at(agreement)), { purpose: '書きかけ' }, 'add:roles')
      expect(more.status).toBe(200)
      expect([more.field('目的'), Object.keys(more.formValues).filter((name) => name.endsWith('.does'))]).toEqual([
        '書きかけ',
        ['roles.0.does', 'roles.1.does', 'roles.2.does'],
      ])
      const less = await section.post(urls.edit(at(agreement)), { ...more.formValues, _act: 'remove:roles.0' })
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
      const agreement = await make(c, 'draft')
      const section = c.as('section')
      const page = await section.get(urls.edit(at(agreement)))
      const save = (revision: string, purpose: string) =>
        section.post(
          urls.edit(at(agreement)),
          { ...page.formValues, _act: 'save', _revision: revision, purpose },
          { accept: 'application/json' },
        )
      const first = await save(String(page.formValues._revision), '一')
      const { revision } = JSON.parse(first.text) as { revision: string }
      const second = await save(revision, '二')
      expect([first.status, second.status]).toEqual([200, 200])
      expect((await c.run((db) => findAgreementById(db, agreement.id)))!.draft!.purpose).toBe('二')
    }),
  )

  test(
    'two people at once: the later one is shown both, in words, and loses nothing',
    inCity(async (c) => {
      const agreement = await make(c, 'draft')
      const page = await c.as('secretary').get(urls.edit(at(agreement)))
      await c.as('section').fill(urls.edit(at(agreement)), { purpose: '職員の書いた目的' }, 'save')
      const secretary = c.as('secretary')
      const mine = await secretary.get(urls.edit(at(agreement)))
      const stale = {
        ...mine.formValues,
        _revision: page.formValues._revision!,
        purpose: '団体の書いた目的',
        _act: 'save',
      }
      const late = await secretary.post(urls.edit(at(agreement)), stale)
      expect(late.status).toBe(409)
      expect(late.says).toContain('職員の書いた目的')
      expect(late.field('目的')).toBe('団体の書いた目的')
      const again = await secretary.post(urls.edit(at(agreement)), { ...late.formValues, _act: 'save' })
      expect(again.status).toBe(303)
    }),
  )
})

test(
  'a draft is read by everyone who is named in it, also by those who do not write it',
  inCity(async (c) => {
    const agreement = await make(c, 'draft')
    const page = await c.as('signatory').get(urls.show(at(agreement)))
    expect(page.says).toContain('土手に咲く花を、歩く人みんなの楽しみにする。')
    expect(page.says).toContain('NPO法人 みどりの架け橋の持ち場を手入れする。')
    expect(page.buttons).not.toContain('文面を書く')
  }),
)

test(
  'whoever writes a text knows that it will be public once it is signed',
  inCity(async (c) => {
    const agreement = await make(c, 'draft')
    expect((await c.as('secretary').get(urls.edit(at(agreement)))).says).toContain(
      '署名がそろったあと、この文面は公開されます',
    )
    const offered = await make(c, 'offered')
    expect((await c.as('section').get(urls.recall(at(offered)))).says).toContain('だけが読みます。公開されません')
  }),
)
