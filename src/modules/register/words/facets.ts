import type { Lang } from '../../../platform/words/lang.ts'
import type { FacetKey } from '../filter.ts'

export const facetNames: Record<FacetKey | 'city', Record<Lang, string>> = {
  year: { ja: '年度', easy: '{年度|ねんど}', en: 'Fiscal year' },
  state: { ja: '状態', easy: 'ようす', en: 'State' },
  form: { ja: '協働の形態', easy: 'やりかた', en: 'Form of collaboration' },
  zone: { ja: '領域', easy: 'わけかた', en: 'Zone' },
  type: { ja: 'はじまりの類型', easy: 'はじまりかた', en: 'How it started' },
  field: { ja: '分野', easy: 'なにの こと', en: 'Field' },
  ward: { ja: '区', easy: '{区|く}', en: 'Ward' },
  programme: { ja: '制度', easy: '{制度|せいど}', en: 'Programme' },
  kind: { ja: '団体の種類', easy: 'グループの {種類|しゅるい}', en: 'Kind of group' },
  party: { ja: '取り組む主体', easy: 'だれが', en: 'Who takes part' },
  city: { ja: '市', easy: '{市|し}', en: 'City' },
}

export const most: Record<Lang, (n: number) => string> = {
  ja: (n) => `（事業の多い順に${n}まで）`,
  easy: (n) => `（${n}まで）`,
  en: (n) => ` (the ${n} with most projects)`,
}
