import { expect, test } from 'vitest'
import { type CityWorld, useWorld } from '../../../test/world.ts'
import { urls } from './urls.ts'

const world = useWorld()
const city = { city: 'kawaguchi' }

/** The answers of a whole draft between the group and the city. */
function aDraft(c: CityWorld) {
  const [group, town] = [c.parties.first!, c.parties.city!]
  return {
    title: '土手の花壇をともに育てる',
    'parties.0.party': group.name,
    'parties.1.party': `${town.name}（${town.number}番）`,
    purpose: '土手に咲く花を、歩く人みんなの楽しみにする。',
    'targets.0.indicator': '手入れに加わった人の数',
    'targets.0.value': '２４０',
    'targets.0.unit': '人',
    'targets.0.by': '令和9年3月31日',
    'roles.0.party': group.id,
    'roles.0.does': '手入れの日を決め、人を集める。',
    'roles.0.kind': 'people',
    'roles.0.brings': '会員24人',
    'roles.1.party': town.id,
    'roles.1.does': '苗と道具を用意する。',
    'roles.1.kind': 'things',
    'roles.1.brings': '苗と道具',
    starts_on: '令和8年12月1日',
    ends_on: '令和9年3月31日',
  }
}

/** The section writes and offers; the address of the agreement. */
async function offered(c: CityWorld): Promise<{ city: string; ref: string }> {
  const section = c.as('section')
  const started = await section.fill(urls.new(city), { title: '花壇', kind: 'agreement' })
  const saved = await section.fill(started.location!, aDraft(c))
  expect(saved.errors).toEqual({})
  const sent = await section.fill(saved.location!)
  expect(sent.status).toBe(303)
  return { ...city, ref: sent.location!.split('/').at(-1)! }
}

test('the section offers a text, both sides sign it, and everyone can read the released copy', () =>
  world.inCity('kawaguchi', async (c) => {
    const at = await offered(c)
    expect((await c.as('stranger').get(urls.show(at))).status).toBe(404)
    const first = await c.as('secretary').fill(urls.signature(at), { agree: 'yes' })
    expect(first.status).toBe(303)
    expect((await c.as('secretary').get(urls.show(at))).says).toContain('署名待ち')
    await c.as('signatory').fill(urls.signature(at), { agree: 'yes' })
    expect((await c.as('secretary').get(urls.show(at))).says).toContain('すべての当事者の署名がそろい')
    await c.as('section').fill(urls.release(at), { withheld: '' })
    const page = await c.as('nobody').get(urls.show(at))
    expect(page.heading).toBe('土手の花壇をともに育てる')
    expect(page.says).toContain('240人')
    expect(page.says).not.toContain(c.people.secretary!.name)
  }))
