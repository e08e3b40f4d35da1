import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { settings } from '../demo/cast.ts'
import { urls as account, createAccount, findAccountByEmail, issueToken } from '../src/modules/accounts/index.ts'
import { charterInForce } from '../src/modules/charters/index.ts'
import { modules } from '../src/modules.ts'
import { site } from '../src/site/index.ts'
import { browse } from './http.ts'
import { leftoverMarks, unmarkedJapanese, unreadableKanji } from './languages.ts'
import { aPublicProject } from './projects.ts'
import { type CityWorld, NOW, useWorld } from './world.ts'

const w = useWorld()
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: { 'long-title': 'off', 'no-inline-style': 'error', 'require-sri': 'off' },
})
const cities = settings.map(({ slug }) => slug)

/** The pages of a city that are translated, by pattern. */
const inACity = modules.flatMap(({ routes }) =>
  Object.entries(routes ?? {})
    .filter(([pattern, page]) => page.translated && page.view && pattern.startsWith('/:city'))
    .map(([pattern]) => pattern),
)
/** Without signing in and one's own account, which have a test as the right person. */
const aboveCities = [site, ...modules.filter(({ name }) => name !== 'accounts')].flatMap(({ routes }) =>
  Object.entries(routes ?? {})
    .filter(([pattern, page]) => page.translated && page.view && !pattern.startsWith('/:city'))
    .map(([pattern]) => pattern),
)

/** Text of a page that a reader of this language cannot read. */
function stumbles(html: string, lang: 'en' | 'easy'): string[] {
  return [...(lang === 'en' ? unmarkedJapanese(html) : unreadableKanji(html)), ...leftoverMarks(html)]
}

/** Readings and marks must leave a page valid HTML. */
async function faultsOf(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) => messages.map(({ message, line }) => `${message} (${line})`))
}

async function troublesOn(browser: ReturnType<CityWorld['as']>, paths: string[], statuses = [200]) {
  const troubles: string[] = []
  for (const lang of ['en', 'easy'] as const)
    for (const path of paths) {
      const page = await browser.get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
      if (!statuses.includes(page.status)) troubles.push(`${page.status} ${path}`)
      const html = /<html lang="(\w+)"/.exec(page.text)?.[1]
      if (html !== (lang === 'en' ? 'en' : 'ja')) troubles.push(`${path} says it is in ${html}`)
      troubles.push(...(await faultsOf(page.text)).map((fault) => `${lang} ${path}: ${fault}`))
      troubles.push(...new Set(stumbles(page.text, lang).map((text) => `${lang} ${path}: ${text}`)))
    }
  return troubles
}

/** The addresses of a city's patterns. */
async function addressesIn(c: CityWorld): Promise<string[]> {
  const version = await c.run((db) => charterInForce(db, '2026-11-25'))
  const fill: Record<string, string> = {
    city: c.slug,
    version: encodeURIComponent(version!.version),
    key: c.charter.programmes.find((one) => one.tracks.length > 0)!.key,
  }
  return inACity.map((pattern) => pattern.replace(/:(\w+)/g, (_, name: string) => fill[name] ?? `:${name}`))
}

/** Every label of a charter in plain Japanese, with its path. */
function plainLabels(value: unknown, path: string): [string, string][] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.entries(value)
  return inner.flatMap(([key, one]) =>
    key === 'easy' && typeof one === 'string' ? [[path, one] as [string, string]] : plainLabels(one, `${path}.${key}`),
  )
}

/** Addresses of a city that need nothing of it, and are not translated. */
const japaneseOnly = modules.flatMap(({ routes }) =>
  Object.entries(routes ?? {})
    .filter(([pattern, page]) => !page.translated && page.view && /^\/:city(\/[a-z-]+)+$/.test(pattern))
    .map(([pattern]) => pattern),
)

