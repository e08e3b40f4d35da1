import { defineLifecycle } from '../../platform/lifecycle.ts'

export const lifecycle = defineLifecycle(
  '提案',
  {
    draft: {
      label: '下書き',
      easy: '{書|か}いて います',
      en: 'Draft',
      meaning: '団体が書いているところです。市にはまだ届いていません。',
      tone: 'quiet',
    },
    submitted: {
      label: '提出済み',
      easy: '{送|おく}りました',
      en: 'Submitted',
      meaning: '市に届きました。市が内容を確かめています。',
      tone: 'waiting',
    },
    returned: {
      label: '補正待ち',
      easy: 'なおして います',
      en: 'Being corrected',
      meaning: '市から、直してほしいところをお伝えしました。団体の直しを待っています。',
      tone: 'waiting',
    },
    accepted: {
      label: '受理',
      easy: '{市|し}が うけとりました',
      en: 'Accepted for talks',
      meaning: '市が受理しました。担当課との話し合いが始まるのを待っています。',
      tone: 'going',
    },
    in_talks: {
      label: '協議中',
      easy: '{話|はな}し{合|あ}って います',
      en: 'In talks',
      meaning: '団体と市が、内容を話し合っています。',
      tone: 'going',
    },
    under_review: {
      label: '審査中',
      easy: '{市|し}が {考|かんが}えて います',
      en: 'Under review',
      meaning: '市が、採択するかどうかを審査しています。',
      tone: 'going',
    },
    decided: {
      label: '決定',
      easy: '{決|き}まりました',
      en: 'Decided',
      meaning: '市が、理由をつけて決定しました。',
      tone: 'done',
    },
    withdrawn: {
      label: '取下げ',
      easy: 'やめました',
      en: 'Withdrawn',
      meaning: '提案した団体が取り下げました。',
      tone: 'ended',
    },
    declined: {
      label: '辞退',
      easy: 'ことわりました',
      en: 'Declined',
      meaning: '採択のあとに、提案した団体が辞退しました。',
      tone: 'ended',
    },
  },
  {
    submit: { from: ['draft', 'returned'], to: 'submitted', label: '提出する' },
    return: { from: ['submitted'], to: 'returned', label: '補正を求める' },
    accept: { from: ['submitted'], to: 'accepted', label: '受理する' },
    openTalks: { from: ['accepted'], to: 'in_talks', label: '話し合いを始める' },
    revise: { from: ['in_talks'], to: 'in_talks', label: '内容を改める' },
    review: { from: ['in_talks'], to: 'under_review', label: '審査に回す' },
    decide: { from: ['under_review'], to: 'decided', label: '決定する' },
    annul: { from: ['decided'], to: 'under_review', label: '決定を取り消す' },
    resume: { from: ['decided'], to: 'under_review', label: '審査を再開する' },
    withdraw: {
      from: ['draft', 'submitted', 'returned', 'accepted', 'in_talks', 'under_review'],
      to: 'withdrawn',
      label: '取り下げる',
    },
    decline: { from: ['decided'], to: 'declined', label: '辞退する' },
  },
)

export type ProposalState = keyof typeof lifecycle.states
export type ProposalVerb = keyof typeof lifecycle.moves

export const decisions = ['adopted', 'conditionally_adopted', 'not_adopted', 'deferred'] as const
export type Decision = (typeof decisions)[number]
