import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { browse } from '../../../../test/http.ts'
import { type CityWorld, useWorld } from '../../../../test/world.ts'
import { Confirmation } from '../../../site/index.ts'
import { Form, SubmitRow, TextField } from '../../../ui/index.ts'
import { type Actor, actingFor } from '../../actor.ts'
import { newId } from '../../db/index.ts'
import { drawn, fields } from '../../fields/index.ts'
import { eventMails, job, later } from '../../jobs/index.ts'
import { defineLifecycle } from '../../lifecycle.ts'
import { event } from '../../record/event.ts'
import { entriesOf } from '../../record/index.ts'
import { Conflict, Forbidden, Invalid, type Refusal } from '../../refusals.ts'
import { allow, deny, notNow, rule } from '../../ruling.ts'
import { servePages, url } from '../index.ts'
import { action, inboxOf, made, pagesOf, subject } from './index.ts'

/** A made-up noun: a tree that is planted and felled. Its rows are kept here, since no module has them. */
interface Tree {
  id: string
  title: string
  state: 'planted' | 'felled'
  revision: number
  party_id: string
}
const trees = new Map<string, Tree>()
const put = (tree: Tree) => void trees.set(tree.id, tree)

const at = { tone: 'quiet', easy: '…', en: '…', meaning: '…' } as const
const lifecycle = defineLifecycle(
  '木',
  { planted: { ...at, label: '植えてあります' }, felled: { ...at, label: '切りました' } },
  {
    fell: { from: ['planted'], to: 'felled', label: '切る' },
    replant: { from: ['felled'], to: 'planted', label: '植え直す' },
  },
)
const felled = event<{ reason: string }>('tree.felled', { audience: 'staff', says: () => '切りました' })
const replanted = event('tree.replanted', { audience: 'staff', says: () => '植え直しました' })
const measured = event<{ metres: number }>('tree.measured', { audience: 'staff', says: () => '測りました' })

const show = url('/:city/trees/:ref')
const tree = subject<Tree, 'planted' | 'felled', 'fell' | 'replant', Tree>({
  kind: 'tree',
  lifecycle,
  url: show,
  at: (city, { id }) => ({ city, ref: id }),
  find: async (c) => trees.get(c.params.ref!),
  lock: async (_, { id }) => trees.get(id)!,
  state: ({ state }) => state,
  revision: ({ revision }) => String(revision),
  page: ({ title, lead, children }) => (
    <html lang="ja">
      <body>
        <h1>{title}</h1>
        <p>{lead}</p>
        {children}
      </body>
    </html>
  ),
  confirm: Confirmation,
  waiting: async () => [...trees.values()],
  waits: (row) => (row.state === 'planted' ? [{ kind: '水をやる', since: new Date(0), who: '担当課' }] : []),
})

const isGardener = (actor: Actor) => actor.posts.some(({ role }) => role === 'section')
const mayFell = rule((actor: Actor, { title }: Tree) => {
  if (!isGardener(actor)) return deny('木を切れるのは、担当課だけです。')
  return title === '桜' ? notNow('花の終わるまで、お待ちください。') : allow()
})

const sweepLeaves = job<{ tree: string }>('made-up', async () => {})

const fellMail = eventMails(felled, { announcement: '理由を、近所の方にお知らせします。', mails: async () => [] })

const fellTree = action(tree, {
  path: 'felling',
  moves: 'fell',
  who: mayFell,
  form: z.object({
    reason: drawn(fields.text('理由', 20), { as: 'text', label: '理由', required: true, maxlength: 20 }),
  }),
  label: ({ title }) => `${title}を切る`,
  confirm: '切り倒す',
  before: ({ thing }) => [`${thing.title}は、なくなります。`],
  undo: { by: 'replanting' },
  do: async (act, one, { reason }) => {
    await later(act.tx, sweepLeaves, { tree: one.id }, act.now)
    if (reason === '気まぐれ') throw new Invalid({ reason: '気まぐれでは切れません。' })
    put({ ...one, state: act.to, revision: one.revision + 1 })
    return felled({ reason })
  },
  tells: () => [fellMail],
  done: '切りました。',
  waits: (_, { actor }) =>
    isGardener(actor) ? [{ kind: '切るか決める', since: new Date(0), who: '担当課', query: { near: 'river' } }] : [],
})

const replantTree = action(tree, {
  path: 'replanting',
  moves: ['replant'],
  who: rule((actor: Actor) => (isGardener(actor) ? allow() : deny('植え直せるのは、担当課だけです。'))),
  label: '植え直す',
  before: () => [],
  undo: { never: '植え直した木は、元の木には戻りません。' },
  do: async (act, one) => {
    put({ ...one, state: act.to, revision: one.revision + 1 })
    return replanted()
  },
  done: '植え直しました。',
})

