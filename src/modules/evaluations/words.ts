import { catalogue } from '../../platform/words/catalogue.ts'
import type { Charter } from '../charters/index.ts'

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

export const publishedParts = (charter: Charter): string =>
  charter.evaluation.publication.what.map((one) => parts[one]).join('、')

/** Shown before an expected answer is sent. */
export const opensTogether = '全員の回答がそろうと、全員に同時に開かれ、かかわる方すべてにメールでお知らせします。'

/** Shown before an answer after the opening is sent: it is kept and marked, but not counted (rulings 20). */
export const comesLate = [
  'この評価の回答は、すでに開かれています。締切後に届いたものとして残しますが、比べることや数えることには使いません。',
  '受け付けると、かかわる方がすぐに読めます。受け付けたあとは、直せません。',
]

/** The inbox names the section where it acts for a group that uses no mail. */
export const section = '協働の担当課'
