import type { Act } from '../../../platform/actor.ts'
import { asJson, atomically, cityOf, type Db } from '../../../platform/db/index.ts'
import type { Searchable } from '../../../platform/module.ts'
import { record } from '../../../platform/record/index.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { dropSearch, putSearch } from '../../../platform/search/index.ts'
import { fiscalYearOf } from '../../../platform/time/index.ts'
import { lifecycle } from '../lifecycle.ts'
import { lockAgreement } from '../queries/one.ts'
import { mayReleaseAgreement, personsIn, publishableText } from '../rules.ts'
import { type Agreement, type AgreementText, type Dossier, type PublishedSignature, refOf } from '../tables.ts'

/** The section releases a copy of the text in force, without the words that are private. */
export async function releaseAgreement({ db, actor, now }: Act, d: Dossier, withheld: string[]): Promise<void> {
  await atomically(db, async (tx) => {
    const locked = await lockAgreement(tx, d.id)
    ensure(mayReleaseAgreement.why(actor, locked))
    const { text, version, parties, signatures } = locked.current!
    const copy = publishableText(text, withheld, personsIn(parties))
    const signed: PublishedSignature[] = signatures.map(({ party_id, signed_on }) => ({ party_id, signed_on }))
    const published = await tx
      .updateTable('agreements')
      .set({
        withheld: asJson(withheld),
        published_version: version,
        published_text: asJson(copy),
        published_signatures: asJson(signed),
        published_at: locked.published_at ?? now,
      })
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', d.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    record(tx, { actor, now }, 'agreement.released', d, { version, public: { title: copy.title, number: copy.number } })
    await putSearch(tx, searchableAgreement(published))
  })
}

/** The copy is taken back, everywhere at once. */
export async function withdrawRelease({ db, actor, now }: Act, d: Dossier): Promise<void> {
  await atomically(db, async (tx) => {
    const locked = await lockAgreement(tx, d.id)
    ensure(mayReleaseAgreement.why(actor, locked))
    if (!locked.published_at) throw new Conflict('この取り決めは、いま公開されていません。')
    await tx
      .updateTable('agreements')
      .set({ published_version: null, published_text: null, published_signatures: null, published_at: null })
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', d.id)
      .execute()
    record(tx, { actor, now }, 'agreement.withdrawn', d, {})
    await dropSearch(tx, 'agreement', d.id)
  })
}

/** After a released agreement came to its end: lists say so at once. */
export async function tellSearch(tx: Db, row: Agreement): Promise<void> {
  if (row.published_at) await putSearch(tx, searchableAgreement(row))
}

/** A released agreement as it is found in the search. */
export function searchableAgreement(row: Agreement): Searchable {
  const text = row.published_text as AgreementText
  const words = [text.purpose, ...text.parties.map(({ name }) => name), ...text.roles.map(({ does }) => does)]
  return {
    kind: 'agreement',
    id: row.id,
    ref: refOf(row),
    title: text.title,
    text: [
      ...words,
      ...text.targets.map(({ indicator }) => indicator),
      ...text.articles.flatMap((one) => one.paragraphs),
    ].join('\n'),
    facets: [
      `year:${fiscalYearOf(text.starts_on)}`,
      `kind:${row.kind}`,
      `state:${row.state}`,
      ...(row.form ? [`form:${row.form}`] : []),
      ...text.parties.map(({ party_id }) => `party:${party_id}`),
    ],
    shown: {
      number: text.number,
      summary: text.purpose.slice(0, 200),
      parties: text.parties.map(({ name }) => name),
      period: `${text.starts_on}/${text.ends_on ?? '..'}`,
      state: lifecycle.label(row.state),
    },
    at: row.published_at!,
  }
}
