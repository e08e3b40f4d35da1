import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { Page, type PageProps } from './page.tsx'

const frame: Omit<PageProps, 'title'> = {
  lang: 'ja',
  product: { href: '/' },
  city: { name: '見本市', href: '/mihon' },
  nav: [
    { href: '/mihon/projects', label: '協働事業の一覧', current: true },
    { href: '/mihon/proposals', label: '提案' },
  ],
  languages: [
    { href: '?lang=ja', label: '日本語', lang: 'ja', current: true },
    { href: '?lang=en', label: 'English', lang: 'en' },
  ],
  assets: { css: '/assets/ui-1.css', js: '/assets/ui-1.js' },
  footer: [{ href: '/accessibility', label: 'アクセシビリティ' }],
  signIn: { href: '/sign-in', label: 'サインイン' },
}
const user = {
  name: '佐藤 花',
  role: 'みどりの会',
  links: [{ href: '/me', label: 'アカウント' }],
  signOut: { action: '/sign-out', csrf: 'token' },
}

async function drawn(props: Partial<PageProps>): Promise<string> {
  return String(await (<Page {...frame} title="題名" {...props} />).toString())
}

describe('a page', () => {
  it.each([
    ['a visitor', {}],
    ['someone signed in', { user, signIn: undefined }],
    [
      'a visitor of the demonstration',
      { demo: { text: '架空の記録です。', link: { href: '/mail', label: 'メール' } } },
    ],
    [
      'someone whose form came back',
      { invalid: true, flash: { kind: 'error' as const, text: '保存できませんでした。' } },
    ],
    [
      'someone deep in the site',
      { breadcrumbs: [{ href: '/', label: 'はじめ' }], lead: '要点', eyebrow: '令和8年度', wide: true },
    ],
    ['a reader of English', { lang: 'en' as const }],
  ])('is a document that a strict reader accepts, for %s', async (_, props) => {
    const { results } = await new HtmlValidate(new FileSystemConfigLoader()).validateString(
      await drawn(props),
      `${import.meta.dirname}/page.html`,
    )
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    )
  })

  it('never turns what people wrote into markup', async () => {
    const words = '</title><script>alert(1)</script>髙﨑𠮷'
    const html = await drawn({
      title: words,
      lead: words,
      eyebrow: words,
      description: words,
      flash: { kind: 'info', text: words },
      breadcrumbs: [{ href: '/', label: words }],
      user: { ...user, name: words },
    })
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html.match(/<\/title>/g)).toHaveLength(1)
    expect(html).toContain('髙﨑𠮷')
  })

  it('begins with a doctype, and with a way past the navigation that leads to the matter', async () => {
    const html = await drawn({})
    expect(html).toMatch(/^<!DOCTYPE html>/)
    expect(html).toMatch(/<a class="skip" href="#main">/)
    expect(html).toMatch(/<main id="main"/)
  })

  it('has the title as its one h1 unless the page brings another', async () => {
    expect(await drawn({})).toContain('<h1>題名</h1>')
    expect(await drawn({ heading: '見出し' })).toContain('<h1>見出し</h1>')
    expect(await drawn({ heading: false })).not.toContain('<h1')
  })

  it('says in the tab first that the form needs attention, in the reader’s language', async () => {
    expect(await drawn({ invalid: true })).toContain('<title>入力内容をご確認ください｜題名｜見本市')
    expect(await drawn({ invalid: true, lang: 'en' })).toContain('<title>Please check｜')
    expect(await drawn({})).toContain('<title>題名｜見本市｜ともに</title>')
  })

  it('lets a person leave only by posting, with the token of their session', async () => {
    expect(await drawn({ user })).toMatch(
      /<form method="post" action="\/sign-out"><input type="hidden" name="_csrf" value="token"/,
    )
  })

  it('offers signing in to a visitor and not to someone signed in', async () => {
    expect(await drawn({})).toContain('href="/sign-in"')
    expect(await drawn({ user, signIn: undefined })).not.toContain('href="/sign-in"')
  })

  it('asks no other host for anything', async () => {
    expect(await drawn({ user })).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
  })
})
