import { type Act, type Actor, actingFor } from '../../../platform/actor.ts'
import { asJson, atomically, cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { record } from '../../../platform/record/index.ts'
import { ensure } from '../../../platform/ruling.ts'
import { type Charter, getCharter } from '../../charters/index.ts'
import { isStaff, mayActFor } from '../../parties/index.ts'
import { leadOn } from '../../proposals/index.ts'
import { withModels } from '../forms/clauses.ts'
import { partyWords } from '../forms/parties.ts'
import type { Adopted } from '../queries/lists.ts'
import { listNameable } from '../queries/people.ts'
import { mayStartAgreement } from '../rules.ts'
import type { Agreement, PartyThere } from '../tables.ts'
import { type Carried, carryOver } from './carry.ts'
import { partiesIn, placeParties } from './draft.ts'

/** The charter that a text is written under; the city's address for the links in mails. */
export interface Place {
  charter: Charter
  charter_id: string
  city: { slug: string }
}

export interface Beginning {
  title: string
  kind: string
  /** The first parties, as far as they are known. */
  parties: PartyThere[]
  from?: Adopted
  acting_for: string | null
}

/** Somebody begins to write: from an adopted proposal, or freely. */
export async function startAgreement({ db, actor, now }: Act, place: Place, input: Beginning): Promise<Agreement> {
  ensure(mayStartAgreement.why(actor, place.charter, input.from))
  if (input.acting_for || !isStaff(actor)) ensure(mayActFor.why(actor, input.acting_for))
  return atomically(db, async (tx) => {
    const { draft, carried, left } = await beginning(tx, actor, place.charter, input)
    const agreement = await tx
      .insertInto('agreements')
      .values({
        city_id: cityOf(tx),
        id: newId(),
        state: 'draft',
        charter_id: place.charter_id,
        kind: input.kind,
        proposal_id: input.from?.id ?? null,
        department_id: input.from?.department_id ?? departmentOf(actor),
        title: input.title,
        draft: asJson(withModels(place.charter, draft)),
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
    await placeParties(tx, agreement.id, 0, partiesIn(draft, [...input.parties, ...(await listNameable(tx, actor))]))
    const acting = actingFor(actor, input.acting_for)
    const payload = { title: input.title, ...(input.from ? { carried, left } : {}) }
    record(tx, { actor: acting, now }, 'agreement.started', agreement, payload)
    if (input.from) leadOn(tx, { actor: acting, now }, input.from, { agreement_id: agreement.id })
    return agreement
  })
}

/** The department of an officer who begins: it stays in charge of what it began. */
const departmentOf = (actor: Actor) => actor.posts.find(({ role }) => role === 'department')?.department_id ?? null

/** What the text begins with: the proposal's own words, as far as it has them. */
async function beginning(tx: Db, actor: Actor, charter: Charter, { from, ...begun }: Beginning): Promise<Carried> {
  const { title, kind, parties } = begun
  const known = [...parties, ...(await listNameable(tx, actor))]
  if (!from)
    return {
      draft: { title, kind, parties: parties.map((one) => ({ party: partyWords(one, known) })) },
      carried: [],
      left: [],
    }
  const asked = await getCharter(tx, from.charter_id)
  return carryOver({ asked, charter }, from, { ...begun, known })
}
