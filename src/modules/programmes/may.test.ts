import { describe, expect, test } from 'vitest'
import { nobody } from '../../platform/actor.ts'
import type { Programme } from '../charters/index.ts'
import { mayMakeCalls, receptionRuling } from './may.ts'
import type { CallDates } from './programme/reception.ts'

const call = (opens_on: string, closes_on: string, track: string | null = null): CallDates => ({
  track,
  fiscal_year: 2026,
  opens_on,
  closes_on,
})
const programme = (change: object = {}) =>
  ({
    key: 'p',
    label: { ja: '提案制度' },
    status: 'running',
    tracks: [{ key: 'free' }],
    calendar: [],
    ...change,
  }) as unknown as Programme

test('the section makes calls, and nobody else', () => {
  const section = { ...nobody(1), posts: [{ role: 'section', department_id: null, joined: new Date(0) }] }
  expect(mayMakeCalls(section)).toBe(true)
  expect(mayMakeCalls.why(nobody(1))).toMatchObject({ until: 'never' })
})

describe('whether something may be handed in', () => {
  const at = new Date('2026-06-10T03:00:00Z')

  test('after the last day the sentence says when it closed and when the next call opens', () => {
    const ruling = receptionRuling.why(
      programme(),
      'free',
      [call('2026-05-01', '2026-05-31'), call('2026-09-01', '2026-09-30')],
      at,
    )
    expect(ruling).toMatchObject({
      until: 'later',
      because: '令和8年度の受付は、令和8年5月31日で終わりました。次の受付は令和8年9月1日からです。',
    })
  })

  test('before the first call the sentence says when it opens', () => {
    const ruling = receptionRuling.why(programme(), 'free', [call('2026-07-01', '2026-07-31')], at)
    expect(ruling).toMatchObject({
      until: 'later',
      because: 'まだ受付が始まっていません。次の受付は令和8年7月1日からです。',
    })
  })

  test('a call of another track does not open this one', () => {
    expect(receptionRuling(programme(), 'free', [call('2026-06-01', '2026-06-30', 'theme')], at)).toBe(false)
    expect(receptionRuling(programme(), 'free', [call('2026-06-01', '2026-06-30', 'free')], at)).toBe(true)
  })

  test('a programme with no days in its calendar takes in all year; an ended one never', () => {
    expect(receptionRuling(programme(), 'free', [], at)).toBe(true)
    expect(
      receptionRuling(programme({ calendar: [{ key: 'closes', month: 5, day: 31, yearAfter: 0 }] }), 'free', [], at),
    ).toBe(false)
    expect(receptionRuling.why(programme({ status: 'ended' }), 'free', [], at)).toMatchObject({
      until: 'later',
      because: '「提案制度」は終了しています。',
    })
  })
})
