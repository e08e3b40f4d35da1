import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const KANJI = /\p{Script=Han}/u
const SPOKEN_ATTRIBUTES = ['aria-label', 'title', 'alt', 'placeholder', 'data-label', 'data-failed']

/** Japanese text that an English page does not mark as Japanese. */
export function unmarkedJapanese(html: string): string[] {
  const found: string[] = []
  each(parse(html), (text) => JAPANESE.test(text) && found.push(text.trim()), { attributes: true, skip: isJapanese })
  return found
}

/** Chinese characters without a reading on a plain Japanese page, outside of marked originals. */
export function unreadableKanji(html: string): string[] {
  const found: string[] = []
  each(parse(html), (text) => KANJI.test(text) && found.push(text.trim()), {
    attributes: false,
    skip: (one) => ['ruby', 'title', 'option'].includes(one.tagName) || isJapanese(one),
  })
  return found
}

/** Marks that were not turned into readings. */
export const leftoverMarks = (html: string): string[] => html.match(/\{[^{}|]{1,20}\|[^{}|]{1,40}\}/g) ?? []

const isJapanese = (one: Element) => one.tagName !== 'html' && attribute(one, 'lang') === 'ja'
const attribute = (one: Element, name: string) => one.attrs.find((each) => each.name === name)?.value

function each(
  node: Node,
  see: (text: string) => void,
  how: { attributes: boolean; skip: (one: Element) => boolean },
): void {
  if (node.nodeName === '#text') see((node as DefaultTreeAdapterTypes.TextNode).value)
  if (node.nodeName === 'script' || node.nodeName === 'style') return
  if ('tagName' in node) {
    if (how.skip(node as Element)) return
    if (how.attributes) for (const name of SPOKEN_ATTRIBUTES) see(attribute(node as Element, name) ?? '')
  }
  if ('childNodes' in node) for (const child of node.childNodes) each(child as Node, see, how)
}
