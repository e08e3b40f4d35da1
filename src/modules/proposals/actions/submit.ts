import { z } from 'zod'
import { asJson, type Db } from '../../../platform/db/index.ts'
import { fields } from '../../../platform/fields/index.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { nextNumber } from '../../../platform/numbers/index.ts'
import { Conflict, Forbidden, Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { endOfDayInJapan, fiscalYearOf, type IsoDate, plainDateLabel, today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { flatten } from '../../../platform/web/index.ts'
import { programme as programmeOf, proposerRuling } from '../../charters/index.ts'
import { listCalls, openCall, receptionRuling } from '../../programmes/index.ts'
import { settled } from '../../questionnaires/index.ts'
import { submitted } from '../events.ts'
import { submissionMail } from '../letters.ts'
import { mayWriteProposal } from '../may.ts'
import { receiptLetter } from '../proposal/documents.ts'
import { problemsIn } from '../proposal/draft.ts'
import { forProposer, numberLabel, sheetIn } from '../proposal/standing.ts'
import { receiptTime } from '../queries/one.ts'
import { writingOf } from '../queries/writing.ts'
import { proposal } from '../subject.tsx'
import { type Proposal, refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { keepVersion } from '../writes/draft.ts'
import { moveProposal } from '../writes/proposal.ts'
import { SubmissionPage } from './submit.page.tsx'

/** Asked only of what came on paper: on the web the day is that of the sending. */
const SubmissionForm = z.object({
  received_on: fields.optionalDate({ missing: '届いた日を、年月日で入力してください。' }),
})

/**
 * The proposal goes to the city: complete, in time, by somebody who may propose here. It gets its number in the same
 * transaction, so no number is ever given twice or lost. One that was returned keeps its number and is not held to the call's end.
 */
export const submitProposal = action(proposal, {
  path: 'submission',
  moves: 'submit',
  who: mayWriteProposal,
  load: writingOf,
  form: SubmissionForm,
  blank: ({ thing: { received_on } }) => flatten({ received_on: received_on && plainDateLabel(received_on) }),
  label: '提出前の確認へ',
  title: ({ channel }) => (channel === 'web' ? '提出前の確認' : '入力した内容の確認'),
  confirm: ({ channel, number }) => {
    if (channel !== 'web') return '受け付ける'
    return number === null ? '提出する' : '補正したものを提出する'
  },
  leave: 'もう一度書き直す',
  before: ({ thing }) => (thing.number === null ? ['受付番号が付き、市が内容を確かめます。'] : []),
  undo: { by: 'withdrawal' },
  page: SubmissionPage,
  fresh: true,
  as: forProposer,
  do: async (act, one, input) => {
    const { tx, now } = act
    ensure(proposerRuling.why(one.charter, one.programme, one.party_kind, one.track))
    const again = one.number !== null
    const at = await receiptTime(tx, now)
    const received_on = receivedOn(one, input.received_on, today(at))
    const call_id = again ? one.call_id : await callFor(tx, one, one.channel === 'web' ? at : lastMomentOf(received_on))
    await ensureComplete(tx, one)
    const fiscal_year = one.fiscal_year ?? fiscalYearOf(received_on)
    const number = one.number ?? (await nextNumber(tx, 'proposal', fiscal_year))
    const first = again
      ? {}
      : {
          charter_id: one.written_under,
          call_id,
          party_name: one.party_now,
          received_on,
          submitted_at: at,
          fiscal_year,
          number,
        }
    const done = await moveProposal(act, one, {
      ...first,
      contents: asJson(settled(sheetIn(one), one.contents)),
      saved_at: now,
      return_note: '',
      return_by: null,
    })
    await keepVersion(tx, done, act.actor.name, now)
    const open = { again, on: again ? undefined : received_on }
    return made(submitted({ fiscal_year, number, title: done.title, received_on, again, public: open }), done)
  },
  letter: {
    kind: 'proposal.receipt',
    issued: (_, { made: row }, one) => receiptLetter({ proposal: { ...one, ...row }, charter: one.charter }),
  },
  tells: () => [submissionMail],
  done: ({ made: row }, { charter }) => `受け付けました。受付番号は ${numberLabel(charter, row)} です。`,
  // With its number it has another address.
  then: ({ city }, { made: row }) => urls.receipt({ city, ref: refOf(row) }),
})

function receivedOn(one: Proposal, typed: IsoDate | null, day: IsoDate): IsoDate {
  if (one.channel === 'web') return day
  const received_on = typed ?? one.received_on ?? day
  if (received_on > day) throw new Invalid({ received_on: '届いた日は、今日までの日にしてください。' })
  return received_on
}

const lastMomentOf = (day: IsoDate) => new Date(endOfDayInJapan(day).getTime() - 1)

async function callFor(tx: Db, { charter, programme, track }: Proposal, at: Date): Promise<string | null> {
  const found = programmeOf(charter, programme)
  if (!found)
    throw new Forbidden('この制度は、いまの指針にはありません。下書きは残っています。担当課にご相談ください。')
  const calls = await listCalls(tx, programme)
  const ruling = receptionRuling.why(found, track, calls, at)
  if (!ruling.allowed) throw new Conflict(`${ruling.because}提出はできませんが、書いた内容は下書きとして残っています。`)
  return openCall(calls, track, at)?.id ?? null
}

/** What came on paper may have empty boxes: the city takes it in as it is and asks for what is missing. */
export async function ensureComplete(tx: Db, one: Proposal): Promise<void> {
  const problems = problemsIn(one, await filesOf(tx, { kind: 'proposal', id: one.id }))
  if (one.channel === 'web' && Object.keys(problems).length) throw new Invalid(problems)
  if (!one.title) throw new Invalid({ title: '提案の題名を入力してください。' })
}
