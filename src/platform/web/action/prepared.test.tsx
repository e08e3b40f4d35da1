import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { browse } from '../../../../test/http.ts'
import { type CityWorld, NOW, useWorld } from '../../../../test/world.ts'
import { Confirmation } from '../../../site/index.ts'
import type { Actor } from '../../actor.ts'
import { newId } from '../../db/index.ts'
import { drawn } from '../../fields/drawn.ts'
import { fields } from '../../fields/index.ts'
import { event } from '../../record/event.ts'
import { entriesOf } from '../../record/index.ts'
import { Conflict, Forbidden } from '../../refusals.ts'
import { allow, deny, rule } from '../../ruling.ts'
import { servePages, url } from '../index.ts'
import { action, inboxOf, pagesOf, preparationEvents, subject } from './index.ts'

/** A made-up noun: a bell that the office rings by two, and a neighbour by themselves. Its rows are kept here. */
interface Bell {
  id: string
  title: string
  revision: number
}
const bells = new Map<string, Bell>()
function aBell(): Bell {
  const one = { id: newId(), title: '鐘', revision: 1 }
  bells.set(one.id, one)
  return one
}
const change = ({ id }: Bell) => {
  const one = bells.get(id)!
  bells.set(id, { ...one, revision: one.revision + 1 })
}
/** What no bell says of itself, so that a preparation cannot know. */
let rope: 'whole' | 'broken' = 'whole'

const preparations = preparationEvents('bell')
const rung = event<{ reason: string }>('bell.rung', { audience: 'staff', says: () => '鳴らしました' })
const { prepared, dismissed, voided } = preparations
const world = useWorld({ madeUp: { name: 'bells', events: [rung, prepared, dismissed, voided] } })

const isOfficer = (actor: Actor) => actor.posts.length > 0
const bell = subject<Bell, never, never, Bell>({
  kind: 'bell',
  url: url('/:city/bells/:ref'),
  at: (city, { id }) => ({ city, ref: id }),
  find: async (c) => bells.get(c.params.ref ?? ''),
  lock: async (_, one) => bells.get(one.id) ?? one,
  fourEyes: {
    ...preparations,
    isOfficer,
    byIds: async (_, ids) => ids.flatMap((id) => bells.get(id) ?? []),
    title: ({ title }) => title,
    seen: ({ revision }) => revision,
  },
  page: ({ title, lead, children }) => (
    <html lang="ja">
      <body>
        <main>
          <h1>{title}</h1>
          <p>{lead}</p>
          {children}
        </main>
      </body>
    </html>
  ),
  confirm: Confirmation,
  waiting: async () => [...bells.values()],
})

const ringBell = action(bell, {
  path: 'ringing',
  who: rule((actor: Actor) => (actor.account_id ? allow() : deny('鳴らせるのは、サインインした方です。'))),
  fourEyes: () => true,
  form: z.object({ reason: drawn(fields.text('理由', 40), { as: 'text', label: '理由', required: true }) }),
  wrong: (_, { reason }, now) => ({
    reason: reason === '今日の正午に' && now > NOW ? '正午を過ぎました。' : undefined,
  }),
  label: '鳴らす',
  before: () => ['町に聞こえます。'],
  undo: { never: '鳴った音は、戻りません。' },
  do: async (_, __, { reason }) => {
    if (rope === 'broken') throw new Conflict('綱が切れています。')
    return rung({ reason })
  },
  done: '鳴らしました。',
  waits: (_, { actor }) => (isOfficer(actor) ? [{ since: new Date(0), who: '担当課' }] : []),
})

function as(c: CityWorld, person: string) {
  const app = new Hono()
  servePages(app, pagesOf([ringBell]), c.app.parts)
  return browse({ ...c, doors: c.doors, now: c.now, app: { ...c.app, app } }, c.people[person]?.account_id ?? '')
}
const inCity = (work: (c: CityWorld) => Promise<void>) => () =>
  world.inCity('kawaguchi', async (c) => {
    rope = 'whole'
    bells.clear()
    await work(c)
  })
