import { expect, test } from 'vitest'
import { useWorld } from '../../../test/world.ts'
import { newId } from '../db/index.ts'
import { about, event, eventsByKind, publicEvent, reactionsByKind, when, write } from './event.ts'
import { type Entry, entriesOf } from './index.ts'

const world = useWorld()

const lent = event<{ to: string; days: number }>('book.lent', {
  audience: 'parties',
  says: ({ to, days }) => `${to ?? '…'}に${days ?? '…'}日貸しました`,
})
const shelved = publicEvent<{ on: string }, { shelf: string }>(
  'book.shelved',
  ({ on }) => `${on ?? ''}に棚に置きました`,
)
const burnt = event('book.burnt', { audience: 'staff', says: () => '燃えました' })

test('called with what it says, it is what happened', () => {
  expect(lent({ to: '佐藤', days: 7 })).toMatchObject({ event: lent, payload: { to: '佐藤', days: 7 } })
  expect(burnt().payload).toEqual({})
})

test('its sentence can be read when words are missing, and a public one is made of its public words', () => {
  expect([lent.says({ to: '佐藤', days: 7 }), lent.says({})]).toEqual(['佐藤に7日貸しました', '…に…日貸しました'])
  expect([shelved.audience, shelved.says({ on: '12月1日' })]).toEqual(['public', '12月1日に棚に置きました'])
  expect(shelved({ shelf: '三', public: { on: '12月1日' } }).payload).toEqual({
    shelf: '三',
    public: { on: '12月1日' },
  })
})

test('readers of the record look it up by its kind, and read an entry by name', () => {
  const known = eventsByKind([lent, shelved, burnt])
  expect(Object.keys(known)).toEqual(['book.lent', 'book.shelved', 'book.burnt'])
  const entry = { kind: 'book.lent', payload: { to: '佐藤' } }
  expect([lent.is(entry), burnt.is(entry)]).toEqual([true, false])
  expect(lent.read(entry).to).toBe('佐藤')
})

test('it is written about the thing acted on, or about another that it names', () =>
  world.inCity('kawaguchi', async (c) => {
    const [book, other] = [{ id: newId() }, { id: newId() }]
    await c.run(async (db) => {
      const act = await c.act(db, 'section')
      write(db, act, lent({ to: '佐藤', days: 7 }), book)
      write(db, act, about(burnt(), other), book)
    })
    const kinds = (one: { id: string }) =>
      c.run(async (db) => (await entriesOf(db, [{ kind: 'book', id: one.id }])).map(({ kind }) => kind))
    expect([await kinds(book), await kinds(other)]).toEqual([['book.lent'], ['book.burnt']])
  }))

test('several reactions to one event run one after the other, each with the payload by name', async () => {
  const heard: string[] = []
  const reactions = reactionsByKind([
    when(lent, async ({ payload }) => void heard.push(`first ${payload.to}`)),
    when(burnt, async () => void heard.push('burnt')),
    when(lent, async ({ payload }) => void heard.push(`second ${payload.days}`)),
  ])
  const entry = { kind: 'book.lent', payload: { to: '佐藤' } } as unknown as Entry
  await reactions['book.lent']!({ db: undefined as never, now: new Date(0), entry })
  expect(heard).toEqual(['first 佐藤', 'second undefined'])
})
