import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { PdfDocument } from '../../../platform/pdf/index.ts'
import { Conflict, Invalid } from '../../../platform/refusals.ts'
import { today } from '../../../platform/time/index.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { isSection } from '../../parties/index.ts'
import { type Agreed, type AgreedText, composeText } from '../../texts/index.ts'
import { AgreementForm } from '../agreement/agreed.ts'
import { kindName, numberLabel } from '../agreement/agreement.ts'
import { requestLetter } from '../agreement/documents.ts'
import type { Agreement } from '../tables.ts'
import { listAddressees, listKnown, listSignatories } from './people.ts'

/** A draft checked as a whole: the text to be offered, or its gaps. */
export interface Offering {
  preview: { agreed: Agreed; text: AgreedText } | null
  problems: string[]
  signatories: Awaited<ReturnType<typeof listSignatories>>
  /** The letter to the first party that is not the city's own, as a sample. */
  letter: PdfDocument | undefined
}

/** Reads the text to be offered or its gaps, and the signatories it goes to. */
export async function offeringOf({ db, actor, now }: Reading, one: Agreement): Promise<Offering> {
  const read = await readWhole(db, actor, one)
  if (!read.success) {
    const problems = read.error.issues.map(({ message }) => message)
    return { preview: null, problems, signatories: [], letter: undefined }
  }
  const { agreed } = read.data
  const text = composeText(agreed, {
    number: numberLabel(one.charter, one) || '（番号は、署名を求めるときに付きます）',
    version: (one.version ?? 0) + 1,
    kind: kindName(one.charter, agreed.kind),
  })
  const ids = agreed.parties.map(({ party_id }) => party_id)
  const [to] = await listAddressees(
    db,
    agreed.parties.filter(({ is_city }) => !is_city),
    today(now),
  )
  // Only the section prints the letters, so only the section sees the name of a representative.
  const shown = to && { ...to, representative: isSection(actor) ? to.representative : null }
  return {
    preview: { agreed, text },
    problems: [],
    signatories: await listSignatories(db, ids, today(now)),
    letter: shown && requestLetter({ text, digest: undefined }, one.charter, shown, now),
  }
}

/** Returns the draft checked as a whole; 422 where its parties are wrong, 409 for any other gap. */
export async function wholeDraft(db: Db, actor: Actor, one: Agreement): Promise<Agreed> {
  const read = await readWhole(db, actor, one)
  if (read.success) return read.data.agreed
  const parties = read.error.issues.find(({ path }) => path.join('.') === 'parties')
  if (parties) throw new Invalid({ parties: parties.message })
  throw new Conflict('文面に書き足すところが残っています。下の一覧をご確認ください。')
}

async function readWhole(db: Db, actor: Actor, one: Agreement) {
  const known = await listKnown(db, actor, one)
  return AgreementForm({ charter: one.charter, known, amends: one.version !== null }).safeParse(one.draft ?? {})
}
