import type { Lang } from '../../platform/words/lang.ts'

export interface Statement {
  lead: string
  parts: { heading: string; items: string[] }[]
}

export const accessibility: Record<Lang, Statement> = {
  ja: {
    lead: 'だれもが使えるように、JIS X 8341-3:2016 の適合レベルAAとWCAG 2.2のAAを目標にしてつくっています。',
    parts: [
      {
        heading: 'していること',
        items: [
          'すべての手続きは、スクリプトを使わない設定でも、キーボードだけでも、印刷した用紙でも行えます。',
          '必須の項目、状態、誤りは、色だけでなく言葉で示します。',
          'ページを400％に拡大しても、横に動かさずに読めます。',
          'すべてのページを、公開の前に自動の検査にかけています。',
        ],
      },
      {
        heading: 'ことばについて',
        items: [
          'はじめのページ、市のページ、一覧、指針、サインインの画面は、やさしい日本語と英語でも読めます。そのほかのページは、いまは日本語だけです。日本語だけのページと部分には、その印がついています。',
        ],
      },
      {
        heading: 'お困りのとき',
        items: [
          '使いにくいところがありましたら、市の協働の担当窓口へお知らせください。電話・窓口・用紙でも同じ手続きができます。',
        ],
      },
    ],
  },
  easy: {
    lead: 'みんなが つかえる ように、{国|くに}の きまり（JIS X 8341-3:2016）と、{世界|せかい}の きまり（WCAG 2.2）に {合|あ}わせて {作|つく}って います。',
    parts: [
      {
        heading: 'して いる こと',
        items: [
          '{全部|ぜんぶ}の {手続|てつづ}きが、キーボードだけでも できます。{紙|かみ}でも できます。',
          '{大切|たいせつ}な ことは、{色|いろ}だけで なく、ことばでも {書|か}きます。',
          '{文字|もじ}を {大|おお}きく しても {読|よ}めます。',
          'ページを {出|だ}す {前|まえ}に、{機械|きかい}で {調|しら}べて います。',
        ],
      },
      {
        heading: 'ことばに ついて',
        items: [
          'はじめの ページ、{市|し}の ページ、{一覧|いちらん}、きまり、サインインの ページは、やさしい {日本語|にほんご}と {英語|えいご}でも {読|よ}めます。ほかの ページは、いまは ふつうの {日本語|にほんご}だけです。',
        ],
      },
      {
        heading: 'こまった とき',
        items: [
          'つかいにくい ところは、{市役所|しやくしょ}に {言|い}って ください。{電話|でんわ}や {紙|かみ}でも、{同|おな}じ ことが できます。',
        ],
      },
    ],
  },
  en: {
    lead: 'We build this service so that everyone can use it. Our aim is level AA of JIS X 8341-3:2016 and of WCAG 2.2.',
    parts: [
      {
        heading: 'What we do',
        items: [
          'Everything can be done without scripts, with the keyboard alone, and on paper.',
          'What is required, what state things are in and what is wrong is said in words, never by colour alone.',
          'Pages can be enlarged to 400% and read without scrolling sideways.',
          'Every page is checked automatically before it goes out.',
        ],
      },
      {
        heading: 'Languages',
        items: [
          'The start page, the cities’ front pages, the lists, the charters and the pages for signing in can be read in English and in plain Japanese. All other pages are in Japanese for now. Pages and passages in Japanese are marked as such.',
        ],
      },
      {
        heading: 'If you have difficulty',
        items: [
          'Tell your city’s collaboration office what is hard to use. You can do the same things by telephone, at the counter or on paper.',
        ],
      },
    ],
  },
}

export const privacy: Record<Lang, Statement> = {
  ja: {
    lead: 'お預かりする個人情報は、協働の手続きのためだけに使います。外部の計測サービスなどへは、何も送りません。',
    parts: [
      {
        heading: 'お預かりするもの',
        items: [
          'お名前、連絡先、所属する団体と役割、手続きの記録をお預かりします。連絡先が公開のページに出ることはありません。',
        ],
      },
      {
        heading: '見ることができる人',
        items: [
          'あなたと、同じ団体の担当の方、手続きを受け持つ市の職員が見ることができます。ほかの市の職員は見ることができません。',
        ],
      },
      {
        heading: '確かめたい・直したい・消したいとき',
        items: [
          '個人情報の保護に関する法律にもとづき、開示・訂正・利用停止を求めることができます。市の窓口へお申し出ください。',
        ],
      },
    ],
  },
  easy: {
    lead: 'あなたの {情報|じょうほう}は、いっしょに する ことの {手続|てつづ}きだけに つかいます。ほかの {会社|かいしゃ}には {送|おく}りません。',
    parts: [
      {
        heading: '{私|わたし}たちが もって いる もの',
        items: [
          '{名前|なまえ}、{連絡先|れんらくさき}、グループと {役|やく}わり、{手続|てつづ}きの {記録|きろく}です。{連絡先|れんらくさき}は みんなの ページに {出|で}ません。',
        ],
      },
      {
        heading: '{見|み}る ことが できる {人|ひと}',
        items: [
          'あなたと、{同|おな}じ グループの {係|かかり}の {人|ひと}と、{手続|てつづ}きを する {市役所|しやくしょ}の {人|ひと}です。ほかの {市|し}の {人|ひと}は {見|み}る ことが できません。',
        ],
      },
      {
        heading: '{見|み}たい・なおしたい・{消|け}したい とき',
        items: ['{法律|ほうりつ}で、できる ことに なって います。{市役所|しやくしょ}に {言|い}って ください。'],
      },
    ],
  },
  en: {
    lead: 'We use personal data only for the work of collaboration. Nothing is sent to outside services such as web analytics.',
    parts: [
      {
        heading: 'What we hold',
        items: [
          'Your name and contact details, the groups you belong to and your role in them, and a record of what you did here. Contact details never appear on public pages.',
        ],
      },
      {
        heading: 'Who can see it',
        items: [
          'You, the people responsible in your own group, and the city staff who deal with the matter. Staff of other cities cannot see it.',
        ],
      },
      {
        heading: 'To see, correct or delete it',
        items: [
          'Under Japan’s Act on the Protection of Personal Information you may ask to see your data, to have it corrected, or to stop its use. Please apply at your city’s office.',
        ],
      },
    ],
  },
}
