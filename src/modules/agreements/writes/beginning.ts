import type { Actor } from '../../../platform/actor.ts'
import { asJson, cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { about } from '../../../platform/record/event.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { made, type Outcome } from '../../../platform/web/action/index.ts'
import { getCharter } from '../../charters/index.ts'
import { leadOn } from '../../proposals/index.ts'
import { type FirstDraft, limits, partiesIn, partyWords, type RegisteredParty, withModels } from '../../texts/index.ts'
import { beginWith, kindFrom } from '../agreement/beginning.ts'
import { started } from '../events.ts'
import type { Adopted, Ground } from '../queries/ground.ts'
import { listNameable } from '../queries/people.ts'
import type { AgreementRow } from '../tables.ts'
import { type AgreementAct, placeParties } from './row.ts'

interface Beginning {
  title: string
  kind: string
  from: Adopted | undefined
}

/** Returns the proposal, the title and the kind of a new draft; 422 where one is missing. */
export async function beginningOf(
  tx: Db,
  { charter, adopted }: Ground,
  input: { proposal: string; title: string; kind: string },
): Promise<Beginning> {
  const from = adopted.find(({ id }) => id === input.proposal)
  if (input.proposal && !from)
    throw new Invalid({ proposal: 'この提案からは、すでに書き始められています。一覧から選び直してください。' })
  const title = input.title || from?.title.slice(0, limits.title)
  if (!title) throw new Invalid({ title: '題名を入力してください。' })
  const kind = input.kind || (from && kindFrom({ asked: await getCharter(tx, from.charter_id), charter }, from))
  if (!kind || !charter.agreement.kinds.some(({ key }) => key === kind))
    throw new Invalid({
      kind: from ? 'この提案の区分に合う種類が定まっていません。種類を選んでください。' : '種類を選んでください。',
    })
  return { from, title, kind }
}

type BeginningAct = Pick<AgreementAct, 'tx' | 'actor' | 'now'>

/** Writes the first draft with the words of the proposal, and an entry in the proposal's record that links to it. */
export async function writeBeginning(
  act: BeginningAct,
  { charter, charter_id }: Ground,
  begun: Beginning,
  actingFor: string | null,
): Promise<Outcome<AgreementRow>> {
  const { from, title, kind } = begun
  const known = await listNameable(act.tx, act.actor)
  const parties = firstParties(known, from, actingFor)
  const { draft, carried, left } = from
    ? beginWith({ asked: await getCharter(act.tx, from.charter_id), charter }, from, { title, kind, parties, known })
    : freely(begun, parties, known)
  const row = await insertDraft(act, charter_id, begun, asJson(withModels(charter.agreement.clauses, draft)))
  await placeParties(act.tx, row.id, 0, partiesIn(draft, [...parties, ...known]))
  if (from) await leadOn(act.tx, act, from, { agreement_id: row.id })
  return made(about(started({ title, ...(from ? { carried, left } : {}) }), row), row)
}

/** Returns the proposer or the acting party, and the city unless a group starts without a proposal. */
function firstParties(
  known: readonly RegisteredParty[],
  from: Adopted | undefined,
  actingFor: string | null,
): RegisteredParty[] {
  const city = known.find(({ unit }) => unit === 'city')
  const own = known.find(({ party_id }) => party_id === (from?.party_id ?? actingFor))
  return [own, from || !actingFor ? city : undefined].filter((one) => one !== undefined)
}

function freely(
  { title, kind }: Beginning,
  parties: readonly RegisteredParty[],
  known: readonly RegisteredParty[],
): FirstDraft {
  const draft = { title, kind, parties: parties.map((one) => ({ party: partyWords(one, known) })) }
  return { draft, carried: [], left: [] }
}

function insertDraft(
  { tx, actor, now }: BeginningAct,
  charter_id: string,
  { title, kind, from }: Beginning,
  draft: string,
): Promise<AgreementRow> {
  return tx
    .insertInto('agreements')
    .values({
      city_id: cityOf(tx),
      id: newId(),
      state: 'draft',
      charter_id,
      title,
      kind,
      draft,
      proposal_id: from?.id ?? null,
      department_id: from?.department_id ?? departmentOf(actor),
      revision: 1,
      channel: actor.channel,
      entered_by: actor.entered_by,
      created_at: now,
      saved_at: now,
      state_since: now,
      termination: '',
      withheld: '[]',
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

const departmentOf = (actor: Actor) => actor.posts.find(({ role }) => role === 'department')?.department_id ?? null
