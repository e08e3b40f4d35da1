import type { Lang } from '../../../platform/web/index.ts'

export interface PublicWords {
  startTitle: string
  startHeading: string
  startLead: string
  pickCity: string
  pickCityLead: string
  noCity: string
  noCityLead: string
  noCityDo: string
  cityFoot: (projects: number, groups: number) => string
  tryIt: string
  tryItLead: string
  tryItDo: string
  latest: string
  latestMore: string
  noneYet: string
  searchAll: string
  searchHint: string
  acrossTitle: string
  acrossLead: string
  city: string
  frontHeading: (city: string, collaboration: string) => string
  frontLead: string
  search: string
  propose: string
  read: (charter: string) => string
  now: string
  nowMore: string
  nothingNow: string
  lately: string
  schemes: string
  schemesLead: string
  schemesMore: string
  before: string
  figures: string
  figuresMore: string
  projectsThisYear: string
  proposals: string
  groups: string
  unit: string
  groupUnit: string
  pastNumbers: string
  liveNumbers: string
  follows: (version: string, charter: string) => string
  listLead: string
  narrow: string
  found: (n: number) => string
  noneFound: string
  tryOther: string
  clear: string
  enter: string
  downloads: string
  csv: string
  json: string
  name: string
  parties: string
  others: string
  term: string
  state: string
  agreementGivenUp: (agreement: string) => string
}

const ja: PublicWords = {
  startTitle: 'はじめのページ',
  startHeading: '市民と市が、ともに。',
  startLead:
    '市民・団体と市が力を合わせてすすめるまちづくりを、提案から評価まで、だれでも見て、加わることができます。お住まいの市をえらんでください。',
  pickCity: '市をえらぶ',
  pickCityLead: '市ごとに、事業をさがす・提案する・相談することができます。',
  noCity: '市がまだありません',
  noCityLead: 'このサイトは準備中です。市が加わると、ここから入れるようになります。',
  noCityDo:
    '運用の担当の方へ：サーバーで次の順に実行すると、市が加わります。くわしくは、導入の手引き（docs/guide/install.md）の「市を加えます」をご覧ください。適用した版の施行日がまだ来ていないあいだも、この画面になります。',
  cityFoot: (projects, groups) => `事業 ${projects}件 ・ 団体 ${groups}`,
  tryIt: '体験版を使ってみる',
  tryItLead: '団体の事務担当、市の職員など、お試しの人物になって、提案や評価を実際に進められます。',
  tryItDo: '人物をえらぶ',
  latest: '新しく公開された事業',
  latestMore: 'すべての市の事業を、年度や分野でしぼって見る',
  noneYet: '公開された事業は、まだありません。',
  searchAll: 'すべての市の事業をさがす',
  searchHint: '言葉を入れてください。例　防災、花、子育て',
  acrossTitle: 'すべての市の事業',
  acrossLead:
    'どの市の事業も、ひとつの一覧でさがせます。領域や類型など、その市だけの分け方は、それぞれの市の一覧で選べます。',
  city: '市',
  frontHeading: (city, collaboration) => `${city}の${collaboration}`,
  frontLead:
    '市民・団体と市が力を合わせている事業を、提案から評価まで公開しています。見るだけなら、サインインは要りません。',
  search: '事業をさがす',
  propose: '提案する',
  read: (charter) => `${charter}を読む`,
  now: 'いま動いていること',
  nowMore: 'すべての事業を見る',
  nothingNow: '公開された事業は、まだありません。',
  lately: '最近のできごと',
  schemes: '提案できる制度',
  schemesLead: 'やってみたいことがある団体の方は、ここから始められます。',
  schemesMore: '募集・制度の一覧',
  before: 'これまでの提案と、その結果',
  figures: 'ことしの数字',
  figuresMore: 'これまでの数字を見る',
  projectsThisYear: '今年度の事業',
  proposals: '公開された提案',
  groups: '公開している団体',
  unit: '件',
  groupUnit: '団体',
  pastNumbers: '市の資料にある数',
  liveNumbers: 'この一覧から数えた数',
  follows: (version, charter) => `「${charter}」（${version}）に従っています。`,
  listLead: '市民・団体と市が、力を合わせて取り組んでいる事業と、これまでに取り組んだ事業のすべてです。',
  narrow: 'しぼり込み',
  found: (n) => `${n.toLocaleString('ja-JP')}件の事業があります。`,
  noneFound: '条件に合う事業はありません。',
  tryOther: '条件をひとつ外すと、見つかることがあります。',
  clear: '条件をすべて外す',
  enter: 'この一覧に事業を登録する',
  downloads: 'この一覧のダウンロード',
  csv: 'CSV（表計算ソフト用）',
  json: 'JSON（プログラム用）',
  name: '事業の名前',
  parties: '取り組む主体',
  others: ' ほか',
  term: '期間',
  state: '状態',
  agreementGivenUp: (agreement) => `もとの${agreement}は取りやめ`,
}

