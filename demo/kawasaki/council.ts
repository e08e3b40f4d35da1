import type { GroupSetting, PersonSetting } from '../setting.ts'
import { headOf } from './streets.ts'

interface Bodies {
  kind: string
  standard: string[]
  purpose: string
  /** What each body of the kind does in the council, and what it brings. */
  does: string
  brings: string
  /** Name|reading|who signs|the reading. All invented. */
  list: string
}

const bodies: Bodies[] = [
  {
    kind: 'transport',
    standard: ['business'],
    purpose: '人を安全に運ぶ。',
    does: '運行のようすと再開の見込みを、15分ごとに連絡班へ伝える。改札の外に待つ人の列をつくらせない。',
    brings: '駅と停留所の案内板、放送',
    list: `
多摩見急行電鉄株式会社 川崎管区|たまみきゅうこうでんてつかわさきかんく|白鳥 隆|しらとり たかし
臨海みなと鉄道株式会社|りんかいみなとてつどう|岸 美和|きし みわ
京浜さくらバス株式会社|けいひんさくらばす|二宮 哲也|にのみや てつや
多摩川つばめ交通株式会社|たまがわつばめこうつう|馬場 智|ばば さとし
みなとハイヤー協同組合|みなとはいやーきょうどうくみあい|浜口 進|はまぐち すすむ`,
  },
  {
    kind: 'lodging',
    standard: ['business'],
    purpose: '旅の人に安心して泊まってもらう。',
    does: '宿泊している人を館内に留め、ロビーを一時滞在の場所として開く。',
    brings: 'ロビー、毛布、携帯電話の充電器',
    list: `
ホテル潮風川崎|ほてるしおかぜかわさき|門倉 香|かどくら かおり
川崎ステーションイン若葉|かわさきすてーしょんいんわかば|相沢 亮|あいざわ りょう
旅館 旅籠みち|りょかんはたごみち|丸山 繁|まるやま しげる
ホテルブルーリバー|ほてるぶるーりばー|ナム グエン|なむ ぐえん
みなと口ビジネスホテル|みなとぐちびじねすほてる|戸塚 恵|とつか めぐみ`,
  },
  {
    kind: 'shops',
    standard: ['business'],
    purpose: '買い物の場を安全に開く。',
    does: '来店している人を館内に留め、飲み水とトイレを使えるようにする。',
    brings: '館内の広場、トイレ、飲み水',
    list: `
百貨店 たまや川崎店|ひゃっかてんたまやかわさきてん|沖田 直子|おきた なおこ
ショッピングモール ミナトリエ|しょっぴんぐもーるみなとりえ|峰岸 徹|みねぎし とおる
地下街 かわせみモール|ちかがいかわせみもーる|北条 理恵|ほうじょう りえ
駅ビル トキノテラス|えきびるときのてらす|遠山 潤|とおやま じゅん
家電の光星 川崎店|かでんのこうせいかわさきてん|和久井 翔|わくい しょう
シネマ灯台|しねまとうだい|深町 葵|ふかまち あおい`,
  },
  {
    kind: 'offices',
    standard: ['business'],
    purpose: '働く人とまちの安全を守る。',
    does: '社員を三日のあいだ社内に留め、玄関ホールを近くの人に開く。',
    brings: '社員のための備蓄のうち、近くの人に分けられる分',
    list: `
東海精密工業株式会社|とうかいせいみつこうぎょう|榊原 弘|さかきばら ひろし
株式会社 京浜データワークス|けいひんでーたわーくす|村瀬 千春|むらせ ちはる
みなと産業ビル管理組合|みなとさんぎょうびるかんりくみあい|椎名 昭|しいな あきら
臨海エネルギー株式会社|りんかいえねるぎー|土屋 克己|つちや かつみ
アオバ食品株式会社|あおばしょくひん|秋山 結|あきやま ゆい
株式会社 かわせみ警備保障|かわせみけいびほしょう|黒岩 大輔|くろいわ だいすけ
多摩見信用組合 川崎本店|たまみしんようくみあいかわさきほんてん|笹本 典子|ささもと のりこ
三ツ浜倉庫株式会社|みつはまそうこ|矢吹 勝|やぶき まさる`,
  },
  {
    kind: 'schools',
    standard: ['civic-group'],
    purpose: '学ぶ人の安全を守る。',
    does: '児童・生徒・学生を校内で預かり、家族への引き渡しを記録する。',
    brings: '体育館、やさしい日本語と英語の案内ができる学生',
    list: `
学校法人 潮見学園|がっこうほうじんしおみがくえん|吉川 礼子|よしかわ れいこ
みなと日本語学院|みなとにほんごがくいん|パク ソヨン|ぱく そよん
臨海デザイン専門学校|りんかいでざいんせんもんがっこう|石渡 恭平|いしわた きょうへい`,
  },
  {
    kind: 'care',
    standard: ['business'],
    purpose: '体の弱い人を支える。',
    does: '薬の要る人、介助の要る人、妊娠中の人の相談を受ける。',
    brings: '看護師と介護福祉士の待機、車いす',
    list: `
医療法人 さざなみ会|いりょうほうじんさざなみかい|瀬戸 文|せと ふみ
社会福祉法人 くすのき苑|しゃかいふくしほうじんくすのきえん|早乙女 剛|さおとめ つよし
みなと口薬局グループ|みなとぐちやっきょくぐるーぷ|野口 由美|のぐち ゆみ`,
  },
  {
    kind: 'neighbours',
    standard: ['civic-group'],
    purpose: '顔の見える近所づきあい。',
    does: '徒歩で帰る人のための道案内に立ち、住民の避難所と混ざらないように列を分ける。',
    brings: '地元の道を知る人、手書きの地図',
    list: `
みなと町一丁目町内会|みなとちょういっちょうめちょうないかい|大塚 勇|おおつか いさむ
みなと町二丁目町内会|みなとちょうにちょうめちょうないかい|沼田 澄子|ぬまた すみこ
旅籠みち町内会|はたごみちちょうないかい|西山 寛|にしやま ひろし
橋のたもと自治会|はしのたもとじちかい|川端 フミ|かわばた ふみ
時計塔マンション管理組合|とけいとうまんしょんかんりくみあい|桐山 修一|きりやま しゅういち
川崎ふれあい国際会|かわさきふれあいこくさいかい|マリア サントス|まりあ さんとす`,
  },
  {
    kind: 'streets',
    standard: ['shopping-street'],
    purpose: '通りの安全とにぎわい。',
    does: '通りの店の明かりを残し、飲み水とトイレを貸す店に目印の旗を出す。',
    brings: '目印の旗、店のトイレ',
    list: `
駅東商店街連合会|えきひがししょうてんがいれんごうかい|長沢 実|ながさわ みのる
駅西商店街連合会|えきにししょうてんがいれんごうかい|関口 昌子|せきぐち まさこ`,
  },
  {
    kind: 'news',
    standard: ['business'],
    purpose: '確かな知らせを届ける。',
    does: '連絡班が確かめた知らせだけを、決まった時刻に流す。',
    brings: '街頭の大型画面、地域の放送',
    list: `
かわさき川風放送株式会社|かわさきかわかぜほうそう|桜木 純|さくらぎ じゅん
みなとケーブルネット株式会社|みなとけーぶるねっと|手塚 奈々|てづか なな`,
  },
]

const members = bodies
  .flatMap(({ list, ...kind }) =>
    list
      .trim()
      .split('\n')
      .map((line) => ({ ...kind, words: line.split('|') as [string, string, string, string] })),
  )
  .map((one, at) => ({ ...one, key: `council-${at + 1}` }))

/** The members beside the city, its ward and the disaster network, in the order in which they sign. */
export const memberKeys = members.map(({ key }) => key)
export const memberRoles = members.map(({ key, does, brings }) => ({ party: key, does, brings }))

export const memberGroups: GroupSetting[] = members.map(({ key, standard, purpose, words: [name, kana] }) => ({
  key,
  name,
  kana,
  standard,
  purpose,
  activity: '駅のまわりの帰宅困難者対策の訓練に、毎年加わっています。',
  ward: 'kawasaki',
  withoutMail: true,
}))

export const memberPeople: PersonSetting[] = members.map(({ key, words: [body, , name, kana] }) => ({
  key: headOf(key),
  name,
  kana,
  is: `${body}の防災の担当`,
  account: false,
  parties: [{ party: key, roles: ['representative', 'signatory'] }],
}))
