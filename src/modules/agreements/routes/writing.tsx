import { entriesOf } from '../../../platform/record/index.ts'
import { Conflict, Invalid } from '../../../platform/refusals.ts'
import { allow } from '../../../platform/ruling.ts'
import { today } from '../../../platform/time/index.ts'
import { definePage, flatten, pages, type Reading } from '../../../platform/web/index.ts'
import { type Charter, getCharter } from '../../charters/index.ts'
import { beginAmendment, dropAmendment } from '../actions/amend.ts'
import { startAgreement } from '../actions/begin.ts'
import { kindFrom } from '../actions/carry.ts'
import { composeText } from '../actions/compose.ts'
import { saveDraft } from '../actions/draft.ts'
import { offerAgreement, recallOffer } from '../actions/offer.ts'
import { AgreementForm } from '../forms/agreed.ts'
import { withModels } from '../forms/clauses.ts'
import { DraftForm, limits } from '../forms/draft.ts'
import { ReasonForm, StartForm } from '../forms/verbs.ts'
import { listAdopted } from '../queries/lists.ts'
import { listProposalOf } from '../queries/one.ts'
import { listNameable, listSignatories } from '../queries/people.ts'
import {
  mayAmendAgreement,
  mayOfferAgreement,
  mayRecallOffer,
  mayStartAgreement,
  mayWriteAgreement,
  namedParties,
  numberLabel,
} from '../rules.ts'
import type { Dossier, PartyThere } from '../tables.ts'
import { urls } from '../urls.ts'
import { AmendmentPage, AmendmentWithdrawalPage, RecallPage } from '../views/confirm.tsx'
import { type CarriedOver, EditAgreementPage } from '../views/edit.tsx'
import { type Offering, OfferPage } from '../views/offer.tsx'
import { StartAgreementPage } from '../views/start.tsx'
import { about, here, placeOf, shown } from './about.ts'

async function writing(c: Reading) {
  const found = await about(c)
  if (!found) return undefined
  // Whoever is named already can be named again, also by somebody who would not find them in the register.
  const known = [...(await listNameable(c.db, c.actor)), ...namedParties(found.d)]
  const carried = await carriedOver(c, found.d)
  return { ...found, carried, known: [...new Map(known.map((party) => [party.party_id, party])).values()] }
}

/** What the text began with, and what people still have to see to: said until it is first put before the parties. */
async function carriedOver(c: Reading, d: Dossier): Promise<CarriedOver | undefined> {
  if (!d.proposal_id || d.state !== 'draft' || d.number !== null) return undefined
  const [from] = await listProposalOf(c.db, d)
  const begun = (await entriesOf(c.db, [{ kind: 'agreement', id: d.id }])).find(
    ({ kind }) => kind === 'agreement.started',
  )
  const { carried = [], left = [] } = (begun?.payload ?? {}) as Partial<Pick<CarriedOver, 'carried' | 'left'>>
  return from && { from, carried, left }
}

/** The draft read in full: the text as it would be offered, or what is still missing. */
async function offering(c: Reading): Promise<(Offering & { charter_id: string; known: PartyThere[] }) | undefined> {
  const found = await writing(c)
  if (!found) return undefined
  const { d, charter, known } = found
  const read = AgreementForm({ charter, known, amends: d.version !== null }).safeParse(d.draft ?? {})
  if (!read.success)
    return { ...found, preview: null, problems: read.error.issues.map(({ message }) => message), signatories: [] }
  const number = numberLabel(charter, d) || '（番号は、署名を求めるときに付きます）'
  const { agreed } = read.data
  const preview = { agreed, text: composeText(charter, agreed, { number, version: (d.version ?? 0) + 1 }) }
  const signatories = await listSignatories(
    c.db,
    agreed.parties.map(({ party_id }) => party_id),
    today(c.now),
  )
  return { ...found, preview, problems: [], signatories }
}

async function beginningParties(
  c: Reading,
  from: { party_id: string } | undefined,
  actingForParty: string | null,
): Promise<PartyThere[]> {
  const known = await listNameable(c.db, c.actor)
  const city = known.find(({ unit }) => unit === 'city')
  const own = known.find(({ party_id }) => party_id === (from?.party_id ?? actingForParty))
  return [own, from || !actingForParty ? city : undefined].filter((one) => one !== undefined)
}