const measureTree = action(tree, {
  path: 'measurement',
  who: rule((actor: Actor) => (actor.account_id ? allow() : deny('測るには、サインインしてください。'))),
  form: z.object({ metres: fields.count('高さ', 100), party: fields.optionalText(60) }),
  label: '高さを測る',
  undo: { by: 'measurement' },
  fresh: true,
  as: (actor, _, { party }) => actingFor(actor, party || null),
  wrong: ({ title }, { metres = 0 }) => ({
    metres: title === '盆栽' && metres > 1 ? '盆栽は、1メートルまでです。' : undefined,
  }),
  page: ({ frame, form, verb, thing }) => (
    <Form form={form}>
      <TextField form={form} name="metres" label="高さ" />
      <TextField form={form} name="party" label="団体" />
      <SubmitRow primary={verb.confirm(thing, frame.actor)} />
    </Form>
  ),
  do: async (_, one, { metres }) => {
    put({ ...one, revision: one.revision + 1 })
    return made(measured({ metres }), { metres })
  },
  done: ({ made: { metres } }) => `${metres}メートルでした。`,
})

const verbs = [fellTree, replantTree, measureTree] as const

const aTree = (over: Partial<Tree> = {}): Tree => {
  const one: Tree = { id: newId(), title: '松', state: 'planted', revision: 1, party_id: '', ...over }
  put(one)
  return one
}

const world = useWorld({ madeUp: { name: 'trees', events: [felled, replanted, measured], jobs: [sweepLeaves] } })

const inCity = (work: (c: CityWorld) => Promise<void>) => () => world.inCity('kawaguchi', work)

/** An application with the verbs' pages alone. */
function as(c: CityWorld, person: string) {
  const app = new Hono()
  servePages(app, pagesOf(verbs), c.app.parts)
  return browse({ ...c, doors: c.doors, now: c.now, app: { ...c.app, app } }, c.people[person]!.account_id)
}

const putOff = (c: CityWorld) =>
  c.run((db) => db.selectFrom('outbox').select('payload').where('job', '=', 'made-up').execute())
const happened = (c: CityWorld, { id }: Tree) => c.run((db) => entriesOf(db, [{ kind: 'tree', id }]))
const href = (c: CityWorld, verb: (typeof verbs)[number], one: Tree) => verb.href(c.slug, one as never)

describe('before anything is typed', () => {
  test(
    'who may not is refused with 403 on the way in, and nothing can be sent',
    inCity(async (c) => {
      const one = aTree()
      for (const answer of [
        await as(c, 'secretary').get(href(c, fellTree, one)),
        await as(c, 'secretary').post(href(c, fellTree, one), { reason: '枯れたため' }),
      ]) {
        expect(answer.status).toBe(403)
        expect(answer.says).toContain('木を切れるのは、担当課だけです。')
      }
      expect(trees.get(one.id)!.state).toBe('planted')
    }),
  )

  test(
    'who comes at the wrong moment hears 409, whether the rule says so or the state',
    inCity(async (c) => {
      const flowering = await as(c, 'section').get(href(c, fellTree, aTree({ title: '桜' })))
      expect([flowering.status, flowering.says.includes('花の終わるまで')]).toEqual([409, true])
      const gone = await as(c, 'section').get(href(c, fellTree, aTree({ state: 'felled' })))
      expect(gone.status).toBe(409)
      expect(gone.says).toContain('この木は、いま「切りました」です')
    }),
  )

  test(
    'a thing that is not there is 404',
    inCity(async (c) => {
      expect((await as(c, 'section').get(href(c, fellTree, { ...aTree(), id: newId() }))).status).toBe(404)
    }),
  )

  test(
    'the page says what will happen, to whom it is told, and, of what cannot be undone, why',
    inCity(async (c) => {
      const page = await as(c, 'section').get(href(c, fellTree, aTree()))
      expect(page.heading).toBe('松を切る')
      expect(page.says).toContain('松は、なくなります。')
      expect(page.says).toContain('理由を、近所の方にお知らせします。')
      expect(page.buttons).toContain('切り倒す')
      expect(page.field('理由')).toBe('')
      const back = await as(c, 'section').get(href(c, replantTree, aTree({ state: 'felled' })))
      expect(back.says).toContain('元の木には戻りません')
    }),
  )
})