const easy: PublicWords = {
  startTitle: 'はじめの ページ',
  startHeading: '{市民|しみん}と {市|し}が、いっしょに。',
  startLead:
    'まちを よく する ために、{市民|しみん}や グループと {市|し}が、いっしょに して いる ことを {見|み}る ことが できます。あなたも いっしょに できます。あなたの {市|し}を えらんで ください。',
  pickCity: '{市|し}を えらぶ',
  pickCityLead: 'さがす、{提案|ていあん}する、{相談|そうだん}する ことが できます。',
  noCity: '{市|し}が まだ ありません',
  noCityLead: 'この ページは、いま じゅんびを して います。',
  noCityDo: 'サーバーの {係|かかり}の {人|ひと}は、{次|つぎ}の じゅんばんで うごかして ください。',
  cityFoot: (projects, groups) => `{事業|じぎょう} ${projects} ・ グループ ${groups}`,
  tryIt: 'ためして みる',
  tryItLead: 'グループの {人|ひと}や {市役所|しやくしょ}の {人|ひと}に なって、ためす ことが できます。',
  tryItDo: '{人|ひと}を えらぶ',
  latest: '{新|あたら}しい {事業|じぎょう}',
  latestMore: '{全部|ぜんぶ}の {市|し}の {事業|じぎょう}を {見|み}る',
  noneYet: 'まだ ありません。',
  searchAll: '{全部|ぜんぶ}の {市|し}から さがす',
  searchHint: 'ことばを {書|か}いて ください。たとえば　{花|はな}、こども',
  acrossTitle: '{全部|ぜんぶ}の {市|し}の {事業|じぎょう}',
  acrossLead: 'どの {市|し}の {事業|じぎょう}も、ここで さがす ことが できます。',
  city: '{市|し}',
  frontHeading: (city) => `${city}で いっしょに する こと`,
  frontLead:
    '{市民|しみん}や グループと {市|し}が、いっしょに して いる ことを {見|み}る ことが できます。{見|み}るだけなら、サインインは いりません。',
  search: '{事業|じぎょう}を さがす',
  propose: '{提案|ていあん}する',
  read: (charter) => `${charter}を {読|よ}む`,
  now: '{今|いま} して いる こと',
  nowMore: '{全部|ぜんぶ} {見|み}る',
  nothingNow: 'まだ ありません。',
  lately: '{新|あたら}しい お{知|し}らせ',
  schemes: '{提案|ていあん}の しかた',
  schemesLead: 'やって みたい ことが ある グループは、ここから {始|はじ}めて ください。',
  schemesMore: '{募集|ぼしゅう}を {全部|ぜんぶ} {見|み}る',
  before: '{今|いま}までの {提案|ていあん}と、{決|き}まった こと',
  figures: '{今年|ことし}の {数|かず}',
  figuresMore: '{今|いま}までの {数|かず}を {見|み}る',
  projectsThisYear: '{今年|ことし}の {事業|じぎょう}',
  proposals: '{提案|ていあん}',
  groups: 'グループ',
  unit: '',
  groupUnit: '',
  pastNumbers: '{市|し}の {文書|ぶんしょ}の {数|かず}',
  liveNumbers: 'この {一覧|いちらん}の {数|かず}',
  follows: (version, charter) => `「${charter}」（${version}）で して います。`,
  listLead:
    '{市民|しみん}や グループと {市|し}が、いっしょに して いる {事業|じぎょう}です。{前|まえ}の {事業|じぎょう}も あります。',
  narrow: 'しぼりこむ',
  found: (n) => `${n}{件|けん} あります。`,
  noneFound: 'ありませんでした。',
  tryOther: 'えらんだ ことを 1つ はずして みて ください。',
  clear: 'ぜんぶ はずす',
  enter: 'この {一覧|いちらん}に {事業|じぎょう}を {入|い}れる',
  downloads: 'この {一覧|いちらん}の ダウンロード',
  csv: 'CSV（{表|ひょう}の ソフトで {開|ひら}く）',
  json: 'JSON（プログラムで つかう）',
  name: 'なまえ',
  parties: 'だれが',
  others: ' など',
  term: 'いつ',
  state: 'ようす',
  agreementGivenUp: (agreement) => `もとの ${agreement}は やめました`,
}

