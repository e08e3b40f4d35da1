import { asJson, type Db } from '../../../platform/db/index.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { nextNumber } from '../../../platform/numbers/index.ts'
import { Conflict, ensureNothingWrong, Invalid, type Wrong } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { endOfDayInJapan, fiscalYearOf, type IsoDate, today } from '../../../platform/time/index.ts'
import { programme as programmeOf, proposerRuling } from '../../charters/index.ts'
import { listCalls, openCall, receptionRuling } from '../../programmes/index.ts'
import { settled } from '../../questionnaires/index.ts'
import { problemsIn } from '../proposal/draft.ts'
import { publicPartyOf, sheetIn } from '../proposal/proposal.ts'
import { receiptTime } from '../queries/one.ts'
import type { Proposal, ProposalRow } from '../tables.ts'
import { keepVersion } from './draft.ts'
import { moveProposal, type ProposalAct } from './proposal.ts'

/** Writes the submission: complete, in time, with a number and a kept version of the text. */
export async function putSubmission(
  act: ProposalAct,
  one: Proposal,
  typed: IsoDate | null,
): Promise<ProposalRow & { fiscal_year: number; number: number }> {
  const { tx, now } = act
  ensure(proposerRuling.why(one.charter, one.programme, one.party_kind, one.track))
  const at = await receiptTime(tx, now)
  const received_on = receivedOn(one, typed, today(at))
  const first = one.number === null ? await firstReceipt(tx, one, { at, received_on }) : {}
  await ensureComplete(tx, one)
  const fiscal_year = one.fiscal_year ?? fiscalYearOf(received_on)
  const number = one.number ?? (await nextNumber(tx, 'proposal', fiscal_year))
  const done = await moveProposal(act, one, {
    ...first,
    fiscal_year,
    number,
    contents: asJson(settled(sheetIn(one), one.contents)),
    saved_at: now,
    return_note: '',
    return_by: null,
  })
  await keepVersion(tx, done, act.actor.name, now)
  return { ...done, fiscal_year, number }
}

/** Fixes the charter, the call, the party's name and the instant at the first submission. */
async function firstReceipt(tx: Db, one: Proposal, { at, received_on }: { at: Date; received_on: IsoDate }) {
  const call_id = await callFor(tx, one, one.channel === 'web' ? at : lastMomentOf(received_on))
  return {
    charter_id: one.written_under,
    call_id,
    party_name: one.party_now,
    public_party: knownAs(one),
    received_on,
    submitted_at: at,
  }
}

const knownAs = ({ charter, party_now: name, party_kind: kind, party_unit: unit }: Proposal) =>
  publicPartyOf(charter, { name, kind, unit })

function receivedOn(one: Proposal, typed: IsoDate | null, day: IsoDate): IsoDate {
  if (one.channel === 'web') return day
  ensureNothingWrong(wrongReceipt(one, { received_on: typed }, day))
  return typed ?? one.received_on ?? day
}

/** What came on paper did not come on a day ahead; online the day is that of the submission. */
export function wrongReceipt(
  one: Pick<Proposal, 'channel' | 'received_on'>,
  typed: { received_on?: IsoDate | null },
  day: IsoDate,
): Wrong {
  const on = typed.received_on ?? one.received_on
  const ahead = one.channel !== 'web' && on !== null && on > day
  return { received_on: ahead ? '届いた日は、今日までの日にしてください。' : undefined }
}

const lastMomentOf = (day: IsoDate) => new Date(endOfDayInJapan(day).getTime() - 1)

async function callFor(tx: Db, { charter, programme, track }: Proposal, at: Date): Promise<string | null> {
  const found = programmeOf(charter, programme)
  if (!found) throw new Conflict('この制度は、いまの指針にはありません。下書きは残っています。担当課にご相談ください。')
  const calls = await listCalls(tx, programme)
  const ruling = receptionRuling.why(found, track, calls, at)
  if (!ruling.allowed) throw new Conflict(`${ruling.because}提出はできませんが、書いた内容は下書きとして残っています。`)
  return openCall(calls, track, at)?.id ?? null
}

/** Accepts empty answers on paper; the city asks for what is missing later. */
export async function ensureComplete(tx: Db, one: Proposal): Promise<void> {
  const problems = problemsIn(one, await filesOf(tx, { kind: 'proposal', id: one.id }))
  if (one.channel === 'web' && Object.keys(problems).length) throw new Invalid(problems)
  if (!one.title) throw new Invalid({ title: '提案の題名を入力してください。' })
}
