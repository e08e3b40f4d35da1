import { type Lang, langs } from '../words/lang.ts'

const known = (text: string | null | undefined): Lang | undefined => langs.find((one) => one === text)

export interface LanguageSigns {
  asked?: string | null
  cookie?: string
  account?: Lang
  /** Accept-Language; counts until the person has chosen. */
  accept?: string
}

/** The language of the response: by the query, the cookie, the account, then Accept-Language. */
export function languageFrom({ asked, cookie, account, accept }: LanguageSigns): Lang {
  return known(asked) ?? languageCookie(cookie) ?? account ?? acceptedLanguage(accept)
}

/** The language in a cookie header; undefined where it has none. */
export function languageCookie(header: string | undefined): Lang | undefined {
  return known(/(?:^|;\s*)lang=(\w+)/.exec(header ?? '')?.[1])
}

/** The Set-Cookie header that keeps a language for a year. */
export function keepLanguage(lang: Lang, publicUrl: string): string {
  return `lang=${lang}; Path=/; SameSite=Lax; Max-Age=31536000${publicUrl.startsWith('https:') ? '; Secure' : ''}`
}

/** Whether the language is the only cookie: such a browser gets the same bytes as one without any. */
export function onlyLanguage(header: string | undefined): boolean {
  return !header || /^lang=\w+$/.test(header)
}

/** Japanese or English, whichever comes first; Japanese when neither does. */
function acceptedLanguage(header = ''): Lang {
  const weighed = header.split(',').map((part, at) => {
    const [tag = '', ...settings] = part.trim().toLowerCase().split(';')
    const weight = Number(/^\s*q=([\d.]+)/.exec(settings.join(';'))?.[1] ?? 1)
    return { tag: tag.split('-')[0], weight, at }
  })
  const first = weighed
    .filter(({ tag, weight }) => (tag === 'ja' || tag === 'en') && weight > 0)
    .sort((one, two) => two.weight - one.weight || one.at - two.at)[0]
  return first?.tag === 'en' ? 'en' : 'ja'
}
