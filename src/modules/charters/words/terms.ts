import type { Lang } from '../../../platform/words/lang.ts'
import type { Charter } from '../schema/charter.ts'
import type { Need } from '../schema/forms.ts'
import type { EvidenceKey } from '../schema/principles.ts'

type InAll = Record<Lang, string>

export const evidenceWords: Record<EvidenceKey, InAll> = {
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

export const needWords: Record<Need, InAll> = {
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

export const unitWords: Record<Charter['figures'][number]['unit'], InAll> = {
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

export const reach: Record<'telephone' | 'noTelephone' | 'fax' | 'email', InAll> = {
  telephone: { ja: '電話', easy: '{電話|でんわ}', en: 'Telephone' },
  noTelephone: {
    ja: '電話　役所の代表番号から、この窓口をお呼び出しください',
    easy: '{電話|でんわ}　{市役所|しやくしょ}に かけて、この {窓口|まどぐち}を {呼|よ}んで ください',
    en: 'Telephone: call the city hall’s main number and ask for this office',
  },
  fax: { ja: 'ファクス', easy: 'ファクス', en: 'Fax' },
  email: { ja: 'メール', easy: 'メール', en: 'Email' },
}

/** Places whose entries have no label of their own. */
export const placeWords: Partial<Record<string, InAll>> = {
  actors: { ja: '主体の種類', easy: '{人|ひと}や グループの {種類|しゅるい}', en: 'Kinds of party' },
  patterns: { ja: '当事者の組み合わせ', easy: 'だれと だれ', en: 'Sets of parties' },
  refusals: {
    ja: '協働にならない組み合わせ',
    easy: '{協働|きょうどう}に ならない とき',
    en: 'What is no collaboration',
  },
  areas: { ja: '領域の区分', easy: 'わけかた', en: 'Areas' },
  fourEyes: {
    ja: '起案と確認を別の職員が行う手続き',
    easy: '{二人|ふたり}の {職員|しょくいん}で {決|き}める こと',
    en: 'Acts that one officer prepares and another confirms',
  },
  programmes: { ja: '制度', easy: 'しくみ', en: 'Programmes' },
  tracks: { ja: '提案の区分', easy: 'わけかた', en: 'Tracks' },
  decisions: { ja: '決定の区分', easy: '{決|き}めかた', en: 'Decisions' },
  sides: { ja: '評価する側', easy: 'ふりかえる {人|ひと}', en: 'Who evaluates' },
  deadline: { ja: '期日', easy: 'いつまで', en: 'Deadline' },
  publication: { ja: '公表', easy: 'みんなに {知|し}らせる', en: 'Publication' },
  requiredForContinuation: {
    ja: '継続の条件となる評価',
    easy: '{続|つづ}ける ための ふりかえり',
    en: 'Evaluation before going on',
  },
  limits: { ja: '期間と更新の上限', easy: 'いつまで、{何回|なんかい}まで', en: 'Longest terms and renewals' },
  renewalNeeds: {
    ja: '継続を決める前に必要なこと',
    easy: '{続|つづ}ける {前|まえ}に する こと',
    en: 'What is needed before going on',
  },
}