describe('when it is done', () => {
  test(
    'the thing moves, the person goes on to it, and what happened is in the record',
    inCity(async (c) => {
      const one = aTree()
      const sent = await as(c, 'section').fill(href(c, fellTree, one), { reason: '枯れたため' })
      expect([sent.status, sent.location?.split('?')[0]]).toEqual([303, show({ city: c.slug, ref: one.id })])
      expect(trees.get(one.id)).toMatchObject({ state: 'felled', revision: 2 })
      const entries = await happened(c, one)
      expect(entries.map(({ kind, payload }) => [kind, payload])).toEqual([['tree.felled', { reason: '枯れたため' }]])
      expect(entries[0]!.names?.actor).toBe(c.people.section!.name)
    }),
  )

  test(
    'what the form cannot take comes back with what was typed',
    inCity(async (c) => {
      const answer = await as(c, 'section').fill(href(c, fellTree, aTree()), { reason: '長'.repeat(21) })
      expect([answer.status, answer.field('理由')]).toEqual([422, '長'.repeat(21)])
      expect(answer.errors.reason).toContain('20字以内')
    }),
  )

  test(
    'what the form cannot take and what the thing cannot be are said in one answer, and asked again under the lock',
    inCity(async (c) => {
      const one = aTree({ title: '盆栽' })
      const answer = await as(c, 'section').fill(href(c, measureTree, one), { metres: '12', party: '長'.repeat(61) })
      expect([answer.status, answer.errors]).toEqual([
        422,
        { metres: expect.stringContaining('1メートルまで'), party: expect.stringContaining('60字以内') },
      ])
      const call = c.run(async (db) => measureTree(await c.act(db, 'section'), one, { metres: 12, party: '' }))
      await expect(call).rejects.toThrow(Invalid)
      expect(await happened(c, one)).toEqual([])
    }),
  )

  test(
    'a verb that throws leaves nothing half written, and nothing in the record',
    inCity(async (c) => {
      const one = aTree()
      const answer = await as(c, 'section').fill(href(c, fellTree, one), { reason: '気まぐれ' })
      expect([answer.status, answer.errors.reason]).toEqual([422, expect.stringContaining('気まぐれでは')])
      expect(await putOff(c)).toEqual([])
      expect(await happened(c, one)).toEqual([])
    }),
  )

  test(
    'it is asked again under the lock who may and whether it is the moment',
    inCity(async (c) => {
      const one = aTree()
      put({ ...one, state: 'felled' })
      const call = (person: string) => c.run(async (db) => fellTree(await c.act(db, person), one, { reason: '枯れた' }))
      await expect(call('section')).rejects.toThrow(Conflict)
      await expect(call('secretary')).rejects.toThrow(Forbidden)
      expect(await putOff(c)).toEqual([])
    }),
  )

  test(
    'called as a function it answers what happened and what was made',
    inCity(async (c) => {
      const one = aTree()
      const outcome = await c.run(async (db) => measureTree(await c.act(db, 'section'), one, { metres: 12, party: '' }))
      expect([outcome.happened.map(({ event: { kind } }) => kind), outcome.made]).toEqual([
        ['tree.measured'],
        { metres: 12 },
      ])
    }),
  )

  test(
    'in the name of a party it stands so in the record',
    inCity(async (c) => {
      const one = aTree()
      const party = c.parties.first!.id
      await c.run(async (db) => measureTree(await c.act(db, 'secretary'), one, { metres: 3, party }))
      expect((await happened(c, one)).map(({ party_id }) => party_id)).toEqual([party])
    }),
  )

  test(
    'what somebody else changed meanwhile is not overwritten',
    inCity(async (c) => {
      const one = aTree()
      const browser = as(c, 'section')
      const page = await browser.get(href(c, measureTree, one))
      put({ ...one, revision: 2 })
      const late = await browser.post(href(c, measureTree, one), { ...page.formValues, metres: '5' })
      expect(late.status).toBe(409)
      const stale = c.run(async (db) => measureTree(await c.act(db, 'section'), one, { metres: 5, party: '' }))
      await expect(stale).rejects.toSatisfy((refusal: Refusal) => refusal.status === 409)
      expect(await happened(c, one)).toEqual([])
    }),
  )
})

describe('beside its page', () => {
  test(
    'its button is there for those who may, when they may',
    inCity(async (c) => {
      const [section, secretary] = await c.run(async (db) => [
        (await c.act(db, 'section')).actor,
        (await c.act(db, 'secretary')).actor,
      ])
      expect(fellTree.may(section!, aTree(), c.now)).toBe(true)
      expect(fellTree.may(secretary!, aTree(), c.now)).toBe(false)
      expect(fellTree.may(section!, aTree({ state: 'felled' }), c.now)).toBe(false)
      expect(replantTree.may(section!, aTree({ state: 'felled' }), c.now)).toBe(true)
    }),
  )

  test(
    'what waits stands in the inbox with the way to its page, beside what waits on the thing’s own',
    inCity(async (c) => {
      trees.clear()
      const one = aTree({ title: '楠' })
      const waitingFor = inboxOf(tree, verbs)
      const of = (person: string) =>
        c.run(async (db) =>
          (await waitingFor(await c.act(db, person), c.slug)).map(({ href, kind, title }) => [href, kind, title]),
        )
      const own = [show({ city: c.slug, ref: one.id }), '水をやる', '楠']
      expect(await of('secretary')).toEqual([own])
      expect(await of('section')).toEqual([own, [`${href(c, fellTree, one)}?near=river`, '切るか決める', '楠']])
    }),
  )

  test('it has a name of its own, and the address of its noun', () => {
    expect(verbs.map(({ name, pattern }) => [name, pattern])).toEqual([
      ['tree.felling', '/:city/trees/:ref/felling'],
      ['tree.replanting', '/:city/trees/:ref/replanting'],
      ['tree.measurement', '/:city/trees/:ref/measurement'],
    ])
  })
})
