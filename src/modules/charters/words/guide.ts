import { catalogue } from '../../../platform/words/catalogue.ts'

export const say = catalogue({
  first: {
    ja: '思いついたことが協働にあたるか、だれと、どの制度で進められるかを、いくつかの質問でご案内します。名前は要りません。答えは残りません。',
    easy: 'やって みたい ことが あったら、しつもんに こたえて ください。どう すれば いいか、わかります。{名前|なまえ}は いりません。',
    en: 'A few questions tell you whether your idea is collaboration, with whom it could be done and through which scheme. No name is asked, and nothing is kept.',
  },
  at: {
    ja: (n: number) => `${n}つめの質問`,
    easy: (n: number) => `${n}つめの しつもん`,
    en: (n: number) => `Question ${n}`,
  },
  answers: { ja: 'これまでの答え', easy: 'いままでの こたえ', en: 'Your answers so far' },
  change: { ja: '答え直す', easy: 'こたえを かえる', en: 'Change' },
  is: {
    ja: (collaboration: string) => `${collaboration}にあたります`,
    easy: () => '{協働|きょうどう}です',
    en: () => 'This is collaboration',
  },
  isNot: {
    ja: (collaboration: string) => `この市の${collaboration}とは別の進め方です`,
    easy: () => '{協働|きょうどう}では ありません。でも、できる ことが あります',
    en: () => 'This goes another way than collaboration',
  },
  next: { ja: '次にすること', easy: 'つぎに する こと', en: 'What to do next' },
  schemes: { ja: '使える制度', easy: 'つかえる しくみ', en: 'Schemes you can use' },
  when: {
    ja: 'いま受け付けているか、次はいつかは、それぞれの制度のページでわかります。提案も、そこから書き始められます。',
    easy: 'いま {出|だ}せるか、つぎは いつか、しくみの ページに {書|か}いて あります。そこから {書|か}きはじめる ことが できます。',
    en: 'Each scheme’s page says whether it is open now or when it will be, and is where you can begin to write.',
  },
  ask: { ja: '相談先', easy: 'きく ところ', en: 'Where to ask' },
  bring: {
    ja: 'このページを印刷して窓口にお持ちになると、お話が早く進みます。',
    easy: 'この ページを {紙|かみ}に {印刷|いんさつ}して、{窓口|まどぐち}に もって きて ください。',
    en: 'Print this page and bring it to the desk: the talk will start where you are.',
  },
  again: { ja: 'はじめから答える', easy: 'はじめから こたえる', en: 'Start again' },
  read: { ja: '形態のくわしい説明', easy: 'やりかたの せつめい', en: 'About the forms' },
})
