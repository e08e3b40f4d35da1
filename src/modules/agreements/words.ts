import { plainDateLabel } from '../../platform/time/index.ts'
import type { Lang } from '../../platform/web/index.ts'
import { dayIn } from '../../platform/words/spoken-time.ts'

/** The words of the list of agreements; `thing` is the city's word for an agreement. */
export const say = {
  title: {
    ja: (thing: string) => `${thing}の一覧`,
    easy: (thing: string) => `${thing}の {一覧|いちらん}`,
    en: () => 'Agreements',
  },
  lead: {
    ja: (thing: string) => `市民・団体・市が、目的と役割を決めて取り交わした${thing}です。`,
    easy: (thing: string) => `{市民|しみん}や グループと {市|し}が、だれが なにを するか {決|き}めた ${thing}です。`,
    en: () =>
      'What residents, groups and the city have promised each other: why they work together, and who does what.',
  },
  start: {
    ja: (thing: string) => `${thing}を書き始める`,
    easy: (thing: string) => `${thing}を {書|か}き{始|はじ}める`,
    en: () => 'Begin an agreement',
  },
  mine: {
    ja: () => 'あなたが関わるもの',
    easy: () => 'あなたの もの',
    en: () => 'Yours',
  },
  mineCaption: {
    ja: (thing: string) => `関わっている${thing}`,
    easy: (thing: string) => `あなたの ${thing}`,
    en: () => 'Those you take part in',
  },
  released: {
    ja: () => '公開しているもの',
    easy: () => 'みんなが {見|み}る ことが できる もの',
    en: () => 'Open to everyone',
  },
  none: {
    ja: (thing: string) => `公開している${thing}は、まだありません。`,
    easy: () => 'まだ ありません。',
    en: () => 'None has been published yet.',
  },
  caption: {
    ja: (thing: string) => `公開している${thing}（新しい順）`,
    easy: () => '{新|あたら}しい ものから',
    en: () => 'Newest first',
  },
} satisfies Record<string, Record<Lang, (thing: string) => string>>

export const heads = {
  name: { ja: '題名', easy: 'なまえ', en: 'Title' },
  parties: { ja: '当事者', easy: 'だれが', en: 'Parties' },
  term: { ja: '期間', easy: 'いつ', en: 'Term' },
  state: { ja: '状態', easy: 'ようす', en: 'State' },
} satisfies Record<string, Record<Lang, string>>

/** みどりの会、東高校、公園課ほか9者: the count of the parties that are not named. */
export const moreParties: Record<Lang, (n: number) => string> = {
  ja: (n) => `ほか${n}者`,
  easy: (n) => ` と、あと ${n}`,
  en: (n) => ` and ${n} more`,
}

export const termIn: Record<Lang, (from: string, to: string | null) => string> = {
  ja: (from, to) => `${plainDateLabel(from)}から${to ? `${plainDateLabel(to)}まで` : ''}`,
  easy: (from, to) => `${dayIn('easy', from)}から${to ? `${dayIn('easy', to)}まで` : ''}`,
  en: (from, to) => `from ${dayIn('en', from)}${to ? ` until ${dayIn('en', to)}` : ''}`,
}
