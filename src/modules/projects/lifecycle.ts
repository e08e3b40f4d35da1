import { defineLifecycle } from '../../platform/lifecycle.ts'

export const lifecycle = defineLifecycle(
  '事業',
  {
    planned: {
      label: '準備中',
      easy: 'じゅんび{中|ちゅう}',
      en: 'Preparing',
      meaning: '始める準備をしています。',
      tone: 'quiet',
    },
    active: { label: '実施中', easy: 'して います', en: 'Under way', meaning: 'いま行われています。', tone: 'going' },
    awaiting_evaluation: {
      label: '評価待ち',
      easy: 'ふりかえりを して います',
      en: 'Being evaluated',
      meaning: '活動を終え、かかわった皆さんがそれぞれに評価しているところです。',
      tone: 'waiting',
    },
    evaluated: {
      label: '評価済み',
      easy: 'ふりかえりを しました',
      en: 'Evaluated',
      meaning: '評価が出そろい、これからどうするかを決めるところです。',
      tone: 'waiting',
    },
    decided: {
      label: '判断済み',
      easy: '{決|き}まりました',
      en: 'Decided',
      meaning: '評価をもとに、続けるかどうかが決まりました。',
      tone: 'done',
    },
  },
  {
    start: { from: ['planned'], to: 'active', label: '事業を始める' },
    finish: { from: ['active'], to: 'awaiting_evaluation', label: '活動を終えて評価に進む' },
    evaluate: { from: ['awaiting_evaluation'], to: 'evaluated', label: '評価を開く' },
    decide: { from: ['awaiting_evaluation', 'evaluated'], to: 'decided', label: 'これからを決める' },
    correct: { from: ['decided'], to: 'decided', label: 'これからの決定を訂正する' },
    annul: { from: ['decided'], to: 'evaluated', label: 'これからの決定を取り消す' },
    annulUnevaluated: { from: ['decided'], to: 'awaiting_evaluation', label: '評価のない事業の決定を取り消す' },
    stop: { from: ['planned', 'active'], to: 'decided', label: '途中で終える' },
  },
)

export type ProjectState = keyof typeof lifecycle.states
export type ProjectVerb = keyof typeof lifecycle.moves