const page = (c: CityWorld, one: Bell) => ringBell.href(c.slug, one)
const confirmation = (c: CityWorld, one: Bell) => ringBell.confirmation(c.slug, one)
const prepare = (c: CityWorld, one: Bell, reason = '火事のため') => as(c, 'section').fill(page(c, one), { reason })
const kindsOf = async (c: CityWorld, { id }: Bell) =>
  (await c.run((db) => entriesOf(db, [{ kind: 'bell', id }]))).map(({ kind }) => kind)
const settledOf = (c: CityWorld, { id }: Bell) =>
  c.run((db) =>
    db
      .selectFrom('prepared_acts')
      .select(['settled', 'settled_reason as reason'])
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute(),
  )
const waitsFor = (c: CityWorld, person: string) =>
  c.run(async (db) => (await inboxOf(bell, [ringBell])(await c.act(db, person), c.slug)).map(({ kind }) => kind))

const changed = '起案のあとに内容が変わったため'

describe('a preparation', () => {
  test(
    'waits for another officer, and is confirmed once',
    inCity(async (c) => {
      const one = aBell()
      expect((await prepare(c, one)).location).toBe(confirmation(c, one))
      expect([await waitsFor(c, 'section'), await waitsFor(c, 'clerk')]).toEqual([[], ['「鳴らす」を確認する']])
      expect((await as(c, 'clerk').fill(confirmation(c, one))).status).toBe(303)
      expect((await as(c, 'clerk').get(confirmation(c, one))).status).toBe(409)
      expect(await kindsOf(c, one)).toEqual(['bell.act-prepared', 'bell.rung'])
    }),
  )

  test(
    'is no business of who is no officer: they do for themselves, at once, what they may, and the preparation is void',
    inCity(async (c) => {
      const one = aBell()
      await prepare(c, one)
      for (const method of ['get', 'fill'] as const)
        expect((await as(c, 'secretary')[method](confirmation(c, one))).status).toBe(403)
      expect(await waitsFor(c, 'secretary')).toEqual([])
      const form = await as(c, 'secretary').get(page(c, one))
      expect([form.buttons.at(-1), form.says.includes('起案')]).toEqual(['鳴らす', false])
      expect((await as(c, 'secretary').fill(page(c, one), { reason: '祭りのため' })).status).toBe(303)
      expect(await kindsOf(c, one)).toEqual(['bell.act-prepared', 'bell.act-voided', 'bell.rung'])
      expect((await settledOf(c, one)).map(({ settled }) => settled)).toEqual(['void'])
    }),
  )
})

describe('once the thing has changed', () => {
  test(
    'it says so before anybody presses, comes back to its maker, and blocks nobody',
    inCity(async (c) => {
      const one = aBell()
      await prepare(c, one)
      change(one)
      const late = await as(c, 'clerk').get(confirmation(c, one))
      expect([late.status, late.says.includes(changed), late.buttons]).toEqual([409, true, []])
      expect(late.links).toContainEqual({ text: '新しく起案する', href: page(c, one) })
      expect((await as(c, 'clerk').post(confirmation(c, one), {})).status).not.toBe(303)
      expect([await waitsFor(c, 'section'), await waitsFor(c, 'clerk')]).toEqual([
        ['「鳴らす」を起案し直す'],
        ['鳴らす'],
      ])
      const anew = await as(c, 'clerk').get(page(c, one))
      expect([anew.status, anew.field('理由')]).toEqual([200, ''])
    }),
  )

  test(
    'its maker finds what was entered and prepares it anew; the void one stays in the record',
    inCity(async (c) => {
      const one = aBell()
      await prepare(c, one, '津波のため')
      change(one)
      const form = await as(c, 'section').get(page(c, one))
      expect([form.field('理由'), form.says.includes(changed)]).toEqual(['津波のため', true])
      expect((await as(c, 'section').fill(page(c, one))).location).toBe(confirmation(c, one))
      expect(await settledOf(c, one)).toEqual([
        { settled: 'void', reason: expect.stringContaining(changed) },
        { settled: null, reason: '' },
      ])
      expect((await as(c, 'clerk').fill(confirmation(c, one))).status).toBe(303)
      expect(await kindsOf(c, one)).toEqual(['bell.act-prepared', 'bell.act-voided', 'bell.act-prepared', 'bell.rung'])
    }),
  )

  test(
    'its maker may drop it instead, and it waits no more',
    inCity(async (c) => {
      const one = aBell()
      await prepare(c, one)
      change(one)
      expect((await as(c, 'section').get(page(c, one))).links.map(({ href }) => href)).toContain(confirmation(c, one))
      const own = await as(c, 'section').get(confirmation(c, one))
      expect(own.says).toContain(changed)
      for (const button of ['起案し直す', '起案を取り下げる']) expect(own.buttons).toContain(button)
      expect((await as(c, 'section').fill(confirmation(c, one), {}, 'dismiss')).status).toBe(303)
      expect([await waitsFor(c, 'section'), await waitsFor(c, 'clerk')]).toEqual([['鳴らす'], ['鳴らす']])
    }),
  )
})

