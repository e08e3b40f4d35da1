import { expect, test } from 'vitest'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { registrableKinds } from '../../charters/index.ts'
import { findPartyById } from '../queries/parties.ts'
import { urls } from '../urls.ts'

const w = useWorld()
const inCity = (run: (c: CityWorld) => Promise<void>) => () => w.inCity('kawaguchi', run)

const at = (c: CityWorld, key = 'first') => ({ city: 'kawaguchi', number: String(c.parties[key]!.number) })
const now = (c: CityWorld, key = 'first') => c.run(async (db) => (await findPartyById(db, c.parties[key]!.id))!)
const scan = () => new File(['%PDF-1.4'], '変更届.pdf', { type: 'application/pdf' })

test(
  'what a group says of itself is not changed by the city without the group’s own paper',
  inCity(async (c) => {
    const before = await now(c)
    const sent = await c.as('section').fill(urls.edit(at(c)), { purpose: '市の考えた目的' })
    expect([sent.status, sent.errors.scan]).toEqual([422, expect.stringContaining('その団体の方が書きます')])
    expect((await now(c)).purpose).toBe(before.purpose)
  }),
)

test(
  'with the paper the section types it in, in the group’s name; the group reads what was changed, and the paper',
  inCity(async (c) => {
    const { purpose } = await now(c)
    const sent = await c
      .as('section')
      .fill(urls.edit(at(c)), { purpose: '書面の目的', phone: '048-000-0000', scan: scan() })
    expect(sent.status, JSON.stringify(sent.errors)).toBe(303)
    const entry = (await c.run((db) => entriesOf(db, [{ kind: 'party', id: c.parties.first!.id }]))).at(-1)!
    expect(entry).toMatchObject({ party_id: c.parties.first!.id, channel: 'paper' })
    expect(entry.payload.changes).toEqual([
      { label: '目的', before: purpose, after: '書面の目的' },
      { label: '連絡先の電話番号', before: '（省略）', after: '（省略）' },
    ])
    const page = await c.as('secretary').get(urls.show(at(c)))
    expect(page.says).toMatch(/直した記録.*書面から入力.*書面の目的/)
    expect(page.says).toContain('変更届.pdf')
    const open = await c.as('neighbour').get(urls.show(at(c)))
    expect([open.says.includes('直した記録'), open.says.includes('変更届.pdf')]).toEqual([false, false])
  }),
)

test(
  'the kind is the city’s finding, and it may take a page off the web: both without a paper; the group sees the kind as text',
  inCity(async (c) => {
    const other = registrableKinds(c.charter).find(
      ({ as, key }) => as === 'organization' && key !== c.parties.first!.kind,
    )
    expect(other, 'need a second kind').toBeDefined()
    const page = await c.as('secretary').get(urls.edit(at(c)))
    expect(Object.keys(page.formValues)).not.toContain('kind')
    const own = await c.as('secretary').fill(urls.edit(at(c)), { kind: other!.key })
    expect([own.status, own.says.includes('協働の担当課が確かめて')]).toEqual([403, true])
    const hidden = { ...(await c.as('section').get(urls.edit(at(c)))).formValues }
    expect(hidden.published).toBe('yes')
    const sent = await c.as('section').fill(urls.edit(at(c)), { kind: other!.key, published: '' })
    expect(sent.status, JSON.stringify(sent.errors)).toBe(303)
    expect(await now(c)).toMatchObject({ kind: other!.key, published_at: null })
  }),
)

test(
  'a revision leaves alone what its form does not show: the ward and the postal code stay',
  inCity(async (c) => {
    const { id } = c.parties.first!
    await c.run((db) =>
      db.updateTable('parties').set({ ward: 'north', postal_code: '332-0000' }).where('id', '=', id).execute(),
    )
    expect((await c.as('secretary').fill(urls.edit(at(c)), { activity: '花を植えます。' })).status).toBe(303)
    expect(await now(c)).toMatchObject({ ward: 'north', postal_code: '332-0000', activity: '花を植えます。' })
  }),
)

test(
  'nobody is given a role in a group by the city alone: the group does it, or the section from its paper',
  inCity(async (c) => {
    const page = urls.newMember(at(c))
    const person = { name: '加藤 陽', email: '', role: 'signatory', starts_on: '令和8年11月1日' }
    const alone = await c.as('section').fill(page, person)
    expect([alone.status, Object.keys(alone.errors)]).toEqual([422, ['scan']])
    expect((await c.as('section').fill(page, { ...person, scan: scan() })).status).toBe(303)
    expect((await c.as('representative').fill(page, { ...person, name: '加藤 月' })).status).toBe(303)
  }),
)
