import type { Lang } from '../../../platform/web/index.ts'
import type { Charter } from '../schema.ts'

type InAll<T = string> = Record<Lang, T>

/** What the pages of a charter say of their own; everything else on them is the charter's. */
export const say = {
  tabs: { ja: '指針のページ', easy: 'きまりの ページ', en: 'Pages of the charter' },
  overview: { ja: 'あらまし', easy: '{全体|ぜんたい}', en: 'Overview' },
  lead: {
    ja: (city: string) => `${city}で、市民・団体と市が力を合わせるときのよりどころです。`,
    easy: (city: string) => `${city}で いっしょに する ときの きまりです。`,
    en: (city: string) => `What people, groups and the city in ${city} go by when they work together.`,
  },
  principles: { ja: '協働の原則', easy: 'たいせつに する こと', en: 'Principles' },
  forms: { ja: '形態と領域', easy: 'やりかた', en: 'Forms and zones' },
  bodies: { ja: '推進の体制', easy: '{進|すす}める {人|ひと}たち', en: 'Bodies and offices' },
  initiatives: { ja: '取組と課題', easy: 'する こと・こまって いる こと', en: 'Initiatives and open problems' },
  figures: { ja: 'これまでの数字', easy: 'これまでの {数|かず}', en: 'Figures of earlier years' },
  history: { ja: 'あゆみ', easy: 'あゆみ', en: 'History' },
  versions: { ja: '指針の版', easy: 'きまりの {版|はん}', en: 'Versions' },
  inOwnWords: {
    ja: '市の文書の内容を、編集者が短くまとめたものです。正文は市の文書をご覧ください。「編集注」は編集者の書き添えで、市の言葉ではありません。',
    easy: '{市|し}の {文書|ぶんしょ}を みじかく した ものです。「{編集|へんしゅう}の メモ」は、{市|し}の ことばでは ありません。',
    en: 'This is an editors’ summary of the city’s documents; the city’s own text is what counts. Editors’ notes are not the city’s words.',
  },
  untranslated: {
    ja: '',
    easy: '{一部|いちぶ}は、ふつうの {日本語|にほんご}の ままです。',
    en: 'What has not been translated yet is shown in the original Japanese.',
  },
  productDefault: {
    ja: 'この仕組みの標準（市の文書には定めがありません）',
    easy: 'この サイトの きまり（{市|し}の {文書|ぶんしょ}には ありません）',
    en: 'A default of this service (the city’s documents do not say)',
  },
  reading: {
    ja: '文書から読み取ったもの',
    easy: '{文書|ぶんしょ}から {考|かんが}えた こと',
    en: 'Read from the documents',
  },
  damaged: {
    ja: '原文に欠けがあります',
    easy: '{文書|ぶんしょ}が かけて います',
    en: 'Part of the original is missing',
  },
  uncertain: { ja: '不確かな記述', easy: 'たしかでは ありません', en: 'Uncertain' },
  editorsNote: { ja: '編集注：', easy: '{編集|へんしゅう}の メモ：', en: 'Editors’ note: ' },
  whichStep: { ja: 'どの段階で働くか', easy: 'いつ たいせつか', en: 'At which step they count' },
  step: { ja: '段階: ', easy: 'いつ: ', en: 'Step: ' },
  recordShows: { ja: '記録が示すこと: ', easy: '{記録|きろく}で わかる こと: ', en: 'What the record shows: ' },
  asked: { ja: '評価でたずねること: ', easy: 'ふりかえりで {聞|き}く こと: ', en: 'Asked in the evaluation: ' },
  help: { ja: '自助・共助・公助', easy: '{助|たす}けかた', en: 'Self-help, mutual help, public help' },
  askHelp: { ja: 'たずねること: ', easy: '{聞|き}く こと: ', en: 'The question: ' },
  sign: { ja: 'しるし: ', easy: 'しるし: ', en: 'Sign: ' },
  areas: { ja: '領域の区分', easy: 'わけかた', en: 'Areas' },
  outside: { ja: '協働の外: ', easy: 'いっしょに しない こと: ', en: 'Outside collaboration: ' },
  zonesForms: { ja: '領域ごとの形態', easy: 'わけかたと やりかた', en: 'Forms in each zone' },
  zonesCaption: {
    ja: '領域と、そこで選べる形態',
    easy: 'わけかたと、えらべる やりかた',
    en: 'Zones, and the forms that can be chosen there',
  },
  zone: { ja: '領域', easy: 'わけかた', en: 'Zone' },
  formsThere: { ja: '選べる形態', easy: 'やりかた', en: 'Forms' },
  examples: { ja: '例', easy: 'たとえば', en: 'Examples' },
  form: { ja: '形態', easy: 'やりかた', en: 'Form' },
  formsHeading: { ja: '形態', easy: 'やりかた', en: 'Forms' },
  needed: { ja: 'この形態で決めること: ', easy: '{決|き}める こと: ', en: 'To be settled: ' },
  startTypes: { ja: 'はじまりの類型', easy: 'はじまりかた', en: 'How a project starts' },
  type: { ja: '類型', easy: 'はじまりかた', en: 'Start' },
  cases: {
    ja: '類型と形態の組み合わせの例',
    easy: 'はじまりかたと やりかたの {例|れい}',
    en: 'Examples by start and form',
  },
  example: { ja: '例', easy: 'たとえば', en: 'Example' },
  fields: { ja: '分野', easy: 'なにの こと', en: 'Fields' },
  kinds: { ja: '主体の種類', easy: '{人|ひと}や グループの {種類|しゅるい}', en: 'Kinds of party' },
  among: { ja: 'もとの種類: ', easy: 'もとの {種類|しゅるい}: ', en: 'Belongs to: ' },
  ties: { ja: '市とのつながり', easy: '{市|し}との つながり', en: 'Ties to the city' },
  effects: { ja: '主体ごとの効果', easy: 'いい こと', en: 'What each gains' },
  forWhom: { ja: 'だれにとって: ', easy: 'だれに: ', en: 'For: ' },
  participation: { ja: '参加のしかた', easy: '{参加|さんか}の しかた', en: 'Ways of taking part' },
  counts: { ja: '協働として数えます', easy: '{協働|きょうどう}に {数|かぞ}えます', en: 'Counts as collaboration' },
  countsNot: {
    ja: '協働としては数えません',
    easy: '{協働|きょうどう}に {数|かぞ}えません',
    en: 'Does not count as collaboration',
  },
  roles: { ja: '役割', easy: '{役|やく}わり', en: 'Roles' },
  resources: { ja: '活動の資源', easy: '{活動|かつどう}に いる もの', en: 'Resources' },
  units: { ja: '区域', easy: '{地区|ちく}', en: 'Districts' },
  budgets: { ja: '区域ごとの予算', easy: '{地区|ちく}の お{金|かね}', en: 'Budget of each district' },
  scheme: { ja: '制度', easy: 'しくみ', en: 'Programme' },
  schemes: { ja: '制度', easy: 'しくみ', en: 'Programmes' },
  years: { ja: '年度', easy: 'いつ', en: 'Fiscal years' },
  amount: { ja: '金額', easy: 'おかね', en: 'Amount' },
  sides: { ja: 'だれが評価するか', easy: 'だれが ふりかえるか', en: 'Who evaluates' },
  scale: { ja: '評点', easy: '{点|てん}の つけかた', en: 'The scale' },
  decisions: { ja: '評価のあとに決めること', easy: 'そのあと {決|き}める こと', en: 'What is decided afterwards' },
  cycle: { ja: 'くり返しの仕組み', easy: 'くりかえす しくみ', en: 'The cycle' },
  selfInspection: { ja: '自己点検', easy: '{自分|じぶん}たちで {見|み}る', en: 'Self-inspection' },
  seats: { ja: '席: ', easy: '{人|ひと}: ', en: 'Seats: ' },
  size: { ja: '定員: ', easy: '{何人|なんにん}: ', en: 'Size: ' },
  sizeExactly: {
    ja: (n: number) => `${n}人`,
    easy: (n: number) => `${n}{人|にん}`,
    en: (n: number) => `${n} people`,
  },
  sizeAtMost: {
    ja: (n: number) => `${n}人以内`,
    easy: (n: number) => `${n}{人|にん}まで`,
    en: (n: number) => `${n} people at most`,
  },
  termYears: {
    ja: (n: number) => `任期: ${n}年`,
    easy: (n: number) => `${n}{年|ねん}の あいだ します`,
    en: (n: number) => (n === 1 ? 'Term: 1 year' : `Term: ${n} years`),
  },
  sessions: {
    ja: (n: number) => `会議の記録（${n}回）`,
    easy: (n: number) => `{会議|かいぎ}の {記録|きろく}（${n}{回|かい}）`,
    en: (n: number) => `Record of meetings (${n})`,
  },
  session: {
    ja: (n: number) => `第${n}回`,
    easy: (n: number) => `${n}{回目|かいめ}`,
    en: (n: number) => `No. ${n}`,
  },
  meetingTotal: {
    ja: (until: string, meetings: number, reports: number) => `${until}まで: 会議${meetings}回、答申${reports}回`,
    easy: (until: string, meetings: number, reports: number) =>
      `${until}まで: {会議|かいぎ} ${meetings}{回|かい}、{答申|とうしん} ${reports}{回|かい}`,
    en: (until: string, meetings: number, reports: number) =>
      `Until ${until}: ${meetings} meetings, ${reports} reports`,
  },
  problems: { ja: '残された課題', easy: 'こまって いる こと', en: 'Open problems' },
  remedies: { ja: '手だて: ', easy: 'する こと: ', en: 'Remedies: ' },
  figuresLead: {
    ja: '市の文書にある数字です。この仕組みの記録から数えた数字とは、別のものとして示しています。',
    easy: '{市|し}の {文書|ぶんしょ}に ある {数|かず}です。この サイトで {数|かぞ}えた {数|かず}とは べつです。',
    en: 'Figures stated in the city’s documents. They are kept apart from what is counted from the records here.',
  },
  source: {
    ja: (city: string) => `出典: ${city}の資料`,
    easy: (city: string) => `${city}の {文書|ぶんしょ}から`,
    en: (city: string) => `Source: documents of ${city}`,
  },
  fiscalYear: { ja: '年度', easy: 'ねんど', en: 'Fiscal year' },
  year: { ja: '年', easy: 'ねん', en: 'Year' },
  timeUnknown: { ja: '時期不明', easy: 'いつか わかりません', en: 'time unknown' },
  definitions: { ja: '言葉の意味', easy: 'ことばの いみ', en: 'What words mean' },
  aims: { ja: '目的と意義', easy: 'どうして するか', en: 'Aims' },
  background: { ja: '背景', easy: 'どうして できたか', en: 'Background' },
  visions: { ja: 'めざすまち', easy: 'こんな まちに したい', en: 'The town it hopes for' },
  otherWays: { ja: 'ほかの見方', easy: 'ほかの {見|み}かた', en: 'Other ways to look at it' },
  toCompare: { ja: 'ほかの市とくらべる', easy: 'ほかの {市|し}と くらべる', en: 'Compare with another city' },
  toVersions: { ja: '版とその違いを見る', easy: '{前|まえ}の きまりを {見|み}る', en: 'Versions and what changed' },
  nickname: { ja: '通称 ', easy: 'よびかた ', en: 'known as ' },
  inForce: {
    ja: (day: string) => `${day}施行`,
    easy: (day: string) => `${day}から`,
    en: (day: string) => `in force since ${day}`,
  },
  made: {
    ja: (day: string) => `${day}策定`,
    easy: (day: string) => `${day}に できました`,
    en: (day: string) => `made in ${day}`,
  },
  basedOn: { ja: '根拠: ', easy: 'もとの きまり: ', en: 'based on ' },
  articles: { ja: '条文', easy: 'じょうぶん', en: 'Articles' },
  article: { ja: '条', easy: 'じょう', en: 'Article' },
  articleNumber: {
    ja: (n: string) => `第${n.replace('-', '条から第')}条`,
    easy: (n: string) => `{第|だい}${n.replace('-', '〜')}{条|じょう}`,
    en: (n: string) => n.replace('-', '–'),
  },
  articleHeading: { ja: '見出し', easy: 'なまえ', en: 'Heading' },
  articleSummary: { ja: '内容のあらまし', easy: 'なかみ', en: 'In short' },
  articleInForce: { ja: '施行', easy: 'いつから', en: 'In force' },
  structure: { ja: '構成', easy: '{中|なか}の {順番|じゅんばん}', en: 'Contents' },
  compareTitle: { ja: '指針を見くらべる', easy: '{市|し}の きまりを くらべる', en: 'Compare two cities' },
  compareLead: {
    ja: '二つの市の指針を、並べて見られます。言い方の違いは違いのまま示し、無理に同じものとして数えません。',
    easy: '2つの {市|し}の きまりを、ならべて {見|み}る ことが できます。',
    en: 'The charters of two cities, side by side. Where they differ in words they are shown as different, never forced into one.',
  },
  leftCity: { ja: '左の市', easy: '1つめの {市|し}', en: 'First city' },
  rightCity: { ja: '右の市', easy: '2つめの {市|し}', en: 'Second city' },
  compareDo: { ja: 'くらべる', easy: 'くらべる', en: 'Compare' },
  pickTwo: { ja: '市を二つ選んでください。', easy: '{市|し}を 2つ えらんで ください。', en: 'Choose two cities.' },
  compareCaption: {
    ja: (one: string, two: string) => `${one}と${two}`,
    easy: (one: string, two: string) => `${one}と ${two}`,
    en: (one: string, two: string) => `${one} and ${two}`,
  },
  looked: { ja: '見るところ', easy: '{見|み}る ところ', en: 'What is compared' },
  notLaidDown: { ja: '定めなし', easy: 'きまりは ありません', en: 'Not laid down' },
  documents: { ja: '文書', easy: '{文書|ぶんしょ}', en: 'Documents' },
  whoWithWhom: { ja: 'だれとだれの協働か', easy: 'だれと だれが するか', en: 'Who collaborates with whom' },
  principlesAt: {
    ja: (n: number) => `原則など（${n}）`,
    easy: (n: number) => `たいせつに する こと（${n}）`,
    en: (n: number) => `Principles (${n})`,
  },
  phases: { ja: '評価の段階', easy: 'ふりかえる とき', en: 'Phases of evaluation' },
  evaluatingSides: { ja: '評価する側', easy: 'ふりかえる {人|ひと}', en: 'Who evaluates' },
  timeLimit: { ja: '時限性', easy: 'いつまで', en: 'Time limit' },
  continuing: { ja: '評価なしの継続', easy: 'ふりかえらないで {続|つづ}ける こと', en: 'Going on without evaluation' },
  notPossible: { ja: 'できない', easy: 'できません', en: 'Not possible' },
  notPrevented: { ja: '妨げない', easy: 'できます', en: 'Not prevented' },
  wholeCity: { ja: '市全域', easy: '{市|し} {全部|ぜんぶ}', en: 'The whole city' },
  versionsLead: {
    ja: '版が改まっても、それまでの版のもとで始まったことは、その版のまま続きます。',
    easy: 'きまりが {新|あたら}しく なっても、{前|まえ}に {始|はじ}まった ことは、{前|まえ}の きまりで {続|つづ}きます。',
    en: 'When a new version comes, what began under an older one goes on under that one.',
  },
  versionNow: { ja: 'いまの版: ', easy: '{今|いま}の {版|はん}: ', en: 'The version now: ' },
  earlierVersions: { ja: 'これまでの版', easy: 'これまでの {版|はん}', en: 'All versions' },
  version: { ja: '版', easy: 'なまえ', en: 'Version' },
  validFrom: { ja: '効力をもつ日', easy: 'いつから', en: 'In force since' },
  differenceOf: {
    ja: (version: string) => `版「${version}」の違い`,
    easy: (version: string) => `{版|はん}「${version}」の ちがい`,
    en: (version: string) => `What version “${version}” changed`,
  },
  firstVersion: {
    ja: 'はじめの版です。くらべる前の版はありません。',
    easy: 'はじめの {版|はん}です。{前|まえ}の {版|はん}は ありません。',
    en: 'This is the first version; there is none before it to compare with.',
  },
  sameAs: {
    ja: (version: string) => `前の版「${version}」と同じ内容です。`,
    easy: (version: string) => `{前|まえ}の {版|はん}「${version}」と {同|おな}じです。`,
    en: (version: string) => `It says the same as version “${version}”.`,
  },
  versionNamed: {
    ja: (version: string) => `版「${version}」`,
    easy: (version: string) => `{版|はん}「${version}」`,
    en: (version: string) => `version “${version}”`,
  },
} satisfies Record<string, InAll<unknown>>

