import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Entrance, useEntrance } from '../../../../test/entrance.tsx'
import { urls } from '../index.ts'

const entrance = useEntrance()
const hash = (data: Buffer | string) => createHash('sha256').update(data).digest()
const b64 = (data: Buffer | string) => Buffer.from(data).toString('base64url')

/** The little of CBOR that a key and an attestation need. */
function cbor(value: number | string | Buffer | Map<unknown, unknown>): Buffer {
  const head = (major: number, n: number) =>
    n < 24
      ? Buffer.from([(major << 5) | n])
      : n < 256
        ? Buffer.from([(major << 5) | 24, n])
        : Buffer.from([(major << 5) | 25, n >> 8, n & 255])
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const pairs = [...value].flatMap(([key, one]) => [cbor(key as number), cbor(one as number)])
  return Buffer.concat([head(5, value.size), ...pairs])
}

/** A device with one passkey, as a browser would speak for it. */
function aDevice(origin = 'http://localhost:3000', host = 'localhost') {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  let counter = 0
  const key = cbor(
    new Map<unknown, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(jwk.x!, 'base64url')],
      [-3, Buffer.from(jwk.y!, 'base64url')],
    ]),
  )
  const authenticatorData = (flags: number, more = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(++counter)
    return Buffer.concat([hash(host), Buffer.from([flags]), count, more])
  }
  const client = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const answer = (response: object) =>
    JSON.stringify({ id: b64(id), rawId: b64(id), type: 'public-key', clientExtensionResults: {}, response })
  return {
    rewind: () => {
      counter = 0
    },
    create(challenge: string, flags = 0x45) {
      const length = Buffer.from([0, id.length])
      const authData = authenticatorData(flags, Buffer.concat([Buffer.alloc(16), length, id, key]))
      const attestation = cbor(
        new Map<unknown, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData],
        ]),
      )
      return answer({
        clientDataJSON: b64(client('webauthn.create', challenge)),
        attestationObject: b64(attestation),
        transports: ['internal'],
      })
    },
    get(challenge: string, flags = 0x05) {
      const data = authenticatorData(flags)
      const clientDataJSON = client('webauthn.get', challenge)
      const signature = sign('sha256', Buffer.concat([data, hash(clientDataJSON)]), privateKey)
      return answer({ clientDataJSON: b64(clientDataJSON), authenticatorData: b64(data), signature: b64(signature) })
    },
  }
}

const challengeOn = (html: string) =>
  (JSON.parse(/data-options="([^"]+)"/.exec(html)![1]!.replaceAll('&quot;', '"')) as { challenge: string }).challenge

async function personWithPasskey(e: Entrance, device = aDevice(), staff = false) {
  const account = await e.anAccount({ staff })
  const browser = e.browser(account.id)
  const page = await browser.get(urls.passkeys())
  const answer = await browser.post(urls.passkeys(), {
    ...page.formValues,
    name: '職場の端末',
    response: device.create(challengeOn(page.text)),
  })
  return { ...account, browser, device, answer }
}

async function signIn(e: Entrance, speak: (challenge: string) => string) {
  const browser = e.browser(null)
  const page = await browser.get(urls.signInPasskey({ next: '/notes' }))
  const answer = await browser.post(page.formAction!, { ...page.formValues, response: speak(challengeOn(page.text)) })
  return { browser, answer }
}

test('a passkey is kept and signs in, also past the second factor', () =>
  entrance.run(async (e) => {
    const { device, answer, browser } = await personWithPasskey(e, aDevice(), true)
    expect(answer.location).toBe(urls.passkeys())
    expect((await browser.get(urls.passkeys())).says).toContain('職場の端末')
    const again = await signIn(e, (challenge) => device.get(challenge))
    expect(again.answer.location).toBe('/notes')
    expect((await again.browser.get('/notes')).heading).toBe('メモ')
  }))

test('the page for signing in names no account', () =>
  entrance.run(async (e) => {
    await personWithPasskey(e)
    expect((await e.browser(null).get(urls.signInPasskey())).text).not.toContain('allowCredentials')
  }))

test('an answer serves once', () =>
  entrance.run(async (e) => {
    const { device } = await personWithPasskey(e)
    let heard = ''
    const first = await signIn(e, (challenge) => {
      heard = device.get(challenge)
      return heard
    })
    expect(first.answer.status).toBe(303)
    expect((await signIn(e, () => heard)).answer.status).toBe(422)
  }))

test('a page that stood open for more than ten minutes must be loaded again', () =>
  entrance.run(async (e) => {
    const { device } = await personWithPasskey(e)
    const late = await signIn(e, (challenge) => {
      e.later(11)
      return device.get(challenge)
    })
    expect(late.answer.status).toBe(422)
  }))

test.each([
  ['made for another site', aDevice('https://evil.example', 'evil.example')],
  ['asked for by another site', aDevice('https://evil.example', 'localhost')],
])('a passkey %s is not kept', (_, device) =>
  entrance.run(async (e) => {
    expect((await personWithPasskey(e, device)).answer.status).toBe(422)
  }),
)

test('an answer without the person being checked by the device is not enough', () =>
  entrance.run(async (e) => {
    const { device } = await personWithPasskey(e)
    expect((await signIn(e, (challenge) => device.get(challenge, 0x01))).answer.status).toBe(422)
  }))

test('a copied device is noticed by its counter', () =>
  entrance.run(async (e) => {
    const { device } = await personWithPasskey(e)
    expect((await signIn(e, (challenge) => device.get(challenge))).answer.status).toBe(303)
    device.rewind()
    expect((await signIn(e, (challenge) => device.get(challenge))).answer.status).toBe(422)
  }))

test('a challenge for one account adds no passkey to another', () =>
  entrance.run(async (e) => {
    const mallory = e.browser((await e.anAccount()).id)
    const challenge = challengeOn((await mallory.get(urls.passkeys())).text)
    const victim = e.browser((await e.anAccount()).id)
    const page = await victim.get(urls.passkeys())
    const planted = { ...page.formValues, name: '', response: aDevice().create(challenge) }
    expect((await victim.post(urls.passkeys(), planted)).status).toBe(422)
  }))

test('a passkey that was taken away signs in no more; another account’s cannot be taken away', () =>
  entrance.run(async (e) => {
    const { browser, device } = await personWithPasskey(e)
    const id = (JSON.parse(device.get('x')) as { id: string }).id
    const stranger = e.browser((await e.anAccount()).id)
    const strangers = await stranger.get(urls.passkeys())
    await stranger.post(urls.passkeys(), { ...strangers.formValues, id, _act: 'remove' })
    expect((await signIn(e, (challenge) => device.get(challenge))).answer.status).toBe(303)
    const page = await browser.get(urls.passkeys())
    await browser.post(urls.passkeys(), { ...page.formValues, id, _act: 'remove' })
    expect((await signIn(e, (challenge) => device.get(challenge))).answer.status).toBe(422)
  }))

test.each(['', 'null', '[]', '{"id":1}', '{"id":"x","response":{}}', 'x'.repeat(30_000)])(
  'nonsense is refused: %.20s',
  (text) =>
    entrance.run(async (e) => {
      expect((await signIn(e, () => text)).answer.status).toBe(422)
    }),
)
