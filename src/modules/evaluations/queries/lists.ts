import { sql } from 'kysely'
import type { Actor } from '../../../platform/actor.ts'
import { cityOf, type Db } from '../../../platform/db/index.ts'
import { isStaff } from '../../parties/index.ts'

export function listPublishedEvaluations(db: Db, cityId: number) {
  return db
    .selectFrom('published.evaluations as e')
    .innerJoin('published.projects as p', (join) =>
      join.onRef('p.city_id', '=', 'e.city_id').onRef('p.id', '=', 'e.project_id'),
    )
    .select(['e.year', 'e.published_at', 'p.fiscal_year', 'p.number', 'p.title', 'p.decision'])
    .where('e.city_id', '=', cityId)
    .orderBy('e.published_at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(100)
    .execute()
}

export function listRounds(db: Db, actor: Actor) {
  const mine = actor.parties.map(({ party_id }) => party_id)
  return db
    .selectFrom('evaluations as e')
    .innerJoin('projects as p', (join) => join.onRef('p.city_id', '=', 'e.city_id').onRef('p.id', '=', 'e.project_id'))
    .select(['e.year', 'e.state', 'e.due_on', 'p.fiscal_year', 'p.number', 'p.title'])
    .where('e.city_id', '=', cityOf(db))
    .$if(!isStaff(actor), (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('project_parties as t')
            .select('t.id')
            .whereRef('t.city_id', '=', 'p.city_id')
            .whereRef('t.project_id', '=', 'p.id')
            .where(sql<boolean>`t.party_id = any (${mine}::uuid[])`),
        ),
      ),
    )
    .orderBy(sql`e.state = 'answering'`, 'desc')
    .orderBy('e.due_on', 'desc')
    .limit(200)
    .execute()
}