/** What the record must show for a principle. */
export const evidenceWords: Record<string, InAll> = {
  'shared-purpose': {
    ja: '全員が合意した目的と目標',
    easy: 'みんなで {決|き}めた めあて',
    en: 'a purpose and targets agreed by all',
  },
  'role-division': {
    ja: '署名された役割の表',
    easy: 'だれが {何|なに}を するか {書|か}いた {表|ひょう}',
    en: 'a signed table of roles',
  },
  equality: {
    ja: '同じ文への署名と、たがいに見ないで行った評価',
    easy: 'みんなが {名前|なまえ}を {書|か}いた こと、べつべつに ふりかえった こと',
    en: 'signatures under the same text, and evaluations made without seeing the other’s',
  },
  openness: {
    ja: '公開のページ・合意・報告・評価',
    easy: 'みんなが {見|み}る ことが できる ページ',
    en: 'a public page, agreement, report and evaluation',
  },
  talks: {
    ja: '決定の前の話し合い',
    easy: '{決|き}める {前|まえ}の {話|はな}し{合|あ}い',
    en: 'talks before the decision',
  },
  independence: {
    ja: 'それぞれが持ち寄ったもの',
    easy: 'それぞれが もって きた もの',
    en: 'what each party contributed',
  },
  evaluation: {
    ja: '双方の評価とふりかえり',
    easy: 'みんなの ふりかえり',
    en: 'evaluations from both sides and the talk about them',
  },
  'time-limit': {
    ja: '期間と、その終わりの判断',
    easy: 'いつまでか、{続|つづ}けるか',
    en: 'the term, and the decision at its end',
  },
  'public-benefit': {
    ja: '資格の確認と、利益を受ける人',
    easy: 'だれの ために なるか',
    en: 'eligibility checked, and who benefits',
  },
}

