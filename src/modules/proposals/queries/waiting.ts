import type { Act, Actor } from '../../../platform/actor.ts'
import { cityOf } from '../../../platform/db/index.ts'
import type { Waiting } from '../../../platform/module.ts'
import { isSection, writableParties } from '../../parties/index.ts'
import { entersFor, isProposer } from '../rules.ts'
import { type Proposal, refOf } from '../tables.ts'
import { urls } from '../urls.ts'

/** What waits for this person among the proposals: one statement, whoever it is. */
export async function waitingFor({ db, actor }: Act, city: string): Promise<Waiting[]> {
  const parties = writableParties(actor).map((party) => party.party_id)
  const departments = actor.posts
    .filter((post) => post.role === 'department' && post.department_id)
    .map((post) => post.department_id!)
  if (!parties.length && !departments.length && !isSection(actor)) return []
  const rows = await db
    .selectFrom('proposals as p')
    .leftJoin('parties as d', (join) => join.onRef('d.city_id', '=', 'p.city_id').onRef('d.id', '=', 'p.department_id'))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('proposal_messages as m')
          .select(['m.side', 'm.at'])
          .whereRef('m.city_id', '=', 'p.city_id')
          .whereRef('m.proposal_id', '=', 'p.id')
          .orderBy('m.at', 'desc')
          .orderBy('m.id', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
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
      'p.correct_by',
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
    .where((eb) => eb.or([eb('p.state', '<>', 'decided'), eb('p.published_at', 'is', null)]))
    .orderBy('p.state_since')
    .limit(200)
    .execute()
  return rows.flatMap((row) => waits(row, actor, city))
}

type WaitingRow = Pick<
  Proposal,
  | 'id'
  | 'fiscal_year'
  | 'number'
  | 'title'
  | 'party_id'
  | 'party_name'
  | 'state'
  | 'state_since'
  | 'saved_at'
  | 'channel'
  | 'department_id'
  | 'decision'
  | 'correct_by'
  | 'released_on'
  | 'published_at'
> & {
  department_name: string | null
  last_side: 'proposer' | 'city' | null
  last_at: Date | null
}

/** What of a proposal waits for this person, and as whom: the group's own part, or the city's. */
function waits(row: WaitingRow, actor: Actor, city: string): Waiting[] {
  const at = { city, ref: refOf(row) }
  const title = row.title || '（題名はまだありません）'
  const mine = isProposer(actor, row) || entersFor(actor, row)
  const typedIn = mine && (row.state === 'draft' || row.state === 'returned')
  const as = isProposer(actor, row)
    ? { who: row.party_name }
    : {
        who: isSection(actor) ? '協働の担当課' : (row.department_name ?? '担当課'),
        of: typedIn ? `${row.party_name}に代わって入力` : row.party_name,
      }
  const item = (kind: string, href: string, since: Date, due?: string | null) => [
    { href, title, kind, since, due: due ?? undefined, ...as },
  ]
  if (mine && row.state === 'draft') return item('下書きの続きを書く', urls.edit(at), row.saved_at)
  if (mine && row.state === 'returned') return item('補正する', urls.edit(at), row.state_since, row.correct_by)
  if (isProposer(actor, row))
    return row.state === 'in_talks' && row.last_side === 'city'
      ? item('市からのメッセージに答える', urls.messages(at), row.last_at!)
      : []
  if (row.state === 'submitted' && isSection(actor))
    return item('受理するか、補正を求める', urls.show(at), row.state_since)
  if (row.state === 'accepted') return item('話し合いを始める', urls.talks(at), row.state_since)
  if (row.state === 'in_talks' && row.last_side === 'proposer')
    return item('団体からのメッセージに答える', urls.messages(at), row.last_at!)
  if (row.state === 'under_review' && isSection(actor)) return item('決定する', urls.decision(at), row.state_since)
  if (row.state === 'decided' && isSection(actor) && row.decision !== 'deferred')
    return item('公表する', urls.release(at), row.state_since, row.released_on)
  return []
}
