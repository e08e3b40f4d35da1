import { expect, test } from 'vitest'
import { z } from 'zod'
import { read } from '../../test/html.ts'
import { type Actor, nobody } from '../platform/actor.ts'
import { drawn, fields } from '../platform/fields/index.ts'
import { event } from '../platform/record/event.ts'
import { allow, deny, rule } from '../platform/ruling.ts'
import { action, subject } from '../platform/web/action/index.ts'
import { type FormState, type Frame, url } from '../platform/web/index.ts'
import { Confirmation, VerbButtons } from './verbs.tsx'

interface Door {
  id: string
}
const door = subject<Door, never, never>({
  kind: 'door',
  url: url('/:city/doors/:ref'),
  at: (city, { id }) => ({ city, ref: id }),
  find: async () => undefined,
  page: ({ children }) => children,
  confirm: Confirmation,
})
const opened = event('door.opened', { audience: 'staff', says: () => '開けました' })
const anyone = rule((_: Actor) => allow())
const openDoor = action(door, {
  path: 'opening',
  who: anyone,
  form: z.object({
    name: drawn(fields.optionalText(10), { as: 'line', label: '名前', maxlength: 10 }),
    reason: drawn(fields.text('理由', 100), { as: 'text', label: '理由', hint: '公開されません。', required: true }),
    on: drawn(fields.date('開ける日'), { as: 'date', label: '開ける日' }),
  }),
  label: '開ける',
  confirm: '開けておく',
  before: () => ['風が入ります。'],
  undo: { never: '開けた扉は、閉まりません。' },
  do: async () => opened(),
  done: '',
})
const spec = {
  who: anyone,
  undo: { never: '閉めた扉は、開きません。' },
  do: async () => opened(),
  done: '',
}
const paintDoor = action(door, {
  path: 'paint',
  who: rule((_: Actor) => deny('塗れません。')),
  label: '塗る',
  undo: { by: 'paint' },
  do: async () => opened(),
  done: '',
})

const form: FormState = { values: { name: '佐藤' }, errors: {} } as never
const frame = { actor: nobody(1), now: new Date(0), city: { slug: 'town' }, lang: 'ja', chosen: 'ja' } as never as Frame

test('the page made from a declaration says what will happen and draws what is asked, each with its label', async () => {
  const props = { frame, form, thing: { id: '7' }, extra: undefined, verb: openDoor as never, back: '/town/doors/7' }
  const page = read(String(<Confirmation {...props} />))
  expect(page.headings).toContain('開ける前に')
  for (const words of ['風が入ります。', '開けた扉は、閉まりません。', '公開されません。', '開ける日'])
    expect(page.says).toContain(words)
  expect([page.field('名前'), page.field('理由')]).toEqual(['佐藤', ''])
  expect(page.buttons).toContain('開けておく')
  expect(page.links.map(({ href, text }) => [href, text])).toEqual([['/town/doors/7', '何もせずに戻る']])
})

test('in place of the button of an act that waits to be confirmed is the way to it; a page that forgets to ask is refused', () => {
  const byTwo = action(door, { ...spec, path: 'closing', fourEyes: () => true, label: '閉める' })
  const waits = {
    act: byTwo.name,
    subject_id: '7',
    verb: '/town/doors/7/closing',
    href: '/town/doors/7/closing/confirmation',
    label: '閉める',
    preparer: '佐藤 花子',
    own: false,
  }
  const buttons = (waiting?: (typeof waits)[]) =>
    read(String(<VerbButtons frame={frame} thing={{ id: '7' }} verbs={[byTwo]} waiting={waiting} />))
  expect(buttons([]).links.map(({ href }) => href)).toEqual([waits.verb])
  expect(buttons([{ ...waits, subject_id: '8' }]).links.map(({ href }) => href)).toEqual([waits.verb])
  const { says, links } = buttons([waits])
  expect(says).toContain('「閉める」は、佐藤 花子さんが起案し、別の職員の確認を待っています。')
  expect(links.map(({ href }) => href)).toEqual([waits.href])
  expect(() => buttons()).toThrow('waitingActs(c, [thing])')
})

test('the buttons are of those verbs that this person may do now, and lead to their pages', () => {
  const page = read(String(<VerbButtons frame={frame} thing={{ id: '7' }} verbs={[openDoor, paintDoor]} />))
  expect(page.links.map(({ href, text }) => [href, text])).toEqual([['/town/doors/7/opening', '開ける']])
})
