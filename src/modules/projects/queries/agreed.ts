import type { Db } from '../../../platform/db/index.ts'
import { agreementRef, findAgreementById } from '../../agreements/index.ts'
import type { Signed } from '../tables.ts'

/** Returns the signed text that holds for a project; undefined without one, and once it was given up. */
export async function findSigned(db: Db, agreementId: string | null): Promise<Signed | undefined> {
  const found = agreementId ? await findAgreementById(db, agreementId) : undefined
  if (!found?.current || found.state === 'terminated') return undefined
  const { title, state, current } = found
  return { ref: agreementRef(found), title, in_force: state === 'in_force', text: current.text }
}
