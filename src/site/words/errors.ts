import type { Lang } from '../../platform/words/lang.ts'
import type { City } from '../city.ts'

interface Trouble {
  heading: Record<Lang, string>
  remedy: Record<Lang, string>
}

const call: Record<Lang, string> = {
  ja: '市の協働の担当窓口へお問い合わせください。',
  easy: '{市役所|しやくしょ}に {聞|き}いて ください。',
  en: 'please ask your city’s collaboration office.',
}

/** For a bug, and for every status without words of its own. */
const broken: Trouble = {
  heading: { ja: 'うまくいきませんでした', easy: 'うまく できませんでした', en: 'Something went wrong' },
  remedy: {
    ja: 'しばらくたってから、もう一度お試しください。続くときは、下の番号を添えて、市の協働の担当窓口へお知らせください。',
    easy: '{少|すこ}し {待|ま}って、もう{一度|いちど} して ください。また できない ときは、{下|した}の {番号|ばんごう}を {市役所|しやくしょ}に {言|い}って ください。',
    en: 'Please try again in a while. If it keeps happening, tell your city’s collaboration office the number below.',
  },
}

const troubles: Record<number, Trouble> = {
  401: {
    heading: { ja: 'サインインしてください', easy: 'サインインして ください', en: 'Please sign in' },
    remedy: {
      ja: 'サインインしてから、もう一度このページを開いてください。',
      easy: 'サインインしてから、もう{一度|いちど} {開|ひら}いて ください。',
      en: 'Sign in, then open this page again.',
    },
  },
  403: {
    heading: {
      ja: 'この手続きはできません',
      easy: 'この {手続|てつづ}きは できません',
      en: 'You cannot do this here',
    },
    remedy: {
      ja: `心当たりのない場合は、${call.ja}`,
      easy: `わからない ときは、${call.easy}`,
      en: `If you think that you should be able to, ${call.en}`,
    },
  },
  404: {
    heading: { ja: 'ページが見つかりません', easy: 'ページが {見|み}つかりません', en: 'Page not found' },
    remedy: {
      ja: 'アドレスの打ち間違いか、ページが公開されなくなった可能性があります。市のページからお探しください。',
      easy: 'アドレスが まちがって いるか、ページが なくなりました。{市|し}の ページから さがして ください。',
      en: 'The address may be mistyped, or the page is no longer public. Look for it from the city’s page.',
    },
  },
  409: {
    heading: {
      ja: '先にほかの変更がありました',
      easy: 'ほかの {人|ひと}が {先|さき}に かえました',
      en: 'Something changed meanwhile',
    },
    remedy: {
      ja: '前の画面に戻り、読み込み直してから、もう一度お試しください。',
      easy: '{前|まえ}の ページに もどって、もう{一度|いちど} {開|ひら}いて ください。',
      en: 'Go back, reload the page and try again.',
    },
  },
  413: {
    heading: {
      ja: '送られたものが大きすぎます',
      easy: 'ファイルが {大|おお}きすぎます',
      en: 'That is too large to send',
    },
    remedy: {
      ja: 'ファイルを小さくするか、数を減らして、もう一度お送りください。窓口へお持ちいただくこともできます。',
      easy: 'ファイルを {小|ちい}さく するか、{少|すく}なく して ください。{市役所|しやくしょ}に {持|も}って いっても いいです。',
      en: 'Make the files smaller or send fewer of them, or bring them to the office.',
    },
  },
  422: {
    heading: {
      ja: '入力を確かめてください',
      easy: '{書|か}いた ことを {見|み}て ください',
      en: 'Please check what you entered',
    },
    remedy: {
      ja: '前の画面に戻って、入力をお確かめください。',
      easy: '{前|まえ}の ページに もどって、{書|か}いた ことを なおして ください。',
      en: 'Go back and check what you entered.',
    },
  },
  429: {
    heading: { ja: '少し時間をおいてください', easy: '{少|すこ}し {待|ま}って ください', en: 'Please wait a little' },
    remedy: {
      ja: '10分ほどおいてから、もう一度お試しください。お急ぎのときは、市の協働の担当窓口へお電話ください。',
      easy: '10{分|ぷん} {待|ま}ってから、もう{一度|いちど} して ください。',
      en: 'Try again in about ten minutes. If it is urgent, call your city’s collaboration office.',
    },
  },
}

export const troubleOf = (status: number): Trouble => troubles[status] ?? broken

export const before: Record<Lang, string> = {
  ja: 'ひとつ前のページへ戻る',
  easy: '{前|まえ}の ページに もどる',
  en: 'Back to the page before',
}

export const contact: Record<Lang, string> = { ja: 'お問い合わせ', easy: '{聞|き}く ところ', en: 'Contact' }

export const number: Record<Lang, string> = {
  ja: 'お問い合わせの番号',
  easy: '{聞|き}く ときの {番号|ばんごう}',
  en: 'Number to quote:',
}

export const frontOf = ({ name, spoken }: City): Record<Lang, string> => ({
  ja: `${name}のページ`,
  easy: `${spoken.name.easy}の ページ`,
  en: `${spoken.name.en}: front page`,
})
