/** 「{協働|きょうどう}の」: pages show readings as ruby, mails in brackets, attributes not at all. */
const MARK = /\{([\p{Script=Han}々〆ヶヵ〇0-9]+)\|([\p{Script=Hiragana}\p{Script=Katakana}ー]+)\}/gu

/** Readings for mails and other plain text: 「協働（きょうどう）」. */
export function readingsInBrackets(text: string): string {
  return text.replace(MARK, '$1（$2）')
}

/** A text without its readings. */
export function withoutReadings(text: string): string {
  return text.replace(MARK, '$1')
}

const RUBY = '<ruby>$1<rp>（</rp><rt>$2</rt><rp>）</rp></ruby>'

/** In one element: a button lays out each of its children apart. */
function inRuby(text: string): string {
  const shown = text.replace(MARK, RUBY)
  return shown === text ? text : `<span>${shown}</span>`
}

/** Typed text stays as typed. */
const UNTOUCHED = /^<(textarea|script|style)\b/i
/** These elements allow no child element. */
const TEXT_ONLY = /^<(title|option)\b/i

/** Turns readings into `<ruby>`; the text is escaped already and a mark holds letters alone. */
export function readingsAsRuby(html: string): string {
  let inside: 'text' | 'words' | 'typed' = 'text'
  return html.replace(/<[^>]*>|[^<]+/g, (part) => {
    if (!part.startsWith('<')) {
      return inside === 'text' ? inRuby(part) : inside === 'words' ? withoutReadings(part) : part
    }
    if (UNTOUCHED.test(part)) inside = 'typed'
    else if (TEXT_ONLY.test(part)) inside = 'words'
    else if (/^<\/(textarea|script|style|title|option)>/i.test(part)) inside = 'text'
    return attributesWithoutReadings(part)
  })
}

/** A field's value is what was typed; every other attribute is read aloud or shown by the browser. */
function attributesWithoutReadings(tag: string): string {
  if (!tag.includes('|')) return tag
  return tag.replace(/\s([\w-]+)="([^"]*)"/g, (whole, name: string, value: string) =>
    name === 'value' ? whole : ` ${name}="${withoutReadings(value)}"`,
  )
}
