import { describe, expect, test } from 'vitest'
import { aText } from '../../../../test/texts.ts'
import { publishableText } from './copy.ts'

const text = aText()

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
