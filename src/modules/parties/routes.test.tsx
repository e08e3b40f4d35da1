import { expect, test } from 'vitest'
import { useWorld } from '../../../test/world.ts'
import { urls } from './urls.ts'

const w = useWorld()
const here = { city: 'kawaguchi' }

test('a stranger is not shown the form for a new group, and is told where to go', () =>
  w.inCity('kawaguchi', async (c) => {
    const answer = await c.as('stranger').get(urls.new(here))
    expect(answer.status).toBe(403)
    expect(answer.says).toContain('協働の担当課')
  }))

test('nobody is sent to sign in, and would come back to the same page', () =>
  w.inCity('kawaguchi', async (c) => {
    const answer = await c.as('nobody').get(urls.new(here))
    expect(answer.status).toBe(303)
    expect(answer.location).toContain(encodeURIComponent(urls.new(here)))
  }))

test('an address of no city is not found', () =>
  w.run(async (world) => {
    const { browse } = await import('../../../test/http.ts')
    expect((await browse(world, null).get('/atlantis/groups')).status).toBe(404)
  }))

test('everyone may read the groups, and never an address or a telephone number', () =>
  w.inCity('kawaguchi', async (c) => {
    const answer = await c.as('nobody').get(urls.list(here))
    expect(answer.status).toBe(200)
    expect(answer.says).toContain('NPO法人 みどりの架け橋')
    expect(answer.text).not.toContain('@')
  }))

test('the section registers a group, and everyone finds it', () =>
  w.inCity('kawaguchi', async (c) => {
    const sent = await c.as('section').fill(urls.new(here), {
      name: '髙﨑𠮷の会',
      kana: 'たかさきよしのかい',
      kind: c.parties.first!.kind,
      purpose: '<b>見守り</b>',
      published: 'yes',
    })
    expect(sent.status, sent.says).toBe(303)
    const page = await c.as('nobody').get(sent.location!)
    expect(page.heading).toBe('髙﨑𠮷の会')
    expect(page.says).toContain('<b>見守り</b>')
  }))

test('what was typed stays in the form with a sentence at the field', () =>
  w.inCity('kawaguchi', async (c) => {
    const answer = await c
      .as('section')
      .fill(urls.new(here), { name: '', kana: 'てすと', kind: c.parties.first!.kind, purpose: '目的です' })
    expect(answer.status).toBe(422)
    expect(answer.errors.name).toContain('団体の名前を入力してください。')
    expect(answer.field('目的')).toBe('目的です')
  }))

test('sending the same form twice makes one group', () =>
  w.inCity('kawaguchi', async (c) => {
    const browser = c.as('section')
    const page = await browser.get(urls.new(here))
    const values = {
      ...page.formValues,
      name: '二度の会',
      kana: 'にどのかい',
      kind: c.parties.first!.kind,
      purpose: '一度だけ',
    }
    const [one, two] = [await browser.post(urls.new(here), values), await browser.post(urls.new(here), values)]
    expect(two.location).toBe(one.location)
    const changed = await browser.post(urls.new(here), { ...values, name: '別の名' })
    expect(changed.status).toBe(409)
    const rows = await c.run((db) => db.selectFrom('parties').select('id').where('name', '=', '二度の会').execute())
    expect(rows).toHaveLength(1)
  }))

test('a form without its token is refused, and keeps what was typed', () =>
  w.inCity('kawaguchi', async (c) => {
    const answer = await c.as('section').post(urls.new(here), { name: 'よその会' })
    expect(answer.status).toBe(403)
    expect(answer.field('団体の名前')).toBe('よその会')
  }))

test('of two people who edit the same group the later is shown both', () =>
  w.inCity('kawaguchi', async (c) => {
    const at = { ...here, number: String(c.parties.first!.number) }
    const [one, two] = [c.as('secretary'), c.as('section')]
    const form = (await two.get(urls.edit(at))).formValues
    expect((await one.fill(urls.edit(at), { purpose: '先に直した目的' })).status).toBe(303)
    const late = await two.post(urls.edit(at), { ...form, purpose: '後から直した目的' })
    expect(late.status).toBe(409)
    expect(late.field('目的')).toBe('後から直した目的')
  }))

test('a member of another group cannot edit', () =>
  w.inCity('kawaguchi', async (c) => {
    const at = { ...here, number: String(c.parties.first!.number) }
    expect((await c.as('neighbour').get(urls.edit(at))).status).toBe(403)
  }))