describe('a reader of English, and one of plain Japanese', () => {
  test.each(cities)('finds a reading beside every Chinese character that %s wrote plainly', (slug) =>
    w.inCity(slug, async (c) => {
      const labels = plainLabels(c.charter, slug)
      expect(labels.length).toBeGreaterThan(100)
      const unread = labels.filter(([, text]) => /\p{Script=Han}/u.test(text.replace(/\{[^|{}]+\|[^|{}]+\}/g, '')))
      expect(unread).toEqual([])
    }),
  )

  test('who works in the house is told of each page that it is Japanese, and hears it as Japanese', () =>
    w.inCity('iruma', async (c) => {
      const browser = c.as('administrator')
      expect(japaneseOnly.length).toBeGreaterThan(8)
      await browser.get('/?lang=en')
      for (const pattern of japaneseOnly) {
        const page = await browser.get(pattern.replace(':city', 'iruma'))
        expect(unmarkedJapanese(page.text), pattern).toEqual([])
        if (page.status === 200) expect(page.says, pattern).toContain('in Japanese only')
      }
    }))

  test('there are such pages', () => {
    expect(inACity.length).toBeGreaterThan(18)
    expect(aboveCities).toContain('/')
  })

  test.each(cities)('reads every translated page of %s', (slug) =>
    w.inCity(slug, async (c) => {
      await c.run((db) => aPublicProject(c, db))
      expect(await troublesOn(c.as('nobody'), await addressesIn(c))).toEqual([])
    }),
  )

  test.each(cities)('reads what is across cities, and compares %s with its neighbour', (slug) =>
    w.inCity(slug, async (c) => {
      await c.run((db) => aPublicProject(c, db))
      const other = cities[(cities.indexOf(slug) + 1) % cities.length]!
      const pages = [...aboveCities, `/charters/compare?left=${slug}&right=${other}`]
      expect(await troublesOn(c.as('nobody'), pages)).toEqual([])
    }),
  )

  test.each(cities)('is guided to every end of the questions of %s', (slug) =>
    w.inCity(slug, async (c) => {
      const guide = `/${slug}/guide`
      const seen = new Set([guide])
      for (const path of seen) {
        const page = await c.as('nobody').get(path)
        for (const { href } of page.links) if (href.startsWith(`${guide}?`)) seen.add(href)
      }
      expect(seen.size).toBeGreaterThan(5)
      expect(await troublesOn(c.as('nobody'), [...seen])).toEqual([])
    }),
  )

  test('takes up an invitation in English, and is written to in English from then on', () =>
    w.inCity('iruma', async (c) => {
      const token = await c.doors.house.run(async (db) => {
        const { id } = await createAccount(db, { email: 'invited@example.jp', name: '招かれた人' }, NOW)
        return issueToken(db, { purpose: 'invitation', account_id: id }, NOW)
      })
      const browser = c.as('nobody')
      await browser.get('/?lang=en')
      const password = 'a long walk by the river'
      const sent = await browser.fill(account.invitation({ token }), { name: 'Lan', password, again: password })
      expect(sent.status, sent.says).toBe(303)
      const taken = await c.doors.house.run((db) => findAccountByEmail(db, 'invited@example.jp'))
      expect(taken?.lang).toBe('en')
    }))

  test('finds the way into an account, and about in it', () =>
    w.inCity('iruma', async (c) => {
      const inviting = await c.doors.house.run(async (db) => {
        const { id } = await createAccount(db, { email: 'invited@example.jp', name: '招かれた人' }, NOW)
        return issueToken(db, { purpose: 'invitation', account_id: id }, NOW)
      })
      const guest = [
        account.signIn(),
        account.signInLink(),
        account.signInLink({ sent: '1' }),
        account.followLink({ token: 'gone' }),
        account.signInPasskey(),
        account.invitation({ token: inviting }),
        account.invitation({ token: 'gone' }),
      ]
      expect(await troublesOn(c.as('nobody'), guest)).toEqual([])
      const signedIn = [
        account.me(),
        account.password(),
        account.email(),
        account.passkeys(),
        account.app(),
        account.sessions(),
        account.secondFactor(),
        account.recovery(),
      ]
      expect(await troublesOn(c.as('section'), signedIn)).toEqual([])
    }))

  test('is told in their language what is wrong with what they typed', () =>
    w.run(async (world) => {
      for (const lang of ['en', 'easy'] as const) {
        const browser = browse(world, null)
        await browser.get(`${account.signIn()}?lang=${lang}`)
        const wrong = await browser.fill(account.signIn(), { email: 'nobody at all', password: '' })
        expect(wrong.status).toBe(422)
        expect(stumbles(wrong.text, lang)).toEqual([])
        const unknown = await browser.fill(account.signIn(), { email: 'a@example.jp', password: 'not the one' })
        expect(stumbles(unknown.text, lang)).toEqual([])
      }
    }))

  test('is told in their language that there is no such page', () =>
    w.inCity('kawagoe', async (c) => {
      expect(await troublesOn(c.as('nobody'), ['/nowhere/at/all', '/kawagoe/projects/none'], [404])).toEqual([])
    }))

  test('is told in their language that they may not, and the reason is marked where it is Japanese', () =>
    w.inCity('kawagoe', async (c) => {
      expect(await troublesOn(c.as('stranger'), ['/kawagoe/groups/new', '/kawagoe/admin'], [403])).toEqual([])
    }))

  test('is told at the top of a Japanese page that it is one', () =>
    w.inCity('kawaguchi', async (c) => {
      const page = await c.as('section').get('/kawaguchi/groups/new?lang=en')
      expect(page.says).toContain('this page is in Japanese only')
      expect(unmarkedJapanese(page.text)).toEqual([])
      const plain = await c.as('section').get('/kawaguchi/groups/new?lang=easy')
      expect(plain.says).toContain('だけです')
      expect(unreadableKanji(plain.text)).toEqual([])
    }))

  test('keeps the language they pressed, and the account keeps the one it was given', () =>
    w.inCity('kawaguchi', async (c) => {
      const browser = c.as('secretary')
      await browser.get('/?lang=en')
      expect((await browser.get('/kawaguchi')).heading).toBe('Working together in Kawaguchi')
      await browser.fill(account.me(), { lang: 'easy' })
      expect(browser.cookies.get('lang')).toBe('easy')
      const elsewhere = await c.as('secretary').get(account.me())
      expect(elsewhere.says).toContain('かえたり')
    }))

  test('comes for the first time, and the browser says what they read', () =>
    w.run(async (world) => {
      const page = await browse(world, null).get('/', { 'accept-language': 'en-GB,en;q=0.9' })
      expect(page.heading).toBe('Residents and their city, together.')
      const next = await browse(world, null).get('/', { 'accept-language': 'ja' })
      expect(next.heading).toBe('市民と市が、ともに。')
    }))
})
