import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { headerSafe, isMailAddress, MailFailed, mailTransport, noticeBody, parseMailbox } from './index.ts'

type Received = { from: string; to: string[]; headers: string; body: string }

const received: Received[] = []
const server = new SMTPServer({
  authOptional: true,
  lenientAddressParsing: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo({ address }, _, done) {
    if (address.startsWith('gone')) done(Object.assign(new Error(`no such person ${address}`), { responseCode: 550 }))
    else if (address.startsWith('full')) done(Object.assign(new Error(`${address} is full`), { responseCode: 452 }))
    else done()
  },
  async onData(stream, session, done) {
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    const [headers, ...rest] = Buffer.concat(chunks).toString('latin1').split('\r\n\r\n')
    const { mailFrom, rcptTo } = session.envelope
    received.push({
      from: mailFrom ? mailFrom.address : '',
      to: rcptTo.map(({ address }) => address),
      headers: headers!,
      body: Buffer.from(rest.join('\r\n\r\n'), 'base64').toString('utf8'),
    })
    done()
  },
})
const env = { SMTP_URL: '', MAIL_FROM: '協働推進課 <kyodo@example.jp>', PUBLIC_URL: 'https://tomoni.example.jp/x' }
const mail = (over = {}) => ({
  id: '0199-abc',
  to: 'sato@example.jp',
  subject: '提案を受け付けました',
  body: '本文\n',
  ...over,
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
})
beforeEach(() => void received.splice(0))
afterAll(() => new Promise<void>((resolve) => server.close(resolve)))

const decoded = (headers: string, name: string) =>
  (new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'm').exec(headers)?.[1] ?? '')
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, text: string) => Buffer.from(text, 'base64').toString())
    .replace(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, text: string) =>
      Buffer.from(
        text
          .replace(/_/g, ' ')
          .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString(),
    )

describe('what does not go out', () => {
  test.each([
    'a@example.jp, b@example.jp',
    'a@example.jp\r\nBcc: b@example.jp',
    '佐藤 <a@example.jp>',
    '"a b"@example.jp',
    'a@example.jp;b@example.jp',
    'a@',
    '@example.jp',
    'a b@example.jp',
    'a@exa mple.jp',
    'a\u202e@example.jp',
    '',
  ])('%j is no address and reaches no server', async (to) => {
    await expect(mailTransport(env)(mail({ to }))).rejects.toMatchObject({ permanent: true })
    expect(received).toEqual([])
  })

  test('a refusal says whether to try again and never repeats the address', async () => {
    const refused = async (to: string) => mailTransport(env)(mail({ to })).catch((error: MailFailed) => error)
    const gone = (await refused('gone@example.jp')) as MailFailed
    expect([gone.permanent, gone.message]).toEqual([true, 'Mail not sent: EENVELOPE 550'])
    const full = (await refused('full@example.jp')) as MailFailed
    expect([full.permanent, full.message]).toEqual([false, 'Mail not sent: EENVELOPE 452'])
    const nobody = await mailTransport({ ...env, SMTP_URL: 'smtp://127.0.0.1:1' })(mail()).catch((error) => error)
    expect(nobody).toBeInstanceOf(MailFailed)
    expect([nobody.permanent, JSON.stringify(nobody)]).toEqual([false, expect.not.stringContaining('sato')])
  })

  test('a server that is not there is named for the operator with its variable, and never who signs in', async () => {
    const SMTP_URL = 'smtp://tomoni:himitsu@127.0.0.1:1'
    const nobody: MailFailed = await mailTransport({ ...env, SMTP_URL })(mail()).catch((error) => error)
    expect(nobody.message).toBe('Mail not sent: ESOCKET ECONNREFUSED')
    expect(nobody.sentence).toMatch(/^メールサーバー 127\.0\.0\.1:1 につながりません.*SMTP_URL/)
    expect(JSON.stringify([nobody, nobody.message, nobody.stack])).not.toMatch(/himitsu|tomoni:/)
    const answered: MailFailed = await mailTransport(env)(mail({ to: 'full@example.jp' })).catch((error) => error)
    expect(answered.sentence).toBeUndefined()
  })

  test('without a server or a sender there is no transport', () => {
    expect(() => mailTransport({ ...env, SMTP_URL: undefined })).toThrow('SMTP_URL')
    expect(() => mailTransport({ ...env, MAIL_FROM: 'a@b.jp, c@d.jp' })).toThrow('MAIL_FROM')
  })
})

