import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { useWorld } from '../../test/world.ts'
import { urls as programmes } from '../modules/programmes/urls.ts'
import { eachDay } from './server.ts'

const w = useWorld()

/** 23:59 on 25 December in Japan, far from midnight UTC. */
const LAST_MINUTE = new Date('2026-12-25T14:59:00Z')
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: LAST_MINUTE })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('when the day turns in Japan', () => {
  test('the work is done once, just after midnight, every day, until it is stopped', () => {
    const done: string[] = []
    const stop = eachDay(() => done.push(new Date().toISOString()))
    vi.advanceTimersByTime(MINUTE - 1)
    expect(done).toEqual([])
    vi.advanceTimersByTime(100)
    expect(done).toEqual(['2026-12-25T15:00:00.020Z'])
    vi.advanceTimersByTime(2 * DAY)
    expect(done.map((at) => at.slice(0, 16))).toEqual(['2026-12-25T15:00', '2026-12-26T15:00', '2026-12-27T15:00'])
    stop()
    vi.advanceTimersByTime(2 * DAY)
    expect(done).toHaveLength(3)
  })

  test('a kept page that says a call is open until today is not shown on the day after', () =>
    w.inCity('kawaguchi', async (c) => {
      const at = { city: c.slug, key: 'proposal-scheme' }
      const call = { fiscal_year: '令和8年度', opens_on: 'R8.11.1', closes_on: '令和8年12月25日', note: '' }
      expect((await c.as('section').fill(programmes.newCall(at), call)).status).toBe(303)
      c.at(LAST_MINUTE)
      const stop = eachDay(() => c.app.cache.forget())
      expect((await c.as('nobody').get(programmes.show(at))).says).toContain('受付中です')
      const kept = () => c.app.cache.find('GET', programmes.show(at), 'ja')
      expect(kept()?.plain.toString()).toContain('受付中です')
      vi.advanceTimersByTime(MINUTE - 1)
      expect(kept()).toBeDefined()
      vi.advanceTimersByTime(100)
      expect(kept()).toBeUndefined()
      c.at(new Date(LAST_MINUTE.getTime() + 2 * MINUTE))
      expect((await c.as('nobody').get(programmes.show(at))).says).toContain('いまは受け付けていません')
      stop()
    }))
})
