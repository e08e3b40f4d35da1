import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { browse } from '../../test/http.ts'
import { type CityWorld, useWorld } from '../../test/world.ts'
import type { Actor } from '../platform/actor.ts'
import { newId } from '../platform/db/index.ts'
import { drawn, fields } from '../platform/fields/index.ts'
import { listLetters } from '../platform/letters/index.ts'
import { event } from '../platform/record/event.ts'
import { entriesOf } from '../platform/record/index.ts'
import { Conflict, Forbidden } from '../platform/refusals.ts'
import { allow, deny, rule } from '../platform/ruling.ts'
import { action, pagesOf, preparationEvents, subject } from '../platform/web/action/index.ts'
import { serveDocuments, servePages, url } from '../platform/web/index.ts'
import { actSheetHref, actSheets, Confirmation, letterDocuments } from './index.ts'

const inCity = (work: (c: CityWorld) => Promise<void>) => () => world.inCity('kawaguchi', work)

/** A made-up noun: a bridge that one officer names by letter, and two where it is a long one. */
interface Bridge {
  id: string
  long: boolean
}
const bridges = new Map<string, Bridge>()
function aBridge(long: boolean): Bridge {
  const one = { id: newId(), long }
  bridges.set(one.id, one)
  return one
}

const isOfficer = (actor: Actor) => actor.posts.length > 0
const mayName = rule((actor: Actor, _: Bridge) =>
  isOfficer(actor) ? allow('bridges.names') : deny('名を付けられるのは、職員だけです。'),
)
const preparations = preparationEvents('bridge')
const named = event<{ reason: string }>('bridge.named', { audience: 'staff', says: () => '名を付けました' })

const { prepared, dismissed } = preparations
const world = useWorld({ madeUp: { name: 'bridges', events: [named, prepared, dismissed] } })

const bridge = subject<Bridge, never, never>({
  kind: 'bridge',
  url: url('/:city/bridges/:ref'),
  at: (city, { id }) => ({ city, ref: id }),
  find: async (c) => bridges.get(c.params.ref ?? ''),
  lock: async (_, one) => bridges.get(one.id) ?? one,
  fourEyes: {
    isOfficer,
    ...preparations,
    byIds: async (_, ids) => ids.flatMap((id) => bridges.get(id) ?? []),
    title: () => '橋',
    seen: ({ long }) => long,
  },
  page: ({ title, children }) => (
    <html lang="ja">
      <body>
        <h1>{title}</h1>
        {children}
      </body>
    </html>
  ),
  confirm: Confirmation,
})

const nameBridge = action(bridge, {
  path: 'name',
  who: mayName,
  fourEyes: ({ long }) => long,
  form: z.object({ reason: drawn(fields.text('理由', 40), { as: 'text', label: '理由', required: true }) }),
  label: '名を付ける',
  before: () => ['地図に載ります。'],
  undo: { by: 'name' },
  do: async (_, __, { reason }) => named({ reason }),
  letter: {
    kind: 'bridge.name',
    corrects: 'bridge.name',
    draft: (_, __, { reason }) => ({
      kind: 'letter',
      title: '橋の名について（通知）',
      blocks: [{ type: 'paragraph', text: `${reason}のためです。` }],
    }),
    issued: (draft) => ({ kind: 'letter', title: '', blocks: [], ...draft, number: '8川協第7号' }),
  },
  done: '付けました。',
})

const pages = {
  ...pagesOf([nameBridge]),
  ...actSheets(bridge, {
    who: mayName,
    title: () => '川の橋',
    events: [named],
    ground: (_, ground) => `橋の名の定め（${ground}）`,
  }),
}

function as(c: CityWorld, person: string) {
  const app = new Hono()
  servePages(app, pages, c.app.parts)
  serveDocuments(app, letterDocuments(bridge, mayName), c.app.parts)
  return browse({ ...c, doors: c.doors, now: c.now, app: { ...c.app, app } }, c.people[person]?.account_id ?? '')
}

const about = ({ id }: Bridge) => ({ kind: 'bridge', id })
const at = (c: CityWorld, one: Bridge) => bridge.url(bridge.at(c.slug, one))

