import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readingsAsRuby, readingsInBrackets, withoutReadings } from './furigana.ts'

const marked = '{協働|きょうどう}の {市民|しみん}'

describe('readings of Chinese characters', () => {
  it('someone who reads a page sees the reading above the word', () => {
    expect(readingsAsRuby('<p>{市|し}</p>')).toBe(
      '<p><span><ruby>市<rp>（</rp><rt>し</rt><rp>）</rp></ruby></span></p>',
    )
  })

  it('a day is read as it is said, figure and all', () => {
    expect(readingsAsRuby('{1日|ついたち}')).toContain('<rt>ついたち</rt>')
  })

  it('a mail carries the reading in brackets', () => {
    expect(readingsInBrackets(marked)).toBe('協働（きょうどう）の 市民（しみん）')
  })

  it('what the browser itself shows or reads aloud has the word alone', () => {
    expect(readingsAsRuby(`<title>${marked}</title>`)).toBe('<title>協働の 市民</title>')
    expect(readingsAsRuby(`<option value="a">${marked}</option>`)).toBe('<option value="a">協働の 市民</option>')
    expect(readingsAsRuby(`<nav aria-label="${marked}">`)).toBe('<nav aria-label="協働の 市民">')
  })

  it('what somebody typed into a form comes back letter for letter', () => {
    expect(readingsAsRuby(`<textarea>${marked}</textarea>`)).toBe(`<textarea>${marked}</textarea>`)
    expect(readingsAsRuby(`<input value="${marked}">`)).toBe(`<input value="${marked}">`)
  })

  it('nobody can write an element of their own into a mark', () => {
    const typed = '{市|&lt;b&gt;し&lt;/b&gt;}'
    expect(readingsAsRuby(`<p>${typed}</p>`)).toBe(`<p>${typed}</p>`)
  })

  it('text without marks stays as it is, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = text.replaceAll('{', '')
        expect(readingsAsRuby(plain)).toBe(plain)
        expect(withoutReadings(plain)).toBe(plain)
      }),
    )
  })
})