/** What must be settled for a form. */
export const needWords: Record<string, InAll> = {
  agreement: { ja: '取り決め（協定など）', easy: '{約束|やくそく}', en: 'an agreement' },
  money: { ja: 'お金', easy: 'お{金|かね}', en: 'money' },
  term: { ja: '期間', easy: 'いつまで', en: 'the term' },
  roles: { ja: '役割', easy: '{役|やく}わり', en: 'roles' },
  targets: { ja: '目標', easy: 'めあて', en: 'targets' },
  place: { ja: '場所', easy: '{場所|ばしょ}', en: 'a place' },
  supplies: { ja: '物品', easy: 'もの', en: 'supplies' },
  seats: { ja: '委員の席', easy: '{委員|いいん}の {席|せき}', en: 'seats on a committee' },
  'name-use': { ja: '名義の使用', easy: '{市|し}の {名前|なまえ}を つかう こと', en: 'use of the city’s name' },
}

/** In what a series of figures is counted. */
export const unitWords: Record<string, InAll> = {
  yen: { ja: '円', easy: '{円|えん}', en: ' yen' },
  projects: { ja: '件', easy: '', en: '' },
  meetings: { ja: '回', easy: '{回|かい}', en: '' },
  people: { ja: '人', easy: '{人|にん}', en: '' },
  places: { ja: 'か所', easy: '', en: '' },
  percent: { ja: '%', easy: '%', en: '%' },
  bodies: { ja: '団体', easy: '', en: '' },
}