describe('once the day has passed, or what it needs is gone', () => {
  test(
    'a day that fits no more is said like a change',
    inCity(async (c) => {
      const one = aBell()
      await prepare(c, one, '今日の正午に')
      c.at(new Date(NOW.getTime() + 3_600_000))
      const late = await as(c, 'clerk').get(confirmation(c, one))
      expect([late.status, late.says.includes('正午を過ぎました。')]).toEqual([409, true])
      expect(await waitsFor(c, 'section')).toEqual(['「鳴らす」を起案し直す'])
    }),
  )

  test(
    'what only the act finds out voids it when it is confirmed: nothing is done, everybody reads why, and its maker has it again',
    inCity(async (c) => {
      const one = aBell()
      await prepare(c, one, '火事のため')
      rope = 'broken'
      const sent = await as(c, 'clerk').fill(confirmation(c, one))
      expect([sent.status, sent.location?.split('?')[0]]).toEqual([303, bell.url(bell.at(c.slug, one))])
      expect(await settledOf(c, one)).toEqual([{ settled: 'void', reason: '綱が切れています。' }])
      expect(await kindsOf(c, one)).toEqual(['bell.act-prepared', 'bell.act-voided'])
      expect((await as(c, 'clerk').get(confirmation(c, one))).says).toContain('無効になりました')
      const form = await as(c, 'section').get(page(c, one))
      expect([form.field('理由'), form.says.includes('綱が切れています。')]).toEqual(['火事のため', true])
    }),
  )

  test(
    'its maker who presses is refused, and it still waits for another',
    inCity(async (c) => {
      const one = aBell()
      await prepare(c, one)
      const sent = await as(c, 'section').fill(confirmation(c, one))
      expect(sent.status).toBe(403)
      expect((await settledOf(c, one)).map(({ settled }) => settled)).toEqual([null])
    }),
  )
})

test(
  'what was sent back may be dropped by its maker as well',
  inCity(async (c) => {
    const one = aBell()
    await prepare(c, one)
    const sent = await as(c, 'clerk').fill(confirmation(c, one), { reason: '朝まで待ちます。' }, 'dismiss')
    expect(sent.status).toBe(303)
    const own = await as(c, 'section').get(confirmation(c, one))
    expect(own.says).toContain('朝まで待ちます。')
    await as(c, 'section').fill(confirmation(c, one), {}, 'dismiss')
    expect(await waitsFor(c, 'section')).toEqual(['鳴らす'])
    await c.run(async (db) => {
      const found = await db.selectFrom('prepared_acts').selectAll().executeTakeFirstOrThrow()
      const act = await c.act(db, 'clerk')
      await expect(ringBell.confirmPrepared(act, one, found)).rejects.toThrow(Conflict)
      await expect(ringBell.confirmPrepared(await c.act(db, 'secretary'), one, found)).rejects.toThrow(Forbidden)
    })
  }),
)