async function nameByTwo(c: CityWorld, one: Bridge, reason: string): Promise<void> {
  await c.run(async (db) => {
    const { actor } = await c.act(db, 'clerk')
    await nameBridge.byTwo(await c.act(db, 'section'), actor, bridges.get(one.id) ?? one, { reason })
  })
}

const stampsIn = (html: string) => /<svg role="img".*?<\/svg>/s.exec(html)?.[0] ?? ''

async function sheetOf(c: CityWorld, one: Bridge): Promise<string> {
  const entries = await c.run((db) => entriesOf(db, [about(one)]))
  const href = entries.map((entry) => actSheetHref(at(c, one), entry)).findLast(Boolean)
  return href ?? 'there is none'
}

describe('an act that the charter puts under four eyes', () => {
  test(
    'is not done by one, and not confirmed by the person who prepared it',
    inCity(async (c) => {
      const one = aBridge(true)
      await c.run(async (db) => {
        const act = await c.act(db, 'section')
        await expect(nameBridge(act, one, { reason: '近いから' })).rejects.toThrow(Conflict)
        await expect(nameBridge.byTwo(act, act.actor, one, { reason: '近いから' })).rejects.toThrow(Forbidden)
      })
      expect(await sheetOf(c, one)).toBe('there is none')
    }),
  )

  test(
    'prints who prepared it, who confirmed it, the grounds, the number and the letter',
    inCity(async (c) => {
      const one = aBridge(true)
      await nameByTwo(c, one, '桜が近いこと')
      const page = await as(c, 'section').get(await sheetOf(c, one))
      expect(page.status).toBe(200)
      const { section, clerk } = c.people
      for (const words of [
        `起案した方${section?.name}`,
        `確認した方${clerk?.name}`,
        '8川協第7号',
        '橋の名の定め（bridges.names）',
        '桜が近いことのためです。',
        '名を付ける（川の橋）',
      ])
        expect(page.says.replace(/\s/g, '')).toContain(words.replace(/\s/g, ''))
      expect(page.text).toContain('押印欄（決裁、起案）')
      // From the one who decided, on the left, to the one who prepared it, on the right.
      const [, decided = '', prepared = ''] =
        /決裁<.*?>([^<>]+)<\/text>.*起案<.*?>([^<>]+)<\/text>/s.exec(stampsIn(page.text)) ?? []
      expect([decided, prepared]).toEqual([clerk?.name, section?.name])
    }),
  )

  test(
    'has a sheet for those who may read it, and for nobody else',
    inCity(async (c) => {
      const one = aBridge(true)
      await nameByTwo(c, one, '桜が近いこと')
      expect((await as(c, 'secretary').get(await sheetOf(c, one))).status).toBe(403)
      const other = aBridge(true)
      const elsewhere = (await sheetOf(c, one)).replace(one.id, other.id)
      expect((await as(c, 'section').get(elsewhere)).status).toBe(404)
      expect((await as(c, 'section').get(`${at(c, one)}/acts/none`)).status).toBe(404)
    }),
  )
})

test(
  'an act of one person prints that it was done by one',
  inCity(async (c) => {
    const one = aBridge(false)
    await nameByTwo(c, one, '桜が近いこと')
    const page = await as(c, 'section').get(await sheetOf(c, one))
    expect(page.says).toContain('起案と決裁を分けない手続き')
    expect(page.text).toContain('押印欄（担当）')
    expect(stampsIn(page.text)).toContain(c.people.section?.name)
  }),
)

test(
  'a letter that another one corrects is kept, byte for byte, and the other points to it',
  inCity(async (c) => {
    const one = aBridge(false)
    await nameByTwo(c, one, '桜が近いこと')
    await nameByTwo(c, one, '梅が近いこと')
    const [newer, older] = await c.run((db) => listLetters(db, about(one)))
    expect(newer?.corrects).toBe(older?.id)
    const read = async (person: string) => as(c, person).get(`${at(c, one)}/letters/${older?.id}`)
    const [first, again] = [await read('section'), await read('section')]
    expect([first.status, Buffer.compare(Buffer.from(first.bytes), Buffer.from(again.bytes))]).toEqual([200, 0])
    expect((await read('secretary')).status).toBe(403)
  }),
)
