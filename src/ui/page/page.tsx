import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Lang } from '../../platform/words/lang.ts'
import type { Link } from '../example.ts'
import { Notice } from '../text/notice.tsx'
import { LanguageContext, useWords } from '../words.ts'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { Footer } from './footer.tsx'
import { Header, type HeaderProps } from './header.tsx'

interface PageFrame extends HeaderProps {
  lang: Lang
  /** The language of the content, where the page does not exist in the frame's. */
  matter?: Lang
  /** A mark of the signed-in person, for scripts that keep something in the browser. */
  owner?: string
  assets: { css: string; js?: string; icon?: string }
  flash?: { kind: 'success' | 'info' | 'warning' | 'error'; text: Child }
  demo?: { text: string; link?: Link }
  footer: Link[]
}

export interface PageProps extends PageFrame {
  /** The title of the tab, and the h1 unless `heading` is given. */
  title: string
  /** Another h1 than the title; `false` when the page has its own `Heading level={1}`. */
  heading?: Child | false
  /** A short line above the h1: number, kind, fiscal year. */
  eyebrow?: Child
  lead?: Child
  /** State and buttons of the whole page. */
  aside?: Child
  breadcrumbs?: Link[]
  notice?: Child
  wide?: boolean
  /** The form on this page has errors: the tab begins with that. */
  invalid?: boolean
  description?: string
  alternates?: { href: string; type: string; title: string }[]
  children?: Child
}

/** A whole document. `<Page {...frame} title="提案の一覧">…</Page>` */
export function Page(props: PageProps) {
  const { lang, matter = lang } = props
  return html`<!DOCTYPE html>${(
    <html lang={lang === 'en' ? 'en' : 'ja'} data-language={lang} data-owner={props.owner}>
      <Head {...props} />
      <body class={props.wide ? 'wide' : undefined}>
        <LanguageContext.Provider value={lang}>
          <Header {...props} />
          <Main {...props} matter={matter} />
          <Footer links={props.footer} />
        </LanguageContext.Provider>
      </body>
    </html>
  )}`
}

function Head({ title, city, product, invalid, assets, description, alternates = [], lang, matter = lang }: PageProps) {
  const attention = {
    ja: '入力内容をご確認ください',
    easy: '{書|か}いた ことを {見|み}て ください',
    en: 'Please check',
  }
  const name = [invalid && attention[matter], title, city?.name, product?.label ?? 'ともに'].filter(Boolean).join('｜')
  return (
    <head>
      <meta charset="utf-8" />
      <title lang={lang === 'en' && matter !== 'en' ? 'ja' : undefined}>{name}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="theme-color" content="#fdfaf0" />
      <meta name="format-detection" content="telephone=no" />
      {description && <meta name="description" content={description} />}
      <link rel="stylesheet" href={assets.css} />
      {assets.icon && <link rel="icon" href={assets.icon} type="image/svg+xml" />}
      {alternates.map((one) => (
        <link rel="alternate" href={one.href} type={one.type} title={one.title} />
      ))}
      {assets.js && <script type="module" src={assets.js}></script>}
    </head>
  )
}

function Main(props: PageProps) {
  const { lang, matter = lang, notice, children } = props
  const other = matter === lang ? undefined : 'ja'
  return (
    <main id="main" tabindex={-1}>
      <div class="opening">
        <div class="sheet">
          <FrameSays {...props} />
          <LanguageContext.Provider value={matter}>
            <Opening {...props} other={other} />
          </LanguageContext.Provider>
        </div>
      </div>
      <LanguageContext.Provider value={matter}>
        <div class="sheet flow matter" lang={other}>
          {notice}
          {children}
        </div>
      </LanguageContext.Provider>
    </main>
  )
}

function FrameSays({ lang, matter = lang, flash }: PageProps) {
  const words = useWords()
  return (
    <>
      {matter !== lang && <p class="small">{words.japaneseOnly}</p>}
      {flash && (
        <Notice kind={flash.kind} announce>
          {flash.text}
        </Notice>
      )}
    </>
  )
}

function Opening(props: PageProps & { other?: string }) {
  const { title, heading = title, eyebrow, lead, aside, breadcrumbs, other } = props
  return (
    <div lang={other}>
      {breadcrumbs && <Breadcrumbs links={breadcrumbs} here={title} />}
      {heading !== false && (
        <div class="opening-text">
          {eyebrow && <p class="eyebrow">{eyebrow}</p>}
          <h1>{heading}</h1>
          {lead && <p class="lead">{lead}</p>}
          {aside && <div class="wrap opening-aside">{aside}</div>}
        </div>
      )}
    </div>
  )
}