type Document = Charter['documents'][number]

export const standingWords: Record<Document['standing'], InAll> = {
  charter: { ja: 'この指針', easy: 'この きまり', en: 'This charter' },
  basis: { ja: 'もとになるきまり', easy: 'もとの きまり', en: 'What it rests on' },
  related: { ja: 'かかわりのあるきまり', easy: 'ほかの きまり', en: 'Related rules' },
  material: { ja: '資料', easy: '{資料|しりょう}', en: 'Material' },
}

export const documentWords: Record<Document['kind'], InAll> = {
  ordinance: { ja: '条例', easy: '{条例|じょうれい}', en: 'ordinance' },
  regulation: { ja: '規則', easy: '{規則|きそく}', en: 'regulation' },
  outline: { ja: '要綱', easy: '{要綱|ようこう}', en: 'outline' },
  rule: { ja: 'ルール', easy: 'ルール', en: 'rule' },
  guideline: { ja: '指針・ガイドライン', easy: '{指針|ししん}', en: 'guideline' },
  plan: { ja: '計画', easy: '{計画|けいかく}', en: 'plan' },
  declaration: { ja: '宣言', easy: '{宣言|せんげん}', en: 'declaration' },
  leaflet: { ja: 'リーフレット', easy: 'リーフレット', en: 'leaflet' },
  handout: { ja: '会議資料', easy: '{会議|かいぎ}の {資料|しりょう}', en: 'handout of a meeting' },
  'status-sheet': { ja: '実施状況シート', easy: 'ようすの {表|ひょう}', en: 'status sheet' },
  report: { ja: '報告書', easy: '{報告|ほうこく}', en: 'report' },
}
