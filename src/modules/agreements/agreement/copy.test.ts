import { describe, expect, test } from 'vitest'
import type { AgreementText } from '../tables.ts'
import { publishableText } from './copy.ts'

const text: AgreementText = {
  format: 1,
  number: '令8-協定-0001',
  version: 1,
  kind: '協定書',
  title: '花壇',
  parties: [
    { mark: '甲', party_id: 'group', name: 'みどりの会', is_city: false },
    { mark: '乙', party_id: 'office', name: '公園課', is_city: true },
  ],
  preamble: '甲と乙は、次のとおり取り決める。',
  purpose: '土手に咲く花を、佐藤花子さんと育てる。',
  targets: [{ indicator: '人数', value: '240', unit: '人', by: '2027-03-31' }],
  roles: [{ party_id: 'group', does: '人を集める', brings: { kind: 'people', words: '会員' } }],
  money: [{ party_id: 'office', yen: 300_000, for: '苗' }],
  starts_on: '2026-12-01',
  ends_on: '2027-03-31',
  sunset_on: null,
  articles: [{ key: 'purpose', heading: '目的', paragraphs: ['土手に咲く花を、佐藤花子さんと育てる。'] }],
  closing: '両者は署名する。',
}

describe('the copy for everyone', () => {
  test('holds none of the words that are private, wherever they stand', () => {
    const copy = publishableText(text, ['佐藤花子', '佐藤'], [])
    expect(JSON.stringify(copy)).not.toContain('佐藤')
    expect(copy.purpose).toBe('土手に咲く花を、■■■さんと育てる。')
    expect(copy.articles[0]!.paragraphs[0]).toContain('■■■')
  })

  test('names no person who is a party in their own right', () => {
    const copy = publishableText(text, [], ['group'])
    expect(JSON.stringify(copy)).not.toContain('みどりの会')
    expect(copy.parties[0]!.name).toBe('（個人）')
  })

  test('keeps numbers, dates and marks as they are, even when a private word looks like one', () => {
    const copy = publishableText(text, ['2026', '甲', '240'], [])
    expect([copy.starts_on, copy.parties[0]!.mark, copy.number]).toEqual(['2026-12-01', '甲', '令8-協定-0001'])
  })
})
