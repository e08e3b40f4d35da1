import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { expect, test } from 'vitest'
import { makeApp } from '../../src/app.tsx'
import { safetyHeaders } from '../../src/platform/web/index.ts'
import { type CityWorld, useWorld } from '../world.ts'
import { addressesIn, aFullCity } from './scene.ts'

// Attack classes 5, 6, 7, 16, 20 and 29: the headers of every response, page or not, refusal or bug.

const w = useWorld()
const city = 'kawaguchi'

const lacking = (headers: Headers) => Object.keys(safetyHeaders).filter((name) => !headers.has(name))

test('every answer carries the headers of safety: pages, papers, feeds, files, redirects, refusals', () =>
  w.inCity(city, async (c) => {
    const scene = await aFullCity(c)
    const seen = new Set<number>()
    const without: string[] = []
    for (const person of ['nobody', 'section'])
      for (const address of [...addressesIn(c, scene), ...scene.files.map(({ url }) => url), '/', '/nowhere', '/%00']) {
        const { status, headers } = await c.as(person).get(address)
        seen.add(status)
        if (lacking(headers).length) without.push(`${address} ${lacking(headers)}`)
      }
    expect(without).toEqual([])
    expect([...seen].sort()).toEqual([200, 301, 303, 403, 404, 409])
  }))

test('so do a page that did not change, a form that is refused, and a bug', () =>
  w.inCity(city, async (c) => {
    const page = await c.as('nobody').get(`/${city}/projects`)
    const again = await c.as('nobody').get(`/${city}/projects`, { 'if-none-match': page.headers.get('etag')! })
    const refused = await c.as('nobody').post('/sign-in', { email: '' })
    c.app.parts.resolve = () => Promise.reject(new Error('This test breaks the house.'))
    const silent = console.error
    console.error = () => {}
    const broken = await c.as('nobody').get(`/${city}/projects?other`)
    console.error = silent
    expect([again.status, refused.status, broken.status]).toEqual([304, 403, 500])
    for (const answer of [again, refused, broken]) expect(lacking(answer.headers)).toEqual([])
    expect(broken.headers.get('cache-control')).toBe('no-store')
  }))

test('no policy allows what is inline, another host, or a frame', () => {
  const policy = safetyHeaders['Content-Security-Policy']!
  expect(policy).not.toMatch(/unsafe|https?:|data:|blob:|\*/)
  for (const rule of ["default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"])
    expect(policy).toContain(rule)
})

test('what a signed-in person sees, and what holds a form, is kept by no browser and no proxy', () =>
  w.inCity(city, async (c) => {
    const scene = await aFullCity(c)
    const kept: string[] = []
    for (const person of ['section', 'secretary'])
      for (const address of addressesIn(c, scene)) {
        const { status, headers } = await c.as(person).get(address)
        const isOpen = /\.(csv|xlsx|json|atom)$/.test(address)
        if (status === 200 && !isOpen && headers.get('cache-control') !== 'no-store') kept.push(address)
      }
    expect(kept).toEqual([])
    expect((await c.as('nobody').get('/sign-in')).headers.get('cache-control')).toBe('no-store')
  }))

test('a page kept for guests is the guests’ alone: whoever is signed in is never given it, nor it theirs', () =>
  w.inCity(city, async (c) => {
    const path = `/${city}/projects`
    const guest = await c.as('nobody').get(path)
    expect(guest.headers.get('vary')).toContain('Cookie')
    const name = c.people.section!.name
    expect((await c.as('section').get(path)).text).toContain(name)
    const after = await c.as('nobody').get(path)
    expect([after.text.includes(name), after.headers.has('set-cookie')]).toEqual([false, false])
  }))

/** The same application behind TLS. */
function behindTls(c: CityWorld, report?: (id: string, path: string) => void) {
  const { doors } = c
  return makeApp({
    doors,
    secret: 'another secret for tests alone, of no worth',
    assets: { css: '', js: '' },
    demonstration: false,
    publicUrl: 'https://tomoni.example.lg.jp',
    stage: async () => 'nothing',
    now: () => c.now,
    report,
  })
}

test('behind TLS every cookie is for this very host, secure and out of reach of scripts, and TLS stays asked for', () =>
  w.inCity(city, async (c) => {
    const { app } = behindTls(c)
    const page = await app.request('https://tomoni.example.lg.jp/sign-in')
    expect(page.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
    const visit = page.headers.getSetCookie()
    expect(visit).toHaveLength(1)
    const cookie = visit[0]!.split(';')[0]!
    const token = /name="_csrf" value="([^"]+)"/.exec(await page.text())![1]!
    const body = new FormData()
    body.set('_csrf', token)
    const out = await app.request('https://tomoni.example.lg.jp/sign-out', {
      method: 'POST',
      body,
      headers: { cookie, host: 'tomoni.example.lg.jp', origin: 'https://tomoni.example.lg.jp' },
    })
    expect(out.status).toBe(303)
    const cookies = [...visit, ...out.headers.getSetCookie()]
    expect(cookies.length).toBeGreaterThanOrEqual(3)
    for (const one of cookies)
      expect(one).toMatch(/^__Host-(visit|session|flash)=[^;]*; Path=\/; HttpOnly; SameSite=Lax; Secure/)
  }))

test('a bug is noted by its address, without what would sign somebody in', () =>
  w.inCity(city, async (c) => {
    const noted: string[] = []
    const { app, parts } = behindTls(c, (_, path) => noted.push(path))
    parts.resolve = () => Promise.reject(new Error('This test breaks the house.'))
    const token = 'aB3_'.repeat(11).slice(0, 43)
    for (const path of [`/sign-in/link/${token}`, `/invitations/${token}`, `/me/mail/${token}`, `/${city}/projects`])
      expect((await app.request(`https://tomoni.example.lg.jp${path}`)).status).toBe(500)
    expect(noted).toEqual(['/sign-in/link/…', '/invitations/…', '/me/mail/…', `/${city}/projects`])
  }))

test('what arrives over a real connection is answered alike: strange hosts, methods and versions break nothing', () =>
  w.inCity(city, async (c) => {
    const server = createServer(getRequestListener(c.app.app.fetch))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const { connect } = await import('node:net')
    const say = (text: string) =>
      new Promise<string>((resolve) => {
        let heard = ''
        // The socket stays open: Node treats a half-closed one as a client that left.
        const socket = connect(port, '127.0.0.1', () => socket.write(text))
        socket.on('data', (data) => {
          heard += data
        })
        socket.on('close', () => resolve(heard))
      })
    for (const [line, host] of [
      ['GET /%', 'localhost'],
      ['GET //evil.example/', 'localhost'],
      [`GET /${city}`, 'evil.example/..'],
      [`GET http://evil.example/${city}`, 'evil.example'],
      [`TRACE /${city}`, 'localhost'],
      [`PUT /${city}/projects`, 'localhost'],
    ]) {
      const answer = await say(`${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
      expect([line, /^HTTP\/1.1 (200|30\d|40\d)/.test(answer), /location: (https?:)?\/\/evil/i.test(answer)]).toEqual([
        line,
        true,
        false,
      ])
      // The page may repeat the path, but no link, form or address may lead to the other host.
      expect([line, /(href|action|src)="[^"]*\/\/|https?:\/\/evil/i.test(answer)]).toEqual([line, false])
    }
    await new Promise((resolve) => server.close(resolve))
  }))
