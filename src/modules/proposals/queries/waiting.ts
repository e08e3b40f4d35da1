import type { ExpressionBuilder } from 'kysely'
import type { Actor } from '../../../platform/actor.ts'
import { cityOf, type Db, type Tables } from '../../../platform/db/index.ts'
import { isSection, writableParties } from '../../parties/index.ts'
import { departmentsOf, titleOf } from '../proposal/proposal.ts'
import type { ProposalsTable } from '../tables.ts'

/** Returns the proposals in which something may wait for this person, in one statement. */
export async function listWaiting(db: Db, actor: Actor) {
  const parties = writableParties(actor).map((party) => party.party_id)
  const departments = departmentsOf(actor)
  if (!parties.length && !departments.length && !isSection(actor)) return []
  const rows = await db
    .selectFrom('proposals as p')
    .leftJoin('parties as d', (join) => join.onRef('d.city_id', '=', 'p.city_id').onRef('d.id', '=', 'p.department_id'))
    .leftJoinLateral(lastMessage, (join) => join.onTrue())
    .select([
      'p.id',
      'p.fiscal_year',
      'p.number',
      'p.title',
      'p.party_id',
      'p.party_name',
      'p.state',
      'p.state_since',
      'p.saved_at',
      'p.channel',
    ])
    .select([
      'p.department_id',
      'd.name as department_name',
      'p.decision',
      'p.return_by',
      'p.decided_on',
      'p.released_on',
      'p.published_at',
      'last.side as last_side',
      'last.at as last_at',
    ])
    .where('p.city_id', '=', cityOf(db))
    .where((eb) =>
      eb.or([
        parties.length ? eb('p.party_id', 'in', parties) : eb.lit(false),
        departments.length
          ? eb.and([eb('p.department_id', 'in', departments), eb('p.state', 'in', ['accepted', 'in_talks'])])
          : eb.lit(false),
        isSection(actor)
          ? eb.or([
              eb('p.state', 'in', ['submitted', 'accepted', 'in_talks', 'under_review', 'decided']),
              eb('p.channel', '<>', 'web'),
            ])
          : eb.lit(false),
      ]),
    )
    .where('p.state', 'in', ['draft', 'submitted', 'returned', 'accepted', 'in_talks', 'under_review', 'decided'])
    .where((eb) => eb.or([eb('p.state', '<>', 'decided'), eb('p.published_at', 'is', null), annulled(eb)]))
    .orderBy('p.state_since')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, title: titleOf(row) }))
}

const lastMessage = (eb: ExpressionBuilder<Tables & { p: ProposalsTable }, 'p'>) =>
  eb
    .selectFrom('messages as m')
    .select(['m.side', 'm.at'])
    .whereRef('m.city_id', '=', 'p.city_id')
    .where('m.subject_kind', '=', 'proposal')
    .whereRef('m.subject_id', '=', 'p.id')
    .where('m.audience', '=', 'parties')
    .orderBy('m.at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(1)
    .as('last')

/** A decision after an annulment needs a release of its own. */
const annulled = (eb: ExpressionBuilder<{ p: ProposalsTable }, 'p'>) =>
  eb(eb.ref('p.public_decision', '->>').key('annulled_on'), 'is not', null)

export type WaitingProposal = Awaited<ReturnType<typeof listWaiting>>[number]
