import { describe, expect, it } from 'vitest'
import { keepLanguage, languageFrom, onlyLanguage } from './language.ts'

describe('the language somebody reads in', () => {
  it('what was pressed just now goes before everything', () => {
    expect(languageFrom({ asked: 'easy', cookie: 'lang=en', account: 'ja', accept: 'en' })).toBe('easy')
  })

  it('what this browser was told to keep goes before the account', () => {
    expect(languageFrom({ cookie: 'session=x; lang=en', account: 'easy' })).toBe('en')
  })

  it('the account goes before what the browser sends', () => {
    expect(languageFrom({ account: 'easy', accept: 'en-US,en;q=0.9' })).toBe('easy')
  })

  it.each([
    ['en-US,en;q=0.9', 'en'],
    ['ja,en-US;q=0.9', 'ja'],
    ['en;q=0.3, ja;q=0.8', 'ja'],
    ['pt-BR,pt;q=0.9,en;q=0.5', 'en'],
    ['pt-BR', 'ja'],
    ['en;q=0', 'ja'],
    ['', 'ja'],
  ])('somebody who comes for the first time with %s reads %s', (accept, lang) => {
    expect(languageFrom({ accept })).toBe(lang)
  })

  it('a language that is not spoken here is passed over', () => {
    expect(languageFrom({ asked: 'tlh', cookie: 'lang=xx', account: 'en' })).toBe('en')
  })

  it('the cookie is for our own host, and for https alone where there is https', () => {
    expect(keepLanguage('en', 'https://tomoni.example')).toMatch(/^lang=en; .*SameSite=Lax.*; Secure$/)
    expect(keepLanguage('en', 'http://localhost:3000')).not.toContain('Secure')
  })

  it('a browser that keeps a language and nothing else may be answered with kept pages', () => {
    expect(onlyLanguage('lang=en')).toBe(true)
    expect(onlyLanguage(undefined)).toBe(true)
    expect(onlyLanguage('lang=en; session=abc')).toBe(false)
    expect(onlyLanguage('visit=abc')).toBe(false)
  })
})
