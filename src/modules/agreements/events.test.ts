import { expect, test } from 'vitest'
import { events } from './events.ts'

test('every event says something that a timeline may show', () => {
  for (const { kind, says } of events) {
    const said = says({ party: 'みどりの会', reason: '話し合いによる' })
    expect(said, kind).toMatch(/[ぁ-ん]/)
    expect(said, kind).not.toMatch(/undefined|null/)
  }
})
