import { catalogue } from '../../platform/words/catalogue.ts'

/** The words of the frame. A city's own words (提案, 指針 …) come from its charter. */
export const say = catalogue({
  product: { ja: 'ともに', easy: 'ともに', en: 'Tomoni' },
  signIn: { ja: 'サインイン', easy: 'サインイン（{入|はい}る）', en: 'Sign in' },
  accessibility: { ja: 'アクセシビリティについて', easy: '{見|み}やすさ・{使|つか}いやすさ', en: 'Accessibility' },
  privacy: { ja: '個人情報の取扱い', easy: 'あなたの {情報|じょうほう}の あつかい', en: 'Personal data' },
  compare: { ja: '指針を見くらべる', easy: '{市|し}の きまりを くらべる', en: 'Compare two cities' },
  programmes: { ja: '募集・制度', easy: '{募集|ぼしゅう}', en: 'Calls and programmes' },
  inbox: { ja: 'わたしの机', easy: 'わたしの つくえ', en: 'My inbox' },
  admin: { ja: '管理', easy: '{管理|かんり}', en: 'Administration' },
  me: { ja: 'アカウント', easy: 'アカウント', en: 'Account' },
  mailbox: {
    ja: '送られるはずのメールを見る',
    easy: '{送|おく}る はずの メールを {見|み}る',
    en: 'See the mail that would be sent',
  },
  demo: {
    ja: 'これは体験版です。人物・団体・できごとは架空のもので、自治体の公式の記録ではありません。',
    easy: 'これは ためすための ものです。{人|ひと}や グループは ほんとうの ものでは ありません。',
    en: 'This is a demonstration. People, groups and events are invented and are no official record of any city.',
  },
  start: { ja: 'はじめのページ', easy: 'はじめの ページ', en: 'Start page' },
  inboxIn: {
    ja: (city: string) => `${city}の机`,
    easy: (city: string) => `${city}の つくえ`,
    en: (city: string) => `My inbox in ${city}`,
  },
})
