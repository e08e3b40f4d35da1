import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { settings } from '../demo/cast.ts'
import { modules } from '../src/modules.ts'
import { site } from '../src/site/index.ts'
import { long } from './length.ts'
import { useWorld } from './world.ts'

const w = useWorld()
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: { 'long-title': 'off', 'no-inline-style': 'error', 'require-sri': 'off' },
})

/** Everybody of the cast who can sign in, and a guest. */
const cast = [
  'nobody',
  ...settings
    .find((one) => one.slug === 'iruma')!
    .people.filter((one) => one.account)
    .map((one) => one.key)
    .slice(0, long ? undefined : 9),
]

/** Follows every internal link from the start page as one person, and reads each page once. */
async function walk(person: string, slug: string) {
  return w.inCity(slug, async (c) => {
    const browser = c.as(person)
    const seen = new Map<string, string>()
    const queue: [string, string][] = [
      ['/', 'start'],
      [`/${slug}`, 'start'],
      [`/${slug}/inbox`, 'start'],
      ...unparametrised(slug).map((path): [string, string] => [path, 'routes']),
    ]
    const faults: string[] = []
    let pages = 0
    while (queue.length && (long || pages < 150)) {
      const [path, from] = queue.shift()!
      const bare = path.split('#')[0]!
      if (seen.has(kind(bare)) || elsewhere(bare, slug)) continue
      seen.set(kind(bare), from)
      pages += 1
      const page = await browser.get(bare)
      const expected = from === 'routes' ? [200, 303, 403, 404, 405] : [200, 303, 403]
      if (!expected.includes(page.status)) faults.push(`${page.status} ${bare} (linked from ${from})`)
      if (page.status !== 200 || !page.headers.get('content-type')?.includes('text/html')) continue
      faults.push(...validityOf(page.text).map((fault) => `${bare}: ${fault}`))
      if (/\bundefined\b|\[object |NaN/.test(page.says)) faults.push(`${bare} says undefined, NaN or [object`)
      for (const link of page.links) if (link.href.startsWith('/')) queue.push([link.href, bare])
    }
    return { pages, faults }
  })
}

/** One page of each kind is enough: numbers and filters do not make another. */
const kind = (path: string) =>
  path.replace(/[?].*$/, (query) => `?${[...new URLSearchParams(query).keys()].sort().join('&')}`)

const elsewhere = (path: string, slug: string) =>
  path.startsWith('/assets') ||
  path.startsWith('/sign-') ||
  settings.some((one) => one.slug !== slug && (path === `/${one.slug}` || path.startsWith(`/${one.slug}/`)))

const unparametrised = (slug: string) =>
  [site, ...modules]
    .flatMap((module) => Object.entries(module.routes ?? {}))
    .filter(([, page]) => page.view)
    .map(([pattern]) => pattern.replace(':city', slug))
    .filter((path) => !path.includes(':'))

function validityOf(html: string): string[] {
  const report = validator.validateStringSync(html)
  return report.results.flatMap((result) =>
    result.messages.map((message) => `${message.line}:${message.column} ${message.ruleId} ${message.message}`),
  )
}

test.each(cast)(
  'every page that %s can come to renders, is valid, and leads on to pages that are there',
  async (person) => {
    const { pages, faults } = await walk(person, 'iruma')
    expect(pages).toBeGreaterThan(10)
    expect([...new Set(faults)].slice(0, 20)).toEqual([])
  },
)

test.each(settings.map((one) => one.slug))(
  'in %s every page that an officer can come to renders, is valid, and leads on',
  async (slug) => {
    const { faults } = await walk('section', slug)
    expect([...new Set(faults)].slice(0, 20)).toEqual([])
  },
)

test('every page says who may see it: everyone, everyone signed in, or a rule', () => {
  const silent = [site, ...modules]
    .flatMap((module) => Object.entries(module.routes ?? {}))
    .filter(([, page]) => page.who !== 'anyone' && page.who !== 'signed-in' && typeof page.who !== 'function')
  expect(silent).toEqual([])
})
