import type { Lang } from '../../platform/web/index.ts'
import { catalogue } from '../../platform/words/catalogue.ts'

export const say = catalogue({
  lead: {
    ja: '市民の活動をしている団体のうち、公開している団体の一覧です。',
    easy: 'まちの ために {活動|かつどう}して いる グループです。',
    en: 'Groups active in the city that have a public page.',
  },
  register: { ja: '団体を登録する', easy: 'グループを {登録|とうろく}する', en: 'Register a group' },
  departmentsAndWards: {
    ja: '市の部署と区',
    easy: '{市役所|しやくしょ}の {係|かかり}と {区|く}',
    en: 'City departments and wards',
  },
  registerPerson: { ja: '個人を登録する', easy: '{個人|こじん}を {登録|とうろく}する', en: 'Register a person' },
  persons: { ja: '個人の登録', easy: '{個人|こじん}の {登録|とうろく}', en: 'Registered persons' },
  departments: { ja: '市の部署', easy: '{市役所|しやくしょ}の {係|かかり}', en: 'City departments' },
  formerDepartments: {
    ja: '廃止された部署',
    easy: 'いまは ない {係|かかり}',
    en: 'Former departments',
  },
  narrow: { ja: 'しぼり込み', easy: 'しぼりこむ', en: 'Narrow the list' },
  clear: { ja: '条件をすべて外す', easy: 'ぜんぶ はずす', en: 'Show everything again' },
  noneFound: {
    ja: '条件に合う団体はありません。条件をひとつ外すと、見つかることがあります。',
    easy: 'ありませんでした。えらんだ ことを 1つ はずして みて ください。',
    en: 'No group fits all of this. Take one of your choices away, and you may find one.',
  },
  noneYet: {
    ja: '公開している団体はまだありません。団体の登録は、協働の担当課で受け付けています。',
    easy: 'まだ ありません。グループの {登録|とうろく}は、{市役所|しやくしょ}で できます。',
    en: 'No group has a public page yet. The city’s collaboration section registers groups.',
  },
  caption: { ja: '公開している団体', easy: 'グループ', en: 'Groups' },
  name: { ja: '団体の名前', easy: 'なまえ', en: 'Name' },
  kind: { ja: '種類', easy: 'どんな グループ', en: 'Kind' },
  purpose: { ja: '目的', easy: 'なにを するか', en: 'Purpose' },
  departmentsLead: {
    ja: '市の側で、協働にかかわっている部署です。どの部署が、どの事業にかかわっているかを見ることができます。',
    easy: '{市役所|しやくしょ}の どの {係|かかり}が、なにを して いるか、{見|み}る ことが できます。',
    en: 'The parts of the city that take part in collaboration, and in which projects.',
  },
})

export const projectCount: Record<Lang, (n: number) => string> = {
  ja: (n) => `事業 ${n}件`,
  easy: (n) => `{事業|じぎょう} ${n}`,
  en: (n) => (n === 1 ? '1 project' : `${n} projects`),
}
