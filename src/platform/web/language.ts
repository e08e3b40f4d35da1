import { type Lang, langs } from '../words/lang.ts'

const known = (text: string | null | undefined): Lang | undefined => langs.find((one) => one === text)

/** What may say in which language somebody reads, in the order in which it is believed (rulings 23). */
export interface LanguageSigns {
  /** `?lang=`: pressed just now. */
  asked?: string | null
  cookie?: string
  /** The account's own preference. */
  account?: Lang
  /** What the browser sends; counts until anybody has chosen. */
  accept?: string
}

/** The language a page is answered in: what was pressed, the browser's cookie, the account, then the browser's own. */
export function languageFrom({ asked, cookie, account, accept }: LanguageSigns): Lang {
  return known(asked) ?? languageCookie(cookie) ?? account ?? acceptedLanguage(accept)
}

/** The language that this browser was told to keep, from its cookie header. */
export function languageCookie(header: string | undefined): Lang | undefined {
  return known(/(?:^|;\s*)lang=(\w+)/.exec(header ?? '')?.[1])
}

/** The header that makes a browser keep a language for a year. */
export function keepLanguage(lang: Lang, publicUrl: string): string {
  return `lang=${lang}; Path=/; SameSite=Lax; Max-Age=31536000${publicUrl.startsWith('https:') ? '; Secure' : ''}`
}

/** Whether the cookies hold a language and nothing else: such a browser reads the same bytes as one without any. */
export function onlyLanguage(header: string | undefined): boolean {
  return !header || /^lang=\w+$/.test(header)
}

/** Japanese or English, whichever stands first in Accept-Language; Japanese when it names neither. */
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
