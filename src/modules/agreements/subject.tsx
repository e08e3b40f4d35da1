import type { Act } from '../../platform/actor.ts'
import { today } from '../../platform/time/index.ts'
import { type SubjectPage, subject, type Waits } from '../../platform/web/action/index.ts'
import { CityPage, Confirmation } from '../../site/index.ts'
import { Badge } from '../../ui/index.ts'
import { type Charter, word } from '../charters/index.ts'
import { isIn, isSection, writableParties } from '../parties/index.ts'
import { kindName, numberLabel, someNames, stateOn } from './agreement/standing.ts'
import { dismissed, prepared } from './events.ts'
import { type AgreementState, type AgreementVerb, lifecycle } from './lifecycle.ts'
import { findAddressed, listAgreementsById, lockAgreement } from './queries/one.ts'
import { listWaiting, type WaitingAgreement } from './queries/waiting.ts'
import { type Agreement, type AgreementRow, refOf } from './tables.ts'
import { urls } from './urls.ts'

/** An agreement as its verbs, its record and the inbox have it. */
export const agreement = subject<Agreement, AgreementState, AgreementVerb, WaitingAgreement>({
  kind: 'agreement',
  lifecycle,
  url: urls.show,
  at: (city, one) => ({ city, ref: refOf(one) }),
  find: findAddressed,
  lock: lockAgreement,
  state: ({ state }) => state,
  revision: ({ revision }) => String(revision),
  fourEyes: {
    prepared,
    dismissed,
    byIds: listAgreementsById,
    title: ({ title }) => title,
    seen: ({ revision, state }) => ({ revision, state }),
  },
  page: ({ thing, ...props }: SubjectPage<Agreement>) => (
    <AgreementPage {...props} agreement={thing} charter={thing.charter} />
  ),
  confirm: Confirmation,
  waiting,
  waits,
})

type Shown = Pick<AgreementRow, 'id' | 'title' | 'kind' | 'fiscal_year' | 'number' | 'state' | 'ends_on'>

/** The state as a badge. */
export function StateBadge({ agreement, now }: { agreement: Pick<AgreementRow, 'state' | 'ends_on'>; now: Date }) {
  const state = stateOn(agreement, today(now))
  return <Badge tone={lifecycle.states[state].tone}>{lifecycle.label(state)}</Badge>
}

/** A page about one agreement, with the way back to it. */
export function AgreementPage(props: Omit<SubjectPage<never>, 'thing'> & { charter: Charter; agreement: Shown }) {
  const { frame, charter, agreement, children, ...rest } = props
  const { city } = frame
  return (
    <CityPage
      frame={frame}
      {...rest}
      eyebrow={[kindName(charter, agreement.kind), numberLabel(charter, agreement)].filter(Boolean).join('　')}
      breadcrumbs={[
        { href: urls.list({ city: city.slug }), label: word(charter, 'agreement') },
        ...(rest.title === agreement.title
          ? []
          : [{ href: urls.show({ city: city.slug, ref: refOf(agreement) }), label: agreement.title }]),
      ]}
    >
      {children}
    </CityPage>
  )
}

/** Texts on offer, terms that come to their end, copies to release: where this person may have something to do. */
async function waiting({ db, actor, now }: Act): Promise<WaitingAgreement[]> {
  const signs = actor.parties.filter(({ roles }) => roles.includes('signatory'))
  const mine = [...signs, ...writableParties(actor)].map(({ party_id }) => party_id)
  if (!mine.length && !isSection(actor)) return []
  return listWaiting(db, isSection(actor) ? undefined : mine, today(now))
}

/** For the section, whose signatures are missing; for it and the parties, that a term is to be talked over. */
function waits(row: WaitingAgreement, { actor }: Act): (Waits & { kind: string })[] {
  const section = isSection(actor)
  const others = row.missing.filter(({ party_id }) => !isIn(actor, party_id, 'signatory'))
  const mine = row.named.filter(({ party_id }) => writableParties(actor).some((one) => one.party_id === party_id))
  const found: (Waits & { kind: string })[] = []
  const who = '協働の担当課'
  if (section && row.offered_at && others.length)
    found.push({ of: `${someNames(others)}の署名待ち`, kind: '署名を確かめる', since: row.offered_at, who })
  if (row.review_on && row.in_force_at && (section || mine.length))
    found.push({
      kind: '続けるかどうかを話し合う',
      since: row.in_force_at,
      due: row.review_on,
      ...(section ? { of: someNames(row.named), who } : { who: someNames(mine) }),
    })
  return found
}
