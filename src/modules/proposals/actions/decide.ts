import { plainDateLabel, today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { isSection } from '../../parties/index.ts'
import { decided, decidedAnew } from '../events.ts'
import { decisionMail, newDecisionMail } from '../letters.ts'
import { mayDecide } from '../may.ts'
import { conditionsOf, isDecidedByTwo, wrongIn } from '../proposal/decision.ts'
import { decisionLetter } from '../proposal/documents.ts'
import { isProposer } from '../proposal/proposal.ts'
import { DecisionForm } from '../proposal/typed.ts'
import { asWhom, proposal } from '../subject.tsx'
import { keepDecision, takeLetterNumber } from '../writes/decision.ts'
import { moveProposal } from '../writes/proposal.ts'
import { DecisionFields, decisionEntered } from './decide.page.tsx'

/** Decides with reasons; the letter takes its number in the same transaction. */
export const decideProposal = action(proposal, {
  path: 'decision',
  moves: 'decide',
  who: mayDecide,
  fourEyes: isDecidedByTwo,
  entered: decisionEntered,
  form: DecisionForm,
  wrong: (one, typed, now) => wrongIn(one, typed, today(now)),
  blank: (_, c) => ({ decided_on: plainDateLabel(today(c.now)) }),
  label: '決定する',
  confirm: 'この内容で決定する',
  leave: '決定せずに戻る',
  lead: '理由は、通知書に印刷され、公表のときにはそのまま公開されます。団体の方が納得できる言葉で書いてください。',
  before: () => [
    '通知書に番号が付き、団体が受け取れるようになります。',
    '公表は、公表する日から、別の手続きで行います。',
    'あとで誤りに気づいたときは、理由を示して、訂正するか取り消すことができます。はじめの通知書も残ります。',
  ],
  undo: { by: 'decision/correction' },
  fields: DecisionFields,
  do: async (act, one, { released_on, ...input }) => {
    const { tx, now } = act
    const values = { ...input, conditions: conditionsOf(input.decision, input.conditions) }
    const letter = await takeLetterNumber(tx, today(now))
    const row = await moveProposal(act, one, { ...values, ...letter, released_on: released_on ?? input.decided_on })
    await keepDecision(act, one, values, letter)
    const words = { decision: input.decision, on: input.decided_on }
    return made(one.published_at ? decidedAnew(words) : decided({ public: words }), row)
  },
  letter: {
    kind: 'proposal.decision',
    draft: ({ now }, one, { decision, reasons, conditions, decided_on }) =>
      decisionLetter({
        proposal: {
          ...one,
          decision,
          reasons,
          conditions: conditionsOf(decision, conditions),
          decided_on,
          letter_number: null,
          letter_on: today(now),
        },
        charter: one.charter,
      }),
    issued: (_, { made: row }, one) => decisionLetter({ proposal: { ...one, ...row }, charter: one.charter }),
  },
  tells: () => [decisionMail, newDecisionMail],
  done: '決定しました。通知書ができています。',
  waits: (row, { actor }) =>
    row.state === 'under_review' && isSection(actor) && !isProposer(actor, row)
      ? [{ since: row.state_since, ...asWhom(row, actor) }]
      : [],
})