/** Where a text is written and put before the parties. */
export const writingPages = pages({
  [urls.new.pattern]: definePage({
    who: (actor, data: { charter: Charter; adopted: Awaited<ReturnType<typeof listAdopted>> }) =>
      data.adopted.length ? allow() : mayStartAgreement.why(actor, data.charter),
    load: async (c) => ({ charter: c.charter, adopted: await listAdopted(c.db, c.actor) }),
    view: StartAgreementPage,
    form: StartForm,
    blank: (data, c) => {
      const from = data.adopted.find(({ id }) => id === c.query.get('proposal'))
      const kinds = data.charter.agreement.kinds
      return { proposal: from?.id, title: from?.title, kind: kinds.length === 1 ? kinds[0]!.key : undefined }
    },
    submit: async (c, input, data) => {
      const from = data.adopted.find(({ id }) => id === input.proposal)
      if (input.proposal && !from)
        throw new Invalid({ proposal: 'この提案からは、すでに書き始められています。一覧から選び直してください。' })
      const title = input.title || from?.title.slice(0, limits.title)
      if (!title) throw new Invalid({ title: '題名を入力してください。' })
      const kind = input.kind || (from && kindFrom(await getCharter(c.db, from.charter_id), c.charter, from))
      if (!c.charter.agreement.kinds.some(({ key }) => key === kind))
        throw new Invalid({
          kind: from ? 'この提案の区分に合う種類が定まっていません。種類を選んでください。' : '種類を選んでください。',
        })
      const acting_for = input.acting_for || null
      const parties = await beginningParties(c, from, acting_for)
      const started = await startAgreement(c, placeOf(c, c), { title, kind: kind!, parties, from, acting_for })
      return { to: urls.edit(here(c, started)), flash: '書き始めました。書きかけのまま、いつでも保存できます。' }
    },
  }),

  [urls.edit.pattern]: definePage({
    who: (actor, { d }) => mayWriteAgreement.why(actor, d),
    load: writing,
    view: EditAgreementPage,
    form: ({ charter, known, d }) => AgreementForm({ charter, known, amends: d.version !== null }),
    blank: ({ d, charter }) => flatten({ ...withModels(charter, d.draft ?? {}) }),
    revision: ({ d }) => String(d.revision),
    submit: async (c, { draft }, data) => {
      await saveDraft(c, data.d, placeOf(c, data), draft, data.known)
      return urls.offer(here(c, data.d))
    },
    acts: {
      save: {
        form: DraftForm,
        repeatable: true,
        submit: async (c, input, data) => {
          const { d, charter, charter_id, known } = data as NonNullable<Awaited<ReturnType<typeof writing>>>
          const revision = await saveDraft(c, d, placeOf(c, { charter, charter_id }), input, known)
          return { to: urls.edit(here(c, d)), flash: '下書きを保存しました。', revision: String(revision) }
        },
      },
    },
  }),

  [urls.offer.pattern]: definePage({
    who: (actor, { d }) => mayOfferAgreement.why(actor, d),
    load: offering,
    view: OfferPage,
    revision: ({ d }) => String(d.revision),
    submit: async (c, _, data) => {
      if (!data.preview) throw new Conflict('文面に書き足すところが残っています。下の一覧をご確認ください。')
      const offered = await offerAgreement(c, data.d, placeOf(c, data), data.preview.agreed)
      return shown(c, offered, 'すべての当事者に署名を求めました。')
    },
  }),

  [urls.recall.pattern]: definePage({
    who: (actor, { d }) => mayRecallOffer.why(actor, d),
    load: about,
    view: RecallPage,
    form: ReasonForm,
    submit: async (c, input, data) => {
      await recallOffer(c, data.d, placeOf(c, data), input)
      return { to: urls.edit(here(c, data.d)), flash: '文面を案に戻しました。' }
    },
  }),

  [urls.amendment.pattern]: definePage({
    who: (actor, { d }, now) => mayAmendAgreement.why(actor, d, today(now)),
    load: about,
    view: AmendmentPage,
    submit: async (c, _, { d }) => {
      await beginAmendment(c, d, today(c.now))
      return { to: urls.edit(here(c, d)), flash: '変更の案を書き始めました。' }
    },
  }),

  [urls.amendmentWithdrawal.pattern]: definePage({
    who: (actor, { d }) => mayWriteAgreement.why(actor, d),
    load: about,
    view: AmendmentWithdrawalPage,
    submit: async (c, _, { d }) => {
      await dropAmendment(c, d)
      return shown(c, d, '変更の案をやめました。')
    },
  }),
})
