import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { PageCache } from './cache.ts'

/** A cache of so many bytes before an application whose pages have `weight` bytes each. */
function aCache(most: number, weight = 1000) {
  const cache = new PageCache({ 'X-Safe': 'yes' }, most)
  const app = new Hono()
  app.use(async (c, next) => {
    c.set('generation', cache.generation)
    await next()
  })
  app.get('/:city/:page', async (c) => {
    if (c.req.query('meanwhile')) cache.forget(1)
    return cache.answer(c, Number(c.req.param('city')), 'x'.repeat(weight), 'ja')
  })
  return { cache, visit: (path: string) => app.request(`http://localhost${path}`) }
}

const isKept = (cache: PageCache, url: string, method = 'GET', lang = 'ja') => Boolean(cache.find(method, url, lang))

describe('what is not kept', () => {
  test('a page that was being made while something changed', async () => {
    const { cache, visit } = aCache(1e6)
    await visit('/1/a?meanwhile=1')
    expect([isKept(cache, '/1/a?meanwhile=1'), cache.weight]).toEqual([false, 0])
  })

  test('an answer to anything but GET, or in another language', async () => {
    const { cache, visit } = aCache(1e6)
    await visit('/1/a')
    expect([isKept(cache, '/1/a', 'POST'), isKept(cache, '/1/a', 'GET', 'en'), isKept(cache, '/1/a')]).toEqual([
      false,
      false,
      true,
    ])
  })

  test('what weighs more than everything may weigh', async () => {
    const { cache, visit } = aCache(500)
    expect((await visit('/1/a')).status).toBe(200)
    expect(cache.weight).toBe(0)
  })
})

describe('when something changes in a city', () => {
  test('its pages and those across cities go, those of others stay', async () => {
    const { cache, visit } = aCache(1e6)
    for (const path of ['/1/a', '/2/a', '/0/a']) await visit(path)
    cache.forget(1)
    expect([isKept(cache, '/1/a'), isKept(cache, '/2/a'), isKept(cache, '/0/a')]).toEqual([false, true, false])
    cache.forget()
    expect([isKept(cache, '/2/a'), cache.weight]).toEqual([false, 0])
  })
})

describe('when there is no more room', () => {
  test('what was not asked for the longest goes first, and nobody can fill the memory with addresses', async () => {
    const { cache, visit } = aCache(5000)
    for (const name of ['a', 'b', 'c']) await visit(`/1/${name}`)
    expect(isKept(cache, '/1/a')).toBe(true)
    await visit('/1/d')
    expect(['a', 'b', 'c', 'd'].map((name) => isKept(cache, `/1/${name}`))).toEqual([true, false, true, true])
    for (let n = 0; n < 100; n += 1) await visit(`/1/a?q=${n}`)
    expect(cache.weight).toBeLessThanOrEqual(5000)
    expect(isKept(cache, '/1/a?q=99')).toBe(true)
  })

  test('the same page made again counts once', async () => {
    const { cache, visit } = aCache(5000)
    await visit('/1/a')
    const once = cache.weight
    await visit('/1/a')
    expect(cache.weight).toBe(once)
  })
})

test('whoever has the page already is told so, with the headers that keep it safe', async () => {
  const { visit } = aCache(1e6)
  const etag = (await visit('/1/a')).headers.get('etag')!
  const { cache } = aCache(1e6)
  const app = new Hono().get('/', (c) => cache.answer(c, 1, 'x'.repeat(1000), 'ja'))
  const again = await app.request('http://localhost/', { headers: { 'if-none-match': etag } })
  expect([again.status, again.headers.get('x-safe'), await again.text()]).toEqual([304, 'yes', ''])
})
