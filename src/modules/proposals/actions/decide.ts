import { z } from 'zod'
import { cityOf, newId } from '../../../platform/db/index.ts'
import { fields } from '../../../platform/fields/index.ts'
import { nextNumber } from '../../../platform/numbers/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { fiscalYearOf, type IsoDate, plainDateLabel, today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { asksFourEyes } from '../../charters/index.ts'
import { isSection } from '../../parties/index.ts'
import { decided } from '../events.ts'
import { decisionMail } from '../letters.ts'
import { type Decision, decisions } from '../lifecycle.ts'
import { mayDecide } from '../may.ts'
import { decisionLetter } from '../proposal/documents.ts'
import { limits } from '../proposal/draft.ts'
import { isProposer, offeredDecisions } from '../proposal/standing.ts'
import { proposal, standsFor } from '../subject.tsx'
import type { Proposal } from '../tables.ts'
import { moveProposal } from '../writes.ts'
import { DecisionFields, decisionEntered } from './decide.page.tsx'

/** The decision always has its reasons; one with conditions has these too. */
const DecisionForm = z
  .object({
    decision: fields.choice(decisions, '決定'),
    reasons: fields.text({ missing: '理由を書いてください。団体の方と市民の方が読みます。' }, limits.reasons),
    conditions: fields.optionalText(limits.conditions),
    decided_on: fields.date('決定した日'),
    released_on: fields.optionalDate({ missing: '公表する日を、年月日で入力してください。' }),
  })
  .superRefine((input, context) => {
    if (input.decision === 'conditionally_adopted' && !input.conditions)
      context.addIssue({ code: 'custom', path: ['conditions'], message: '採択の条件を書いてください。' })
    if (input.released_on && input.released_on < input.decided_on)
      context.addIssue({
        code: 'custom',
        path: ['released_on'],
        message: '公表する日は、決定した日と同じ日か、それより後の日にしてください。',
      })
  })

/** The city's answer, always with its reasons; its letter is numbered in the same transaction. */
export const decideProposal = action(proposal, {
  path: 'decision',
  moves: 'decide',
  who: mayDecide,
  fourEyes: ({ charter }) => asksFourEyes(charter, 'proposal.decision'),
  entered: decisionEntered,
  form: DecisionForm,
  blank: (_, c) => ({ decided_on: plainDateLabel(today(c.now)) }),
  label: '決定する',
  confirm: 'この内容で決定する',
  leave: '決定せずに戻る',
  lead: '理由は、通知書に印刷され、公表のときにはそのまま公開されます。団体の方が納得できる言葉で書いてください。',
  before: () => [
    '通知書に番号が付き、団体が受け取れるようになります。',
    '公表は、公表する日から、別の手続きで行います。',
  ],
  undo: { never: '決定は、元に戻せません。保留と決めたときだけ、審査を再開できます。' },
  fields: DecisionFields,
  do: async (act, one, { released_on, ...input }) => {
    const { tx, now } = act
    ensureDecidable(one, input.decision, input.decided_on, today(now))
    const conditions = conditionsOf(input.decision, input.conditions)
    const letter_year = fiscalYearOf(input.decided_on)
    const letter_number = await nextNumber(tx, 'letter', letter_year)
    const values = { ...input, conditions, letter_year, letter_number }
    const row = await moveProposal(act, one, { ...values, released_on: released_on ?? input.decided_on })
    await tx
      .insertInto('proposal_decisions')
      .values({ city_id: cityOf(tx), id: newId(), proposal_id: one.id, ...values, at: now })
      .execute()
    return made(decided({ public: { decision: input.decision, on: input.decided_on } }), row)
  },
  letter: {
    kind: 'proposal.decision',
    draft: (_, one, { decision, reasons, conditions, decided_on }) =>
      decisionLetter({
        proposal: {
          ...one,
          decision,
          reasons,
          conditions: conditionsOf(decision, conditions),
          decided_on,
          letter_number: null,
        },
        charter: one.charter,
      }),
    issued: (_, { made: row }, one) => decisionLetter({ proposal: { ...one, ...row }, charter: one.charter }),
  },
  tells: () => [decisionMail],
  done: '決定しました。通知書ができています。',
  waits: (row, { actor }) =>
    row.state === 'under_review' && isSection(actor) && !isProposer(actor, row)
      ? [{ since: row.state_since, ...standsFor(row, actor) }]
      : [],
})

/** Conditions that were typed before another decision was chosen are none. */
const conditionsOf = (decision: Decision, typed: string) => (decision === 'conditionally_adopted' ? typed : '')

/** One of the programme's own decisions, on a day between the receipt and today. */
function ensureDecidable(one: Proposal, decision: (typeof decisions)[number], on: IsoDate, day: IsoDate): void {
  if (!offeredDecisions(one.charter, one.programme).includes(decision))
    throw new Invalid({ decision: '決定を、示された中から選んでください。' })
  if (on > day) throw new Invalid({ decided_on: '決定した日は、今日までの日にしてください。' })
  if (one.received_on && on < one.received_on)
    throw new Invalid({
      decided_on: `決定した日は、受け付けた日（${plainDateLabel(one.received_on)}）か、それより後の日にしてください。`,
    })
}
