import { afterEach, expect, test, vi } from 'vitest'
import { MailFailed } from '../platform/mail/index.ts'
import { reportFailure } from './worker.ts'

const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
afterEach(() => void written.mockClear())

const lineOf = (error: unknown) => {
  reportFailure('mail.send', error)
  return JSON.parse(String(written.mock.calls.at(-1)![0]))
}

test('a mail that did not go out is one line an operator can act on; what is the program’s fault keeps its stack', () => {
  const sentence = 'メールサーバー mail.example.jp:587 につながりません。SMTP_URL を確かめてください。'
  const line = lineOf(new MailFailed('ESOCKET ECONNREFUSED', false, sentence))
  expect(line).toMatchObject({ event: 'mail not sent', job: 'mail.send', sentence })
  expect(JSON.stringify(line)).not.toContain('stack')
  expect(lineOf(new TypeError('x is undefined'))).toMatchObject({
    event: 'job failed',
    error: { stack: expect.stringContaining('worker.test.ts') },
  })
})
