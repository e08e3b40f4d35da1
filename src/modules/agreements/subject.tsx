import type { Act } from '../../platform/actor.ts'
import { everyInRecord } from '../../platform/record/index.ts'
import { type SubjectPage, subject, type Waits } from '../../platform/web/action/index.ts'
import { CityPage, Confirmation } from '../../site/index.ts'
import { word } from '../charters/index.ts'
import { isOfCity, isSection, writableParties } from '../parties/index.ts'
import { concernedBy, someNames } from './agreement/agreement.ts'
import { dismissed, prepared, voided } from './events.ts'
import { type AgreementState, type AgreementVerb, lifecycle } from './lifecycle.ts'
import { AgreementPage } from './parts/page.tsx'
import { type AdoptedWaiting, type Ground, groundOf, listAdoptedWaiting } from './queries/ground.ts'
import { findAddressed, findAgreementById, listAgreementsById, lockAgreement } from './queries/one.ts'
import { listWaiting, missingOfOwn, type WaitingAgreement } from './queries/waiting.ts'
import { type Agreement, refOf } from './tables.ts'
import { urls } from './urls.ts'

export const ground = subject<Ground, never, never, AdoptedWaiting>({
  kind: 'agreement',
  url: urls.list,
  at: (city) => ({ city }),
  find: async (c): Promise<Ground> => groundOf(c, c),
  page: ({ frame, thing, ...props }) => (
    <CityPage
      frame={frame}
      {...props}
      breadcrumbs={[{ href: urls.list({ city: frame.city.slug }), label: word(thing.charter, 'agreement') }]}
    />
  ),
  confirm: Confirmation,
  waiting: listAdoptedWaiting,
})

export const agreement = subject<Agreement, AgreementState, AgreementVerb, WaitingAgreement>({
  kind: 'agreement',
  lifecycle,
  url: urls.show,
  at: (city, one) => ({ city, ref: refOf(one) }),
  find: findAddressed,
  every: ({ db }) => everyInRecord(db, 'agreement', findAgreementById),
  concerns: concernedBy,
  lock: lockAgreement,
  state: ({ state }) => state,
  revision: ({ revision }) => String(revision),
  fourEyes: {
    isOfficer: isOfCity,
    prepared,
    dismissed,
    voided,
    byIds: listAgreementsById,
    title: ({ title }) => title,
    seen: ({ revision, state }) => ({ revision, state }),
  },
  page: ({ thing, ...props }: SubjectPage<Agreement>) => (
    <AgreementPage {...props} agreement={thing} charter={thing.charter} />
  ),
  confirm: Confirmation,
  waiting: listWaiting,
  waits,
})

/** Missing signatures wait for the section; a term that ends soon waits for the section and the parties. */
function waits(row: WaitingAgreement, { actor }: Act): (Waits & { kind: string })[] {
  const section = isSection(actor)
  const own = missingOfOwn(row, actor)
  const others = row.missing.filter((party) => !own.includes(party))
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
