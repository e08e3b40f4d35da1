import { z } from 'zod'
import { drawn, fields, reasonField } from '../../../platform/fields/index.ts'
import { plainDateLabel, today } from '../../../platform/time/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { asksFourEyes } from '../../charters/index.ts'
import { limits } from '../../texts/index.ts'
import { terminated } from '../events.ts'
import { terminationMail } from '../letters.ts'
import { mayTerminate } from '../may.ts'
import { agreement } from '../subject.tsx'
import type { Agreement } from '../tables.ts'
import { redraft, reviseAgreement, searchAgain } from '../writes/row.ts'

const reason = reasonField('取りやめる理由', limits.reason, {
  hint: '当事者と担当課だけが読みます。公開されません。',
  rows: 4,
})
const public_reason = drawn(fields.optionalText(limits.reason), {
  as: 'text',
  label: '公開のページに載せる理由',
  hint: '公開されます。個人の事情は書かないでください。空のままにすると、公開のページには取りやめた日だけが載ります。',
  maxlength: limits.reason,
  rows: 3,
})
const ended_on = drawn(fields.date('いつから取りやめるか'), {
  as: 'date',
  label: '取りやめる日',
  required: true,
})

const InForce = z.object({ reason, public_reason, ended_on })
/** An unsigned agreement was never public, so its end needs no public reason. */
const Unsigned = z.object({ reason, public_reason: z.literal('').default(''), ended_on })

/** Terminates the agreement for a party or the section; every party receives the reason. */
export const terminateAgreement = action(agreement, {
  path: 'termination',
  moves: 'terminate',
  who: mayTerminate,
  // Four eyes are needed only once every party has signed; before that nothing is in force.
  fourEyes: ({ charter, current }) => current !== undefined && asksFourEyes(charter, 'agreement.termination'),
  form: ({ thing }) => (thing.current ? InForce : Unsigned),
  wrong: (one, { ended_on }) => ({
    ended_on: ended_on && !isWithinTerm(one, ended_on) ? '取りやめる日は、期間のうちの日付にしてください。' : undefined,
  }),
  blank: (_, { now }) => ({ ended_on: plainDateLabel(today(now)) }),
  entered: (one, input) => terminationEntered(one, input),
  label: '取りやめる',
  tone: 'quiet',
  danger: true,
  before: ({ thing }) => (thing.current ? ['取りやめたことと取りやめた日は、公開のページに載ります。'] : []),
  undo: { never: '取りやめたことは、元に戻せません。' },
  do: async (act, one, input) => {
    const open = one.current ? input.public_reason : ''
    const values = {
      offered_version: null,
      offered_at: null,
      ended_on: input.ended_on,
      termination: input.reason,
      public_termination: open,
    }
    // The offered text becomes the draft again so that the parties it names can still read it.
    const unsigned = one.current ? undefined : one.offered
    const row = await (unsigned ? redraft(act, one, unsigned, values) : reviseAgreement(act, one, values))
    await searchAgain(act.tx, row)
    const words = { on: input.ended_on, ...(open ? { reason: open } : {}) }
    return terminated({ version: one.version, reason: input.reason, public: words })
  },
  tells: () => [terminationMail],
  done: '取りやめました。',
})

/** Returns what was entered in words; an agreement that was never in force has no public reason. */
function terminationEntered({ current }: Agreement, input: z.output<typeof InForce | typeof Unsigned>) {
  const open = input.public_reason || 'なし（取りやめた日だけ載ります）'
  return [
    { label: '取りやめる日', value: plainDateLabel(input.ended_on) },
    { label: '取りやめる理由', value: input.reason },
    ...(current ? [{ label: '公開のページに載せる理由', value: open }] : []),
  ]
}

const isWithinTerm = ({ current, ends_on }: Agreement, day: string): boolean =>
  !current || (day >= current.text.starts_on && (ends_on === null || day <= ends_on))
