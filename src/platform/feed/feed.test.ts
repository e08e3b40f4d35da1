import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AtomFeed, atom, type CalendarEvent, icalendar, xmlText } from './index.ts'

const at = new Date('2026-04-01T01:02:03Z')
const feed = (over: Partial<AtomFeed> = {}): AtomFeed => ({
  id: 'https://example.jp/feed',
  title: '市の協働',
  link: 'https://example.jp/',
  updated: at,
  entries: [
    { id: 'https://example.jp/p/1', title: '見守り', link: 'https://example.jp/p/1', updated: at, summary: '居場所' },
  ],
  ...over,
})
const calendar = (...events: CalendarEvent[]) => icalendar({ name: '市の協働', host: 'example.jp', events })
const meeting = (over = {}): CalendarEvent => ({ id: 'm-1', title: '審査会', changed: at, from: at, ...over })
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

describe('a name that carries markup', () => {
  const evil = `<script>alert("x")</script>&'\u0000\u000b]]>`

  test('stays a text in a feed', () => {
    const entries = [
      { id: evil, title: evil, link: `https://x/"onload="`, updated: at, summary: evil, categories: [evil] },
    ]
    const text = atom(feed({ title: evil, author: evil, entries }))
    expect(text).not.toContain('<script')
    expect(text).not.toContain('"onload')
    expect(text).not.toMatch(/[^\P{Cc}\n]/u)
    expect(text.match(/&lt;script&gt;alert\(&quot;x&quot;\)&lt;\/script&gt;&amp;&#39;\]\]&gt;/g)).toHaveLength(6)
  })

  test('is read back from XML as it was, but for what XML cannot hold', () => {
    const read = (xml: string) =>
      xml.replace(
        /&(amp|lt|gt|quot|#39);/g,
        (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name]!,
      )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(xmlText(text)).not.toMatch(/[<>"']/)
        expect(read(xmlText(text))).toBe(text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, ''))
      }),
    )
  })

  test('cannot add a line to a calendar', () => {
    const lines = unfolded(
      calendar(
        meeting({ title: '会\r\nATTACH:http://evil', place: 'a\u2028b', description: '1,2;3\\4\n5', id: 'a\nb' }),
      ),
    )
    expect(lines.filter((line) => /^(ATTACH|b)/.test(line))).toEqual([])
    expect(lines).toContain('SUMMARY:会\\nATTACH:http://evil')
    expect(lines).toContain('DESCRIPTION:1\\,2\\;3\\\\4\\n5')
    expect(unfolded(calendar(meeting({ url: 'javascript:alert(1)' }))).join()).not.toContain('URL')
  })
})

test('a feed has what readers ask for', () => {
  expect(atom(feed())).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">
<id>https://example.jp/feed</id>
<title>市の協働</title>
<link rel="alternate" type="text/html" href="https://example.jp/"/>
<updated>2026-04-01T01:02:03.000Z</updated>
<link rel="self" type="application/atom+xml" href="https://example.jp/feed"/>
<author><name>市の協働</name></author>
<entry>
<id>https://example.jp/p/1</id>
<title>見守り</title>
<link rel="alternate" type="text/html" href="https://example.jp/p/1"/>
<updated>2026-04-01T01:02:03.000Z</updated>
<summary>居場所</summary>
</entry>
</feed>
`)
})

describe('a calendar', () => {
  test('shows a deadline as whole days and a meeting by the clock', () => {
    const lines = unfolded(
      calendar(
        { id: 'd-1', title: '募集', changed: at, on: '2026-04-01', until: '2026-04-30', url: 'https://example.jp/1' },
        meeting({ to: new Date('2026-04-01T03:00:00Z'), cancelled: true }),
      ),
    )
    expect(lines).toEqual(
      expect.arrayContaining([
        'UID:d-1@example.jp',
        'DTSTAMP:20260401T010203Z',
        'DTSTART;VALUE=DATE:20260401',
        'DTEND;VALUE=DATE:20260501',
        'URL:https://example.jp/1',
        'DTSTART:20260401T010203Z',
        'DTEND:20260401T030000Z',
        'STATUS:CANCELLED',
      ]),
    )
  })

  test('has no line longer than 75 bytes, and no character is cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.constantFrom('', '髙﨑𠮷'.repeat(40)),
        (text, long) => {
          const written = calendar(meeting({ title: long + text }))
          for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(written.isWellFormed()).toBe(true)
          const title = unfolded(written)
            .find((line) => line.startsWith('SUMMARY:'))!
            .slice(8)
          expect(title.startsWith(long)).toBe(true)
        },
      ),
    )
  })
})
