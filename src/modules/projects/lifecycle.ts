import { defineLifecycle } from '../../platform/lifecycle.ts'
import type { EventSpec } from '../../platform/module.ts'

/** Where a collaboration project stands, from its plan to the decision whether it goes on. */
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
    stop: { from: ['planned', 'active'], to: 'decided', label: '途中で終える' },
  },
)

export type ProjectState = keyof typeof lifecycle.states
export type ProjectVerb = keyof typeof lifecycle.moves

/** What is decided after the evaluation; the charter words them. */
export const decisions = ['continue', 'improve', 'hand-over', 'end'] as const
export type Decision = (typeof decisions)[number]

/** Whether a decision means that the project goes on next year. */
export const goesOn = (decision: Decision | null): boolean => decision === 'continue' || decision === 'improve'

const after = (title: unknown) => (title ? `：${title}` : '')

/** What the record of a project says, and to whom. */
export const events: Record<string, EventSpec> = {
  'project.entered': { says: () => '事業を登録しました', audience: 'public' },
  'project.renewed': { says: () => '次の年度の事業をつくりました', audience: 'public' },
  'project.agreement-joined': { says: () => '署名のすんだ取り決めを、この事業のもとにしました', audience: 'public' },
  'project.revised': { says: () => '登録の内容を改めました', audience: 'parties' },
  'project.started': { says: () => '事業を始めました', audience: 'public' },
  'project.reported': { says: ({ title }) => `活動を報告しました：${title}`, audience: 'parties' },
  'project.talked': { says: ({ title }) => `話し合いの記録を残しました：${title}`, audience: 'parties' },
  'project.report-revised': { says: ({ title }) => `報告を直しました：${title}`, audience: 'parties' },
  'project.targets-set': { says: () => '目標と結果を書きました', audience: 'public' },
  'project.milestone-set': { says: ({ title }) => `予定を加えました${after(title)}`, audience: 'public' },
  'project.milestone-reached': { says: ({ title }) => `予定を済ませました${after(title)}`, audience: 'public' },
  'project.step-done': { says: ({ step }) => `「${step}」を行いました`, audience: 'parties' },
  'project.finished': { says: () => '活動を終えました', audience: 'public' },
  'project.evaluated': { says: () => '評価が出そろいました', audience: 'public' },
  'project.decided': { says: () => 'これからのことが決まりました', audience: 'public' },
  'project.stopped': { says: () => '途中で終えることが決まりました', audience: 'public' },
  'project.released': { says: () => '事業のページを公開しました', audience: 'public' },
  'project.retracted': { says: () => '事業のページの公開をやめました', audience: 'parties' },
}
