import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import type { Doors } from '../platform/db/index.ts'
import { readEnv } from '../platform/env.ts'
import { answerProbes } from './probes.ts'

const env = readEnv('demonstration', {
  PUBLIC_URL: 'https://tomoni.example.lg.jp',
  MAIL_FROM: '協働推進課 <kyodo@example.lg.jp>',
})

type Door = Pick<Doors, 'public'>
const door = (run: () => Promise<unknown>) => ({ public: { run } }) as unknown as Door
const there = door(async () => [])
const away = door(async () => {
  throw new Error('ECONNREFUSED')
})
const frozen = door(() => new Promise(() => {}))

async function ask(doors: Door, path: string, own = env) {
  const probe = answerProbes(own, doors)
  const server = createServer((request, response) => {
    if (!probe(request, response)) response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)
  const text = await answer.text()
  server.close()
  return { status: answer.status, text, headers: answer.headers }
}

describe('a machine that asks how the program is', () => {
  test('hears that it lives, also without a database', async () => {
    for (const doors of [there, away, frozen])
      expect(await ask(doors, '/healthz')).toMatchObject({ status: 200, text: 'ok\n' })
  })

  test('hears that it can serve, that its database is away, and that it is frozen', async () => {
    expect(await ask(there, '/readyz')).toMatchObject({ status: 200, text: 'ready\n' })
    for (const doors of [away, frozen]) {
      const answer = await ask(doors, '/readyz')
      expect(answer).toMatchObject({ status: 503, text: 'database\n' })
      expect(answer.headers.get('retry-after')).toBe('5')
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
  })

  test('is told what not to index, and no more than is asked', async () => {
    const { text } = await ask(there, '/robots.txt')
    for (const path of ['/me', '/sign-in', '/*/admin']) expect(text).toContain(`Disallow: ${path}`)
    expect((await ask(there, '/__proto__')).status).toBe(404)
  })

  test('is told where a weakness is reported: the sender of mails, or the address that the operator set', async () => {
    const { text } = await ask(there, '/.well-known/security.txt')
    expect(text).toContain('Contact: mailto:kyodo@example.lg.jp\n')
    expect(text).toMatch(/^Expires: \d{4}-\d\d-\d\dT[\d:.]+Z$/m)
    const own = { ...env, SECURITY_CONTACT: 'https://example.lg.jp/security' }
    expect((await ask(there, '/.well-known/security.txt', own)).text).toContain(
      'Contact: https://example.lg.jp/security\n',
    )
  })
})
