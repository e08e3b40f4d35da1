import type { Db } from '../../../platform/db/index.ts'
import { today } from '../../../platform/time/index.ts'
import type { Kept } from '../../../platform/timeline.ts'
import { rolesIn } from '../../texts/index.ts'
import { refOf } from '../tables.ts'
import { findAgreementById } from './one.ts'

/** Returns what a project keeps of its agreement: counts and days, no words. */
export async function keptOfAgreement(db: Db, id: string): Promise<Pick<Kept, 'agreement'>> {
  const found = await findAgreementById(db, id)
  const version = found?.current ?? found?.offered
  if (!found || !version || found.number === null) return {}
  const { text, digest, signatures } = version
  const agreement = {
    ref: refOf(found),
    parties: text.parties.length,
    signed: signatures.filter((one) => one.digest === digest).length,
    purpose: text.purpose !== '',
    targets: text.targets.filter((target) => target.indicator && target.value && target.by).length,
    roles: text.parties.filter(({ party_id }) => rolesIn(text, party_id).length > 0).length,
    in_force_on: found.in_force_at && today(found.in_force_at),
    given_up_on: found.state === 'terminated' ? found.ended_on : null,
  }
  return { agreement }
}
