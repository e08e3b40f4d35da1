/**
 * Readings of Chinese characters, as an author writes them: 「{協働|きょうどう}の {指針|ししん}」. Words stay plain text on
 * their way through the program; a page shows the readings above them, a mail in brackets, an attribute not at all.
 */
const MARK = /\{([\p{Script=Han}々〆ヶヵ〇0-9]+)\|([\p{Script=Hiragana}\p{Script=Katakana}ー]+)\}/gu

/** For mails and other plain text: 「協働（きょうどう）」. */
export function readingsInBrackets(text: string): string {
  return text.replace(MARK, '$1（$2）')
}

/** The words alone, without their readings. */
export function withoutReadings(text: string): string {
  return text.replace(MARK, '$1')
}

const RUBY = '<ruby>$1<rp>（</rp><rt>$2</rt><rp>）</rp></ruby>'

/** In one element, because a button lays out each of its children apart. */
function inRuby(text: string): string {
  const shown = text.replace(MARK, RUBY)
  return shown === text ? text : `<span>${shown}</span>`
}

/** What somebody typed comes back as they typed it. */
const UNTOUCHED = /^<(textarea|script|style)\b/i
/** Here no element may stand. */
const TEXT_ONLY = /^<(title|option)\b/i

/**
 * A finished page with its readings as `<ruby>`. Everything between tags was escaped before, and a mark holds letters
 * alone, so that nothing but these elements can come of it.
 */
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

/** A field's value is what was typed; every other attribute is read aloud or shown by the browser itself. */
function attributesWithoutReadings(tag: string): string {
  if (!tag.includes('|')) return tag
  return tag.replace(/\s([\w-]+)="([^"]*)"/g, (whole, name: string, value: string) =>
    name === 'value' ? whole : ` ${name}="${withoutReadings(value)}"`,
  )
}
