import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { build } from 'esbuild'
import type { Child } from 'hono/jsx'
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import type { Example } from './example.ts'
import { gallery } from './gallery.tsx'

const here = import.meta.dirname
const examples: Example[] = gallery.flatMap((group) => group.examples)
const validate = new HtmlValidate(new FileSystemConfigLoader())

async function htmlOf(child: Child): Promise<string> {
  return String(await child?.toString())
}

async function complaints(html: string): Promise<string> {
  const { results } = await validate.validateString(html, join(here, 'example.html'))
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)).join('\n')
}

function documentOf(body: string): string {
  const head = '<meta charset="utf-8"><title>Example</title>'
  return `<!DOCTYPE html><html lang="ja"><head>${head}</head><body><h1>One</h1><h2>Two</h2>${body}</body></html>`
}

describe.each(examples)('$name', ({ render }) => {
  it('is markup that a strict reader accepts', async () => {
    expect(await complaints(documentOf(await htmlOf(render())))).toBe('')
  })

  it('has no style or handler in its markup, which the security policy forbids', async () => {
    const all = allOf(parseFragment(await htmlOf(render())))
    expect(
      all.flatMap((one) => one.attrs.map(({ name }) => name)).filter((name) => name === 'style' || /^on/.test(name)),
    ).toEqual([])
  })

  it('ties every control to a label and every description to its words', async () => {
    const all = allOf(parseFragment(await htmlOf(render())))
    const ids = new Set(all.map((one) => attribute(one, 'id')))
    const labelled = new Set(all.filter(({ tagName }) => tagName === 'label').map((one) => attribute(one, 'for')))
    for (const one of all.filter(isControl))
      expect([...labelled], attribute(one, 'name')).toContain(attribute(one, 'id'))
    for (const one of all) {
      for (const id of attribute(one, 'aria-describedby')?.split(' ') ?? []) expect([...ids]).toContain(id)
    }
  })
})

type Markup = DefaultTreeAdapterMap['element']

function allOf(node: DefaultTreeAdapterMap['parentNode']): Markup[] {
  return node.childNodes.flatMap((one) => ('tagName' in one ? [one, ...allOf(one)] : []))
}

function attribute(one: Markup, name: string): string | undefined {
  return one.attrs.find((attr) => attr.name === name)?.value
}

function isControl(one: Markup): boolean {
  return ['input', 'select', 'textarea'].includes(one.tagName) && attribute(one, 'type') !== 'hidden'
}

describe('what people wrote', () => {
  const hostile = '<script>alert(1)</script>"\'&髙﨑𠮷'

  it.each(examples)('stays words in $name', async ({ render }) => {
    const html = await htmlOf(poisoned(render(), hostile) as Child)
    const all = allOf(parseFragment(html))
    expect(all.filter(({ tagName }) => tagName === 'script')).toEqual([])
    expect(html, 'need the words in the page for this to mean anything').toContain('髙﨑𠮷')
  })
})

/** Props that choose a look or a place and never come from people. */
const structure = new Set(['kind', 'tone', 'level', 'met', 'state', 'type', 'width', 'purpose', 'lang', 'tag', 'lines'])

/** The same example with hostile words in every text. */
function poisoned(value: unknown, words: string, key = ''): unknown {
  if (typeof value === 'string') return structure.has(key) ? value : value + words
  if (Array.isArray(value)) return value.map((one) => poisoned(one, words, key))
  if (typeof value === 'function' && key !== 'tag') return (...args: unknown[]) => poisoned(value(...args), words)
  if (typeof value !== 'object' || value === null) return value
  const node = value as { tag?: unknown; props?: object; children?: unknown }
  if (typeof node.tag === 'string')
    return Object.assign(Object.create(Object.getPrototypeOf(node)), node, { children: poisoned(node.children, words) })
  if (typeof node.tag === 'function') {
    return Object.assign(Object.create(Object.getPrototypeOf(node)), node, {
      props: poisoned(node.props, words),
      children: poisoned(node.children, words),
    })
  }
  return Object.fromEntries(Object.entries(value).map(([inner, one]) => [inner, poisoned(one, words, inner)]))
}

describe('the folder', () => {
  const files = readdirSync(here, { recursive: true }).map(String)

  it('shows every component in the gallery', () => {
    const withExamples = files.filter(
      (file) =>
        file.endsWith('.tsx') &&
        !file.endsWith('.test.tsx') &&
        readFileSync(join(here, file), 'utf8').includes('examples: Example[] ='),
    )
    const listed = (file: string) => readFileSync(join(here, dirname(file), 'examples.ts'), 'utf8')
    expect(withExamples.length).toBeGreaterThan(30)
    for (const file of withExamples) expect(listed(file)).toContain(`'./${basename(file)}'`)
  })

  it('leaves no style sheet out of the bundle', () => {
    const bundled = readFileSync(join(here, 'ui.css'), 'utf8')
    for (const file of files.filter((one) => one.endsWith('.css') && one !== 'ui.css'))
      expect(bundled).toContain(`"./${file}"`)
  })

  it('keeps the first style under 20 kB and asks no other host', async () => {
    const { outputFiles } = await build({
      entryPoints: [join(here, 'ui.css')],
      bundle: true,
      minify: true,
      write: false,
      target: ['chrome120', 'firefox120', 'safari17'],
    })
    const css = outputFiles[0]!.text
    expect(css.length).toBeLessThan(20_000)
    expect(css.match(/url\([^)]*\)/g)).toEqual(['url(#bar-stripes)'])
  })
})

describe('the colours', () => {
  const tokens = Object.fromEntries(
    [...readFileSync(join(here, 'tokens.css'), 'utf8').matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(
      ([, name, hex]) => [name, hex!],
    ),
  )
  const words = ['ink', 'ink-soft', 'pine', 'indigo', 'visited', 'error', 'warning']

  it.each(words.flatMap((word) => ['white', 'paper'].map((ground) => [word, ground] as const)))(
    '%s is read on %s by people with weak sight',
    (word, ground) => expect(contrast(tokens[word]!, tokens[ground]!)).toBeGreaterThanOrEqual(4.5),
  )

  it.each([
    ['pine', 'pine-mist'],
    ['indigo', 'indigo-mist'],
    ['warning', 'warning-mist'],
    ['error', 'error-mist'],
    ['ink-soft', 'mist'],
    ['white', 'ink'],
    ['focus', 'ink'],
    ['pine', 'focus'],
  ])('%s is read on %s', (word, ground) => {
    expect(contrast(tokens[word]!, tokens[ground]!)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['edge', 'persimmon', 'pine', 'indigo'])('%s is seen as an edge or mark on white', (mark) => {
    expect(contrast(tokens[mark]!, '#ffffff')).toBeGreaterThanOrEqual(3)
  })
})

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
