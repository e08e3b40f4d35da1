/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { dateTimeLabel } from '../../platform/time/index.ts'

/** What was typed into a form and has not reached the server, kept in this browser for its owner alone. */
interface Draft {
  at: number
  title: string
  url: string
  key: string
  revision?: string
  values: [name: string, value: string][]
  files: string[]
  /** Its button was pressed, and no answer came. */
  tried?: boolean
}

const PREFIX = 'draft '
const BEFORE = ' before'
const SIGNED_OUT = 'signed-out'
const WEEK = 7 * 24 * 60 * 60_000
const secret = /password|code|token|response/i

/** A mark of the signed-in person; nothing is kept of a guest, who may share the machine with anybody. */
const { owner } = document.documentElement.dataset
let closed = !owner

/** Keeps what is typed in a form. Returns whether it is kept: a browser may refuse. */
export function keepDraft(form: HTMLFormElement, more: { tried?: boolean } = {}): boolean {
  const values = valuesOf(form)
  if (closed || values.length === 0) return false
  const draft: Draft = {
    at: Date.now(),
    title: document.querySelector('h1')?.textContent?.trim() || document.title,
    url: location.pathname + location.search,
    key: hidden(form, '_key') ?? '',
    revision: hidden(form, '_revision'),
    values,
    files: filesOf(form).map(({ name }) => name),
    ...more,
  }
  return write(slotOf(form), draft)
}

export function dropDraft(form: HTMLFormElement): void {
  remove(slotOf(form))
}

/** The files that are chosen in a form. */
export function filesOf(form: HTMLFormElement): File[] {
  return [...new FormData(form).values()].filter((value) => value instanceof File && value.name !== '') as File[]
}

/** Offers what was written here before and did not arrive. The same form that came back goes on where it was. */
export function offerDraft(form: HTMLFormElement): void {
  const slot = slotOf(form)
  const kept = read(slot)
  if (kept?.key === hidden(form, '_key')) return
  if (kept && !isShown(form, kept)) write(slot + BEFORE, kept)
  if (kept) remove(slot)
  const draft = read(slot + BEFORE)
  if (!draft) return
  const gone = () => remove(slot + BEFORE)
  const back = () => {
    gone()
    restore(form, slot, draft)
  }
  form.before(
    notice(`この端末に、まだ送られていない内容が残っています（${dateTimeLabel(new Date(draft.at))}）。`, [
      button('その内容を書式に戻す', 'secondary', back),
      button('この端末から消す', 'quiet', gone),
    ]),
  )
}

/** The server puts the words into their fields, rows and all, and shows them; nothing is saved yet. */
function restore(form: HTMLFormElement, slot: string, draft: Draft): void {
  const key = hidden(form, '_key') ?? ''
  write(slot, { ...draft, key, tried: false })
  const sent = Object.assign(document.createElement('form'), { method: 'post', action: form.action, hidden: true })
  const add = (name: string, value: string | undefined) => {
    if (value !== undefined) sent.append(Object.assign(document.createElement('input'), { name, value }))
  }
  for (const [name, value] of draft.values) add(name, value)
  for (const name of draft.files) add('_unsent', name)
  add('_csrf', hidden(form, '_csrf'))
  add('_key', key)
  add('_revision', draft.revision)
  add('_act', 'restore')
  document.body.append(sent)
  sent.submit()
}

const isShown = (form: HTMLFormElement, { values }: Draft) => JSON.stringify(valuesOf(form)) === JSON.stringify(values)

function valuesOf(form: HTMLFormElement): Draft['values'] {
  const typed = [...new FormData(form)].filter(
    ([name, value]) => typeof value === 'string' && !name.startsWith('_') && !secret.test(name),
  )
  return typed as Draft['values']
}

const hidden = (form: HTMLFormElement, name: string) =>
  form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value

const slotOf = (form: HTMLFormElement) => `${PREFIX}${owner} ${new URL(form.action).pathname} ${form.id}`

function notice(sentence: string, more: HTMLElement[]): HTMLElement {
  const box = Object.assign(document.createElement('div'), { className: 'notice notice-warning' })
  const body = Object.assign(document.createElement('div'), { className: 'notice-body flow' })
  const row = Object.assign(document.createElement('div'), { className: 'wrap button-row' })
  row.append(...more)
  body.append(Object.assign(document.createElement('p'), { textContent: sentence }), row)
  box.setAttribute('role', 'status')
  box.append(body)
  box.addEventListener('click', (event) => event.target instanceof HTMLButtonElement && box.remove())
  return box
}

function button(textContent: string, kind: string, work: () => void): HTMLElement {
  const one = Object.assign(document.createElement('button'), {
    type: 'button',
    className: `button button-${kind}`,
    textContent,
  })
  one.addEventListener('click', work)
  return one
}

// A browser may keep nothing at all, or refuse what is too much: then nothing is kept, and the person is told so.
function write(slot: string, draft: Draft): boolean {
  try {
    localStorage.setItem(slot, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

function read(slot: string): Draft | undefined {
  try {
    return JSON.parse(localStorage.getItem(slot) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

function remove(slot: string): void {
  try {
    localStorage.removeItem(slot)
  } catch {} // nothing was kept
}

function slots(): string[] {
  try {
    return Object.keys(localStorage).filter((slot) => slot.startsWith(PREFIX))
  } catch {
    return []
  }
}

/** Nothing of one person is left for the next at the same machine, and nothing for longer than a week. */
function tidy(): void {
  const sent = /(?:^|;\s*)sent=([\w-]+)/.exec(document.cookie)?.[1]
  for (const slot of slots()) {
    const draft = read(slot)
    const isOwn = !owner || slot.startsWith(`${PREFIX}${owner} `)
    if (!isOwn || !draft || draft.at < Date.now() - WEEK || draft.key === sent) remove(slot)
  }
}

/** Leads back to what was sent and got no answer, wherever the person goes on. */
function remind(): void {
  const here = location.pathname
  for (const slot of owner ? slots() : []) {
    const draft = read(slot)
    if (!draft?.tried || new URL(draft.url, location.href).pathname === here) continue
    const link = Object.assign(document.createElement('a'), { href: draft.url, textContent: draft.title })
    document.querySelector('main .sheet')?.prepend(notice('まだ送られていない内容が、この端末に残っています。', [link]))
  }
}

function signOut(): void {
  closed = true
  for (const slot of slots()) remove(slot)
  try {
    localStorage.setItem(SIGNED_OUT, String(Date.now()))
    localStorage.removeItem(SIGNED_OUT)
  } catch {} // nothing was kept
}

document.addEventListener('submit', ({ target }) => {
  if (target instanceof HTMLFormElement && new URL(target.action).pathname === '/sign-out') signOut()
})
// Signed out in another tab: what is typed here from now on is not kept in the browser any more.
window.addEventListener('storage', ({ key }) => {
  if (key === SIGNED_OUT || key === null) closed = true
})
tidy()
remind()
