import { plainDateLabel } from '../../platform/time/index.ts'
import type { Lang } from '../../platform/web/index.ts'
import { sentences } from '../../platform/words/sentences.ts'
import { dayIn } from '../../platform/words/spoken-time.ts'

/** The words of the list of proposals; `thing` is the city's word for a proposal. */
export const say = {
  start: {
    ja: (thing: string) => `${thing}を書き始める`,
    easy: (thing: string) => `${thing}を {書|か}き{始|はじ}める`,
    en: () => 'Begin a proposal',
  },
  closed: {
    ja: () => 'いまは受け付けていません。',
    easy: () => '{今|いま}は {出|だ}せません。',
    en: () => 'Nothing is open at the moment.',
  },
  dates: {
    ja: () => '制度と、これからの受付の日程を見る',
    easy: () => 'いつ {出|だ}せるかを {見|み}る',
    en: () => 'See the programmes and their dates',
  },
  paper: {
    ja: () => '紙で届いたものを入力する',
    easy: () => '{紙|かみ}で {届|とど}いた ものを {入|い}れる',
    en: () => 'Enter one that came on paper',
  },
  own: {
    ja: (thing: string) => `わたしたちの${thing}`,
    easy: (thing: string) => `{私|わたし}たちの ${thing}`,
    en: () => 'Our proposals',
  },
  entering: { ja: () => '入力の途中のもの', easy: () => '{入|い}れて いる もの', en: () => 'Being entered' },
  ownNone: {
    ja: () => 'まだありません。「書き始める」を押すと、下書きができます。',
    easy: () => 'まだ ありません。「{書|か}き{始|はじ}める」を おして ください。',
    en: () => 'There are none yet. Press “Begin” to make a draft.',
  },
  ownNoneYet: { ja: () => 'まだありません。', easy: () => 'まだ ありません。', en: () => 'There are none yet.' },
  title: { ja: () => '題名', easy: () => 'なまえ', en: () => 'Title' },
  number: { ja: () => '番号', easy: () => 'ばんごう', en: () => 'Number' },
  noNumber: { ja: () => 'まだありません', easy: () => 'まだ ありません', en: () => 'none yet' },
  group: { ja: () => '団体', easy: () => 'グループ', en: () => 'Group' },
  programme: { ja: () => '制度', easy: () => 'しくみ', en: () => 'Programme' },
  state: { ja: () => '状態', easy: () => 'ようす', en: () => 'State' },
  incoming: {
    ja: () => '受け付けた提案（職員用）',
    easy: () => 'うけとった {提案|ていあん}（{職員|しょくいん}）',
    en: () => 'Received proposals (staff)',
  },
  byState: { ja: () => '状態でしぼりこむ', easy: () => 'ようすで えらぶ', en: () => 'Narrow by state' },
  all: { ja: () => 'すべて', easy: () => 'ぜんぶ', en: () => 'All' },
  search: {
    ja: () => '題名・団体名でさがす',
    easy: () => '{名前|なまえ}や グループで さがす',
    en: () => 'Search by title or group',
  },
  incomingCaption: {
    ja: () => '受け付けた提案（新しい順）',
    easy: () => 'うけとった {提案|ていあん}（{新|あたら}しい ものから）',
    en: () => 'Received proposals, newest first',
  },
  noneFound: {
    ja: () => '条件に合う提案はありません。',
    easy: () => 'ありませんでした。',
    en: () => 'No proposal fits all of this.',
  },
  officer: { ja: () => '担当', easy: () => 'かかり', en: () => 'Department' },
  undecided: { ja: () => '未定', easy: () => 'まだ きまって いません', en: () => 'not yet assigned' },
  since: { ja: () => 'この状態になった日', easy: () => 'いつから', en: () => 'Since' },
  released: {
    ja: () => '公表された提案',
    easy: () => 'みんなが {見|み}る ことが できる {提案|ていあん}',
    en: () => 'Published proposals',
  },
  byDecision: {
    ja: () => '決定でしぼりこむ',
    easy: () => '{決|き}まった ことで えらぶ',
    en: () => 'Narrow by decision',
  },
  noneReleased: {
    ja: () => '公表された提案は、まだありません。決定して公表されると、ここに理由とともに載ります。',
    easy: () => 'まだ ありません。{決|き}まったら、どうしてかと いっしょに ここに {出|で}ます。',
    en: () => 'None has been published yet. Once decided and published, they stand here with the reasons.',
  },
} satisfies Record<string, Record<Lang, (thing: string) => string>>

/** The next call: on an announced day, or about when it opens in most years. */
export const nextOpening: Record<'coming' | 'usually', Record<Lang, (day: string) => string>> = {
  coming: {
    ja: (day) => `次の受付は${plainDateLabel(day)}からです。`,
    easy: (day) => `{次|つぎ}は ${dayIn('easy', day)}から {出|だ}せます。`,
    en: (day) => `The next call opens on ${dayIn('en', day)}.`,
  },
  usually: {
    ja: (day) => `例年どおりなら、次の受付は${plainDateLabel(day)}ごろからです。`,
    easy: (day) => `いつもの {年|とし}は、${dayIn('easy', day)}ごろから {出|だ}せます。`,
    en: (day) => `In most years the next call opens around ${dayIn('en', day)}.`,
  },
}

export const leadIn: Record<Lang, (city: string, thing: string) => string> = {
  ja: (city, thing) => `${city}に寄せられ、公表された${thing}と、その決定です。`,
  easy: (city, thing) => `${city}に {届|とど}いた ${thing}と、{決|き}まった ことです。`,
  en: (city) => `What was proposed to ${city}, what the city decided, and why.`,
}

/** The usual words for a decision, for programmes without their own. */
export const decisionWords = sentences({
  adopted: { ja: '採択', easy: '{選|えら}ばれました', en: 'Adopted' },
  conditionally_adopted: {
    ja: '条件付採択',
    easy: '{条件|じょうけん}つきで {選|えら}ばれました',
    en: 'Adopted with conditions',
  },
  not_adopted: { ja: '不採択', easy: '{選|えら}ばれませんでした', en: 'Not adopted' },
  deferred: { ja: '保留', easy: 'まだ {決|き}めません', en: 'Deferred' },
  annulled: {
    ja: '決定を取消し、審査中',
    easy: '{決|き}めた ことを やめて、もう {一度|いちど} {考|かんが}えて います',
    en: 'Decision annulled, under review again',
  },
})
