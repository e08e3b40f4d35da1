import { expect, test } from 'vitest'
import { useWorld } from '../../../test/world.ts'
import { newId } from '../db/index.ts'
import { about, event, eventOf, publicEvent, write } from './event.ts'
import { entriesOf } from './index.ts'

const lent = event<{ to: string; days: number }>('book.lent', {
  audience: 'parties',
  says: ({ to, days }) => `${to ?? '…'}に${days ?? '…'}日貸しました`,
})
const shelved = publicEvent<{ on: string }, { shelf: string }>(
  'book.shelved',
  ({ on }) => `${on ?? ''}に棚に置きました`,
)
const burnt = event('book.burnt', { audience: 'staff', says: () => '燃えました' })

const world = useWorld({ madeUp: { name: 'books', events: [lent, shelved, burnt] } })

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
  const modules = [{}, { events: [lent, shelved] }, { events: [burnt] }]
  expect([eventOf(modules, 'book.burnt'), eventOf(modules, 'book.lost')]).toEqual([burnt, undefined])
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
