import { defineLifecycle } from '../../platform/lifecycle.ts'

export const lifecycle = defineLifecycle(
  '評価',
  {
    answering: {
      label: '回答中',
      easy: '{書|か}いて います',
      en: 'Being answered',
      meaning: 'それぞれが、ほかの方の回答を見ずに答えています。そろうまで、だれの回答もだれにも見えません。',
      tone: 'waiting',
    },
    opened: {
      label: '開かれました',
      easy: '{答|こた}えが {見|み}えます',
      en: 'Opened',
      meaning: '回答が開かれました。違いをもとに、話し合うところです。',
      tone: 'going',
    },
    talked: {
      label: 'ふりかえり済み',
      easy: '{話|はな}し{合|あ}いました',
      en: 'Talked over',
      meaning: '話し合いの記録があります。これからのことを決めるところです。',
      tone: 'going',
    },
    decided: {
      label: '判断済み',
      easy: '{決|き}まりました',
      en: 'Decided',
      meaning: 'これからのことが決まりました。',
      tone: 'done',
    },
  },
  {
    answer: { from: ['answering'], to: 'answering', label: '回答する' },
    extend: { from: ['answering'], to: 'answering', label: '期日を延ばす' },
    open: { from: ['answering'], to: 'opened', label: '回答を開く' },
    close: { from: ['answering'], to: 'opened', label: '締め切って開く' },
    talk: { from: ['opened', 'talked'], to: 'talked', label: '話し合いを記録する' },
    decide: { from: ['opened', 'talked'], to: 'decided', label: 'これからを決める' },
    annul: { from: ['decided'], to: 'talked', label: 'これからの決定を取り消す' },
    annulUntalked: { from: ['decided'], to: 'opened', label: '話し合いのない評価の決定を取り消す' },
  },
)

export type EvaluationState = keyof typeof lifecycle.states
export type EvaluationVerb = keyof typeof lifecycle.moves
