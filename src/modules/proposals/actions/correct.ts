import { entriesOf } from '../../../platform/record/index.ts'
import { today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { corrected, ledOn } from '../events.ts'
import { correctionMail } from '../letters.ts'
import { mayCorrect } from '../may.ts'
import { isDecidedByTwo, isReleased, wrongCorrection } from '../proposal/decision.ts'
import { correctionLetter } from '../proposal/documents.ts'
import { CorrectionForm } from '../proposal/typed.ts'
import { proposal } from '../subject.tsx'
import type { Proposal } from '../tables.ts'
import { correctionOf, putCorrection } from '../writes/correction.ts'
import { CorrectionFields, correctionBlank, correctionEntered, decisionWording } from './correct.page.tsx'

/** Corrects a decision (訂正) with a reason and a new letter, also where it was released. */
export const correctDecision = action(proposal, {
  path: 'decision/correction',
  who: mayCorrect,
  fourEyes: isDecidedByTwo,
  entered: correctionEntered,
  form: CorrectionForm,
  wrong: (one, typed, now) => wrongCorrection(one, typed, today(now)),
  load: async ({ db }, { id }) => {
    const begun = (await entriesOf(db, [{ kind: 'proposal', id }])).findLast(ledOn.is)
    return { begun: begun ? ledOn.read(begun) : {} }
  },
  edits: ({ thing }) => correctionBlank(thing),
  wording: ({ thing }) => decisionWording(thing),
  label: '決定を訂正する',
  confirm: 'この内容で訂正する',
  leave: '訂正せずに戻る',
  tone: 'quiet',
  lead: 'いまの決定が入っています。誤っていたところだけを直してください。',
  before: ({ thing }) => [
    '訂正の通知書に新しい番号が付きます。はじめの通知書も、訂正されたことが分かるように残ります。',
    isReleased(thing)
      ? '公表のページ、一覧、検索、データが、すぐに訂正した内容に変わります。訂正した日と理由も載ります。'
      : '公表するときは、訂正した日と理由も載ります。',
  ],
  undo: { by: 'decision/correction' },
  fields: CorrectionFields,
  do: async (act, one, input) => {
    const correction = await putCorrection(act, one, correctionOf(act, one, input))
    const { on, reason, changes } = correction
    return made(corrected({ reason, changed: changes.map(({ label }) => label), public: { on } }), correction)
  },
  letter: {
    kind: 'proposal.decision',
    corrects: 'proposal.decision',
    draft: (act, one, input) => correctionLetter(printed(one), correctionOf(act, one, input)),
    issued: (_, { made: correction }, one) => correctionLetter(printed(one), correction),
  },
  tells: () => [correctionMail],
  done: '決定を訂正しました。訂正の通知書ができています。',
})

const printed = (one: Proposal) => ({ proposal: one, charter: one.charter })
