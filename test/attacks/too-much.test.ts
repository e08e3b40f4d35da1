import { expect, test } from 'vitest'
import { urls as parties } from '../../src/modules/parties/urls.ts'
import { urls as proposals } from '../../src/modules/proposals/urls.ts'
import { type CityWorld, useWorld } from '../world.ts'

// Attack classes 23, 26 and 30: limits on the storage, reading and rendering that one request or one visitor can cause.

const w = useWorld()
const city = 'kawaguchi'
const MB = 1024 * 1024

/** Sends raw bytes; `length` may claim more than there are. */
async function sendRaw(
  c: CityWorld,
  path: string,
  body: Blob | ReadableStream,
  headers: Record<string, string>,
  cookie = '',
) {
  const init = {
    method: 'POST',
    body,
    headers: { origin: 'http://localhost:3000', host: 'localhost:3000', cookie, ...headers },
  }
  return c.app.app.request(`http://localhost:3000${path}`, { ...init, duplex: 'half' } as RequestInit)
}

const form = { 'content-type': 'application/x-www-form-urlencoded' }

test('a visitor’s form of two megabytes is refused in a sentence, whether or not its length is told', () =>
  w.inCity(city, async (c) => {
    const big = new Blob([`email=${'a'.repeat(2 * MB)}`])
    for (const body of [big, big.stream()]) {
      const answer = await sendRaw(c, '/sign-in', body, form)
      expect([answer.status, (await answer.text()).includes('大きすぎ')]).toEqual([422, true])
    }
  }))

test('a length that is a lie is not waited for', () =>
  w.inCity(city, async (c) => {
    const answer = await sendRaw(c, '/sign-in', new Blob(['email=a']), {
      ...form,
      'content-length': String(10_000 * MB),
    })
    expect(answer.status).toBe(422)
  }))

test('of a stream without end no more is read than may be sent', () =>
  w.inCity(city, async (c) => {
    let read = 0
    const endless = new ReadableStream({
      pull: (controller) => {
        read += 64 * 1024
        controller.enqueue(new Uint8Array(64 * 1024).fill(97))
      },
    })
    expect((await sendRaw(c, '/sign-in', endless, form)).status).toBe(422)
    expect(read).toBeLessThan(3 * MB)
  }))

test.each([
  ['with a token that nobody gave out', 'csrf.that-is-made-up'],
  ['without a token', ''],
])('of a stranger’s files no more is read than of their words, %s', (_, csrf) =>
  w.inCity(city, async (c) => {
    let read = 0
    const head = `--x\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${csrf}\r\n--x\r\ncontent-disposition: form-data; name="f"; filename="f"\r\n\r\n`
    const endless = new ReadableStream({
      start: (controller) => controller.enqueue(Buffer.from(head)),
      pull: (controller) => {
        read += 64 * 1024
        controller.enqueue(new Uint8Array(64 * 1024).fill(97))
      },
    })
    const multipart = { 'content-type': 'multipart/form-data; boundary=x' }
    expect((await sendRaw(c, parties.new({ city }), endless, multipart)).status).toBe(422)
    expect(read).toBeLessThan(3 * MB)
  }),
)

test.each([
  ['application/json', '{"email":"a"}'],
  ['text/plain', 'email=a'],
  ['multipart/form-data; boundary=x', 'no boundary in here'],
  ['multipart/form-data', ''],
  ['', 'email=a'],
])('what is no form (%s) is answered like a form that is empty, and is no bug', (type, text) =>
  w.inCity(city, async (c) => {
    const answer = await sendRaw(c, '/sign-in', new Blob([text]), type ? { 'content-type': type } : {})
    expect([403, 422]).toContain(answer.status)
  }),
)

test('a form of a hundred thousand fields is refused before anything looks at them', () =>
  w.inCity(city, async (c) => {
    const many = new Blob([Array.from({ length: 100_000 }, (_, at) => `a${at}=`).join('&')])
    expect((await sendRaw(c, '/sign-in', many, form)).status).toBe(422)
  }))

test.each([
  '__proto__',
  'constructor',
  'toString',
  'valueOf',
  'a.__proto__.b',
  'a.constructor.prototype.c',
  'hasOwnProperty',
])('a field or a file called %s is a name like any other', (name) =>
  w.inCity(city, async (c) => {
    const browser = c.as('section')
    const at = parties.new({ city })
    const { formValues } = await browser.get(at)
    const file = new File(['x'], 'x.txt')
    for (const value of ['x', ['x', 'y'], file])
      expect((await browser.post(at, { ...formValues, [name]: value })).status).toBe(422)
    expect(({} as Record<string, unknown>).b).toBeUndefined()
  }),
)

test('nobody who is not signed in, and no form without its token, makes the house keep a file', () =>
  w.inCity(city, async (c) => {
    let kept = 0
    c.app.parts.stage = async (file) => {
      kept += 1
      return { sha256: 'd'.repeat(64), name: file.name, type: file.type, bytes: file.size }
    }
    const file = new File(['x'], 'x.txt')
    const visitor = c.as('nobody')
    const page = await visitor.get('/sign-in')
    await visitor.post('/sign-in', { ...page.formValues, scan: file })
    await visitor.post(parties.new({ city }), { scan: file })
    await c.as('section').post(parties.new({ city }), { scan: file })
    expect(kept).toBe(0)
    const form = await c.as('section').get(parties.new({ city }))
    expect(form.status).toBe(200)
  }))

test('one sending keeps no more than twenty files, under however many names', () =>
  w.inCity(city, async (c) => {
    let kept = 0
    c.app.parts.stage = async (file) => {
      kept += 1
      return { sha256: 'd'.repeat(64), name: file.name, type: file.type, bytes: file.size }
    }
    const browser = c.as('section')
    const at = proposals.newFromPaper({ city })
    const { formValues } = await browser.get(at)
    const many = Array.from({ length: 60 }, () => new File(['x'], 'x.pdf'))
    await browser.post(at, { ...formValues, scan: many })
    expect(kept).toBe(20)
    const files = Object.fromEntries(many.map((file, at) => [`f${at}`, file]))
    await browser.post(at, { ...formValues, ...files })
    expect(kept, 'a name that is no field of the form').toBe(20)
  }))

test('a paper that anyone may print is laid out for one visitor a limited number of times', () =>
  w.inCity(city, async (c) => {
    const key = c.charter.programmes.find(({ sheets }) => sheets.length > 0)!.key
    c.app.parts.tooMany = () => true
    expect((await c.as('nobody').get(`/${city}/programmes/${key}/form.pdf`)).status).toBe(403)
  }))
