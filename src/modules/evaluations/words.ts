import { catalogue } from '../../platform/words/catalogue.ts'
import type { Charter } from '../charters/index.ts'

/** The words of the list of evaluations. */
export const say = catalogue({
  own: { ja: 'かかわっている評価', easy: 'あなたの もの', en: 'Those you take part in' },
  project: { ja: '事業', easy: 'なまえ', en: 'Project' },
  year: { ja: '年度', easy: 'ねんど', en: 'Fiscal year' },
  state: { ja: '状態', easy: 'ようす', en: 'State' },
  due: { ja: '期日', easy: 'いつまで', en: 'Due' },
  released: { ja: '公表されたもの', easy: 'みんなが {見|み}る ことが できる もの', en: 'Published' },
  none: { ja: '公表されたものは、まだありません。', easy: 'まだ ありません。', en: 'None has been published yet.' },
  next: { ja: 'これから', easy: 'これから', en: 'What comes next' },
})

const parts: Record<Charter['evaluation']['publication']['what'][number], string> = {
  grades: 'それぞれの評価',
  words: '理由や気づいたこと',
  'joint-talk': '話し合って確かめたこと',
  decision: 'これからのことと、その理由',
  summary: 'まとめ',
}

/** What the charter makes public of an evaluation. */
export const published = (charter: Charter): string =>
  charter.evaluation.publication.what.map((one) => parts[one]).join('、')

/** Before an answer is sent that is awaited: with the last one, all open at once. */
export const opensTogether = '全員の回答がそろうと、全員に同時に開かれ、かかわる方すべてにメールでお知らせします。'

/** Before an answer is sent that comes after the opening: it is kept and marked, and does not count (rulings 20). */
export const comesLate = [
  'この評価の回答は、すでに開かれています。締切後に届いたものとして残しますが、比べることや数えることには使いません。',
  '受け付けると、かかわる方がすぐに読めます。受け付けたあとは、直せません。',
]

/** What the section does for a group that uses no mail, it does as the section. */
export const section = '協働の担当課'
