import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** A page read by meaning: heading, label, button, sentence; never by class. */
export interface Reader {
  /** The text of the h1. */
  heading: string
  headings: string[]
  /** The labels of buttons, and of links that look like buttons. */
  buttons: string[]
  links: { text: string; href: string }[]
  /** The error sentences, by field id. */
  errors: Record<string, string>
  /** The text of the main part, with blanks folded. */
  says: string
  /** The text of the box with this heading, and of nothing beside it. */
  notice(heading: string): string
  /** The values of the last form of the main part, ready to be sent again. */
  formValues: Record<string, string | string[]>
  formAction: string | undefined
  /** Whether that form sends files, and not their names alone. */
  formTakesFiles: boolean
  /** The value of the field with this label. */
  field(label: string): string | undefined
}

/** Parses each part of a page when it is first read: many tests need the status or one sentence alone. */
export function read(html: string): Reader {
  const document = once(() => parse(html))
  const main = once((): Node => find(document(), (one) => one.tagName === 'main')[0] ?? document())
  const form = once(() => find(main(), (one) => one.tagName === 'form' && attr(one, 'method') === 'post').at(-1))
  const parts: { [Part in keyof Reader]: () => Reader[Part] } = {
    heading: () => textOf(find(main(), (one) => one.tagName === 'h1')[0]),
    headings: () => find(main(), (one) => /^h[1-6]$/.test(one.tagName)).map(textOf),
    buttons: () =>
      find(main(), (one) => one.tagName === 'button' || /(^| )button( |$)/.test(attr(one, 'class') ?? '')).map(textOf),
    links: () => find(main(), (one) => one.tagName === 'a').map(linkOf),
    errors: () => errorsIn(main()),
    says: () => textOf(main()),
    notice: () => (heading) => textOf(noticeOf(main(), heading)),
    formValues: () => valuesOf(form()),
    formAction: () => form() && attr(form()!, 'action'),
    formTakesFiles: () => form() !== undefined && attr(form()!, 'enctype') === 'multipart/form-data',
    field: () => (label) => fieldOf(main(), label),
  }
  const getters = Object.entries(parts).map(
    ([name, part]) => [name, { get: once<unknown>(part), enumerable: true }] as const,
  )
  return Object.defineProperties({}, Object.fromEntries(getters)) as Reader
}

function once<T>(work: () => T): () => T {
  let done: { value: T } | undefined
  return () => {
    done ??= { value: work() }
    return done.value
  }
}

const linkOf = (one: Element) => ({ text: textOf(one), href: attr(one, 'href') ?? '' })

/** The smallest box that has these words as its heading and says anything besides. */
function noticeOf(main: Node, heading: string): Node | undefined {
  const has = (one: Element) => find(one, ({ tagName }) => tagName === 'strong').some((h) => textOf(h) === heading)
  return find(main, (one) => one.tagName === 'div' && has(one)).at(-1)
}

function errorsIn(main: Node): Record<string, string> {
  const sentences = find(main, (one) => /-error$/.test(attr(one, 'id') ?? ''))
  return Object.fromEntries(sentences.map((one) => [attr(one, 'id')!.replace(/-error$/, ''), textOf(one)]))
}

function find(node: Node, test: (element: Element) => boolean, found: Element[] = []): Element[] {
  if ('tagName' in node && test(node)) found.push(node)
  for (const child of 'childNodes' in node ? node.childNodes : []) find(child, test, found)
  return found
}

const attr = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value

function textOf(node: Node | undefined): string {
  if (!node) return ''
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value
  if (node.nodeName === 'script' || node.nodeName === 'style') return ''
  const children = 'childNodes' in node ? node.childNodes : []
  return children
    .map((child) => textOf(child as Node))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

function valuesOf(form: Element | undefined): Record<string, string | string[]> {
  if (!form) return {}
  const values: Record<string, string[]> = {}
  const add = (name: string | undefined, value: string) => {
    if (name) values[name] = [...(values[name] ?? []), value]
  }
  for (const one of find(form, (each) => ['input', 'textarea', 'select'].includes(each.tagName))) {
    const type = attr(one, 'type')
    if (one.tagName === 'textarea') add(attr(one, 'name'), rawText(one))
    else if (one.tagName === 'select') {
      const options = find(one, (each) => each.tagName === 'option')
      const chosen = options.find((each) => attr(each, 'selected') !== undefined) ?? options[0]
      if (chosen) add(attr(one, 'name'), attr(chosen, 'value') ?? textOf(chosen))
    } else if (type === 'checkbox' || type === 'radio') {
      if (attr(one, 'checked') !== undefined) add(attr(one, 'name'), attr(one, 'value') ?? 'on')
    } else if (type !== 'file' && type !== 'submit') add(attr(one, 'name'), attr(one, 'value') ?? '')
  }
  return Object.fromEntries(Object.entries(values).map(([name, list]) => [name, list.length === 1 ? list[0]! : list]))
}

function rawText(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value
  return ('childNodes' in node ? node.childNodes : []).map((child) => rawText(child as Node)).join('')
}

function fieldOf(main: Node, label: string): string | undefined {
  const named = find(main, (one) => one.tagName === 'label').find((one) => textOf(one).startsWith(label))
  const target = named && find(main, (one) => attr(one, 'id') === attr(named, 'for'))[0]
  if (!target) return undefined
  return target.tagName === 'textarea' ? rawText(target) : attr(target, 'value')
}