const en: PublicWords = {
  startTitle: 'Start page',
  startHeading: 'Residents and their city, together.',
  startLead:
    'See what residents, groups and their city do together to make the town better, from the first proposal to the evaluation, and join in. Choose your city.',
  pickCity: 'Choose your city',
  pickCityLead: 'In each city you can look for projects, make a proposal and ask for advice.',
  noCity: 'There is no city yet',
  noCityLead: 'This site is being prepared. Once a city is added, you enter it from here.',
  noCityDo:
    'For whoever runs the server: these commands add a city. The guide docs/guide/install.md says more. A city also stays away until the day its charter comes into force.',
  cityFoot: (projects, groups) => `${projects} projects ・ ${groups} groups`,
  tryIt: 'Try the demonstration',
  tryItLead: 'Be one of its people, such as a group’s secretary or a city officer, and carry a proposal all the way.',
  tryItDo: 'Choose a person',
  latest: 'Newest projects',
  latestMore: 'All projects of all cities, by year and field',
  noneYet: 'No project has been published yet.',
  searchAll: 'Search the projects of all cities',
  searchHint: 'Projects are written in Japanese, so search with Japanese words.',
  acrossTitle: 'Projects of all cities',
  acrossLead:
    'The projects of every city in one list. What only one city distinguishes, such as zones, can be chosen in that city’s own list.',
  city: 'City',
  frontHeading: (city) => `Working together in ${city}`,
  frontLead:
    'Here you see what residents, groups and the city do together, from proposal to evaluation. You need not sign in to read.',
  search: 'Search projects',
  propose: 'Make a proposal',
  read: (charter) => `Read: ${charter}`,
  now: 'What is going on',
  nowMore: 'All projects',
  nothingNow: 'No project has been published yet.',
  lately: 'Lately',
  schemes: 'Ways to propose',
  schemesLead: 'If your group has something in mind, begin here.',
  schemesMore: 'All calls and programmes',
  before: 'Earlier proposals and what became of them',
  figures: 'This year in figures',
  figuresMore: 'Figures of earlier years',
  projectsThisYear: 'Projects this fiscal year',
  proposals: 'Published proposals',
  groups: 'Groups with a public page',
  unit: '',
  groupUnit: '',
  pastNumbers: 'as stated in the city’s documents',
  liveNumbers: 'as counted from this list',
  follows: (version, charter) => `This site follows ${charter} (${version}).`,
  listLead: 'Everything that residents, groups and the city are doing together, and have done.',
  narrow: 'Narrow the list',
  found: (n) => (n === 1 ? 'There is 1 project.' : `There are ${n.toLocaleString('en')} projects.`),
  noneFound: 'No project fits all of this.',
  tryOther: 'Take one of your choices away, and you may find something.',
  clear: 'Show everything again',
  enter: 'Enter a project into this list',
  downloads: 'Download this list',
  csv: 'CSV (for spreadsheets)',
  json: 'JSON (for programs)',
  name: 'Project',
  parties: 'Who takes part',
  others: ' and others',
  term: 'Term',
  state: 'State',
  agreementGivenUp: (agreement) => `its ${agreement.toLowerCase()} was ended early`,
}

export const publicWords: Record<Lang, PublicWords> = { ja, easy, en }
