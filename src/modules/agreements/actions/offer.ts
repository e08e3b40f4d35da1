import { asJson, cityOf, newId } from '../../../platform/db/index.ts'
import { nextNumber } from '../../../platform/numbers/index.ts'
import { Conflict, Invalid } from '../../../platform/refusals.ts'
import { fiscalYearOf, today } from '../../../platform/time/index.ts'
import { type Acting, action, made } from '../../../platform/web/action/index.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { type Agreed, AgreementForm } from '../agreement/agreed.ts'
import { composeText } from '../agreement/compose.ts'
import { namedParties, numberLabel } from '../agreement/standing.ts'
import { digestOf } from '../agreement/text.ts'
import { amendmentOffered, offered } from '../events.ts'
import { amendmentOfferMail, offerMail } from '../letters.ts'
import type { AgreementState, AgreementVerb } from '../lifecycle.ts'
import { mayWrite } from '../may.ts'
import { listNameable, listSignatories } from '../queries/people.ts'
import { agreement } from '../subject.tsx'
import { type Agreement, type AgreementText, refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { clearDraftParties, placeParties, reviseAgreement } from '../writes.ts'
import { OfferPage } from './offer.page.tsx'

/** The draft read in full: the text as it would be offered, or what is still missing. */
export interface Offering {
  preview: { agreed: Agreed; text: AgreementText } | null
  problems: string[]
  signatories: { party_id: string; name: string; email: string | null }[]
}

/** The text is fixed and put before every party for signature; the first time it gets its number. */
export const offerAgreement = action(agreement, {
  path: 'offer',
  moves: ['offer', 'offerAmendment'],
  who: mayWrite,
  load: offering,
  label: '内容を確かめて署名を求める',
  confirm: 'この文面で署名を求める',
  lead: '署名を求めると文面が決まり、すべての当事者の署名者にお知らせします。',
  before: ({ thing }) => [
    '文面が決まり、番号と照合番号が付きます。署名がそろうまで、直すには案に戻す必要があります。',
    ...(thing.current
      ? [
          'いまの文面は、変更の署名がそろうまでそのまま効力があります。',
          '署名がそろうと、この取り決めによる事業の登録も、目標・期間・役割・費用が同じように改まります。事業で別に直してあるところは、そのまま残ります。',
        ]
      : ['すべての当事者が署名したときに、効力をもちます。']),
  ],
  undo: { by: 'recall' },
  page: OfferPage,
  fresh: true,
  do: async (act, one) => {
    const agreed = await agreedIn(act, one)
    const version = await writeVersion(act, one, agreed)
    const { fiscal_year, sequence, ...told } = version
    const happened = (act.move === 'offer' ? offered : amendmentOffered)({ ...told, note: agreed.note })
    return made(happened, { id: one.id, fiscal_year, number: sequence })
  },
  tells: () => [offerMail, amendmentOfferMail],
  done: 'すべての当事者に署名を求めました。',
  // With its number it has another address.
  then: ({ city }, { made: numbered }) => urls.show({ city, ref: refOf(numbered) }),
})

async function offering(c: Reading, one: Agreement): Promise<Offering> {
  const { charter } = one
  const read = AgreementForm(await groundOf(c, one)).safeParse(one.draft ?? {})
  if (!read.success)
    return { preview: null, problems: read.error.issues.map(({ message }) => message), signatories: [] }
  const number = numberLabel(charter, one) || '（番号は、署名を求めるときに付きます）'
  const { agreed } = read.data
  const preview = { agreed, text: composeText(charter, agreed, { number, version: (one.version ?? 0) + 1 }) }
  const parties = agreed.parties.map(({ party_id }) => party_id)
  return { preview, problems: [], signatories: await listSignatories(c.db, parties, today(c.now)) }
}

/** Against what the draft is read: a party named already can be named again, whoever reads. */
async function groundOf({ db, actor }: Pick<Reading, 'db' | 'actor'>, one: Agreement) {
  const known = [...(await listNameable(db, actor)), ...namedParties(one)]
  return { charter: one.charter, known, amends: one.version !== null }
}

type OfferingAct = Acting<AgreementState, AgreementVerb>

async function agreedIn(act: OfferingAct, one: Agreement): Promise<Agreed> {
  const read = AgreementForm(await groundOf({ db: act.tx, actor: act.actor }, one)).safeParse(one.draft ?? {})
  if (read.success) return read.data.agreed
  const parties = read.error.issues.find(({ path }) => path.join('.') === 'parties')
  if (parties) throw new Invalid({ parties: parties.message })
  throw new Conflict('文面に書き足すところが残っています。下の一覧をご確認ください。')
}

/** Writes the next version with its text and its parties, and the row that waits for their signatures. */
async function writeVersion(act: OfferingAct, one: Agreement, agreed: Agreed) {
  const { tx, now, actor } = act
  const fiscal_year = one.fiscal_year ?? fiscalYearOf(now)
  const sequence = one.number ?? (await nextNumber(tx, 'agreement', fiscal_year))
  const number = numberLabel(one.charter, { fiscal_year, number: sequence })
  const version = (await lastVersion(act, one)) + 1
  const text = composeText(one.charter, agreed, { number, version })
  const digest = digestOf(text)
  const row = { city_id: cityOf(tx), id: newId(), agreement_id: one.id, version, digest, note: agreed.note }
  await tx
    .insertInto('agreement_versions')
    .values({ ...row, text: asJson(text), typed: asJson(one.draft), made_at: now, made_by: actor.name })
    .execute()
  await clearDraftParties(tx, one.id)
  await placeParties(tx, one.id, version, agreed.parties)
  const { title, kind, form } = agreed
  await reviseAgreement(act, one, {
    fiscal_year,
    number: sequence,
    draft: null,
    offered_version: version,
    offered_at: now,
    ...(act.move === 'offer' ? { title, kind, form, charter_id: one.written_under } : {}),
  })
  return { number, version, digest, fiscal_year, sequence }
}

async function lastVersion({ tx }: OfferingAct, { id }: Agreement): Promise<number> {
  const { last } = await tx
    .selectFrom('agreement_versions')
    .select((eb) => eb.fn.coalesce(eb.fn.max('version'), eb.lit(0)).as('last'))
    .where('city_id', '=', cityOf(tx))
    .where('agreement_id', '=', id)
    .executeTakeFirstOrThrow()
  return last
}