describe('a mail that goes out', () => {
  test('arrives with its Japanese subject and text, from the section, as a machine’s mail', async () => {
    await mailTransport(env)(
      mail({ to: 'dots..everywhere.@docomo.example.jp', body: '髙﨑𠮷 様\n\n.\n受け付けました。\n' }),
    )
    const [{ from, to, headers, body }] = received as [Received]
    expect([from, to]).toEqual(['kyodo@example.jp', ['"dots..everywhere."@docomo.example.jp']])
    expect(decoded(headers, 'Subject')).toBe('提案を受け付けました')
    expect(decoded(headers, 'From')).toBe('協働推進課 <kyodo@example.jp>')
    expect(headers).toContain('Message-ID: <0199-abc@tomoni.example.jp>')
    expect(headers).toContain('Auto-Submitted: auto-generated')
    expect(headers).toMatch(/Content-Type: text\/plain; charset=utf-8/i)
    expect(body.replace(/\r\n/g, '\n')).toBe('髙﨑𠮷 様\n\n.\n受け付けました。\n')
  })

  test('a line that is a path of ours arrives as a link; a path inside a sentence stays as it is', async () => {
    const body = 'くわしくはこちら\n/town/proposals/r8-proposal-0001\n費用は /月 で数えます。\n'
    await mailTransport(env)(mail({ body }))
    expect(received[0]!.body.replace(/\r\n/g, '\n')).toBe(
      'くわしくはこちら\nhttps://tomoni.example.jp/x/town/proposals/r8-proposal-0001\n費用は /月 で数えます。\n',
    )
  })

  test('a subject cannot begin another header', async () => {
    await mailTransport(env)(mail({ subject: '提案\r\nBcc: evil@example.jp\u2028x\u202e', id: 'a\r\nBcc: x@y' }))
    const [{ headers, to }] = received as [Received]
    expect(to).toEqual(['sato@example.jp'])
    expect(headers).not.toMatch(/^Bcc/im)
    expect(decoded(headers, 'Subject')).toBe('提案 Bcc: evil@example.jp x')
  })

  test('no text makes a header of two lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(headerSafe(text)).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
        const box = parseMailbox(text)
        expect(box === undefined || isMailAddress(box.address)).toBe(true)
      }),
    )
  })
})

test('an officer’s mail says what happened, one thing to do, until when and where', () => {
  const body = noticeBody({
    to: 'みどりの会 代表 髙﨑 佐和 様',
    says: ['ご提案「見守り」を拝見しました。', '予算の欄に、お直しいただきたいところがあります。'],
    todo: {
      what: '内容を直して、もう一度ご提出ください。',
      until: '令和8年4月30日(木)',
      url: 'https://example.jp/p/1',
    },
    from: { city: '市', section: '協働推進課', phone: '048-000-0000' },
  })
  expect(body).toBe(`みどりの会 代表 髙﨑 佐和 様

ご提案「見守り」を拝見しました。
予算の欄に、お直しいただきたいところがあります。

▼お願いしたいこと
期限　令和8年4月30日(木)
内容を直して、もう一度ご提出ください。
https://example.jp/p/1

────────────────────
市 協働推進課
電話　048-000-0000
※このメールは自動でお送りしています。
`)
  expect(
    noticeBody({ to: 'A 様', says: ['済みました。'], see: 'https://x', from: { city: '市', section: '課' } }),
  ).not.toContain('▼お願い')
})
