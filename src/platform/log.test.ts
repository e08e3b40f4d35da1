import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { log, logFrom } from './log.ts'

const written: string[] = []
beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    written.push(String(line))
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  written.splice(0)
  logFrom('info')
})
const lines = () => written.map((line) => JSON.parse(line))

test('names, addresses and what lets a person in are left out, however deep', () => {
  log.error('sign-in failed', {
    account_id: '0199',
    name: '佐藤',
    to: 'sato@example.jp',
    contact_email: 'sato@example.jp',
    reset_token: 't0ken',
    tries: [{ password: 'hush', at: 3, who: { kana: 'サトウ', id: 7 } }],
  })
  expect(written.join()).not.toMatch(/佐藤|サトウ|sato|t0ken|hush/)
  expect(lines()[0]).toMatchObject({ account_id: '0199', tries: [{ at: 3, who: { id: 7 } }] })
})

test('an error says what broke, not whose row it was', () => {
  const refused = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (email)=(sato@example.jp) exists',
  })
  log.error('request failed', { request_id: 'r1', error: new Error('save', { cause: refused }) })
  expect(lines()[0].error).toMatchObject({ message: 'save', cause: { message: 'duplicate key', code: '23505' } })
  expect(written.join()).not.toContain('sato')
})

test('a line is one line, whatever it is told', () => {
  const round: Record<string, unknown> = { count: 12n, words: 'a\nb', at: new Date(0) }
  round.self = round
  log.info('x\ny', round)
  expect(written).toHaveLength(1)
  expect(written[0]!.trimEnd()).not.toContain('\n')
  expect(lines()[0]).toMatchObject({ event: 'x\ny', level: 'info', count: '12', at: '1970-01-01T00:00:00.000Z' })
})

test('lines that matter less are not written, and a request’s id is on each of its lines', () => {
  log.debug('quiet')
  const ofRequest = log.with({ request_id: 'r1' })
  ofRequest.info('begun')
  logFrom('error')
  ofRequest.warn('slow')
  ofRequest.error('failed', { status: 500 })
  expect(lines().map(({ event, request_id }) => [event, request_id])).toEqual([
    ['begun', 'r1'],
    ['failed', 'r1'],
  ])
})
