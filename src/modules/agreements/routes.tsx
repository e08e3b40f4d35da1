import { isId } from '../../platform/db/index.ts'
import { filesOf } from '../../platform/files/attached.ts'
import { entriesOf } from '../../platform/record/index.ts'
import { Conflict, Invalid } from '../../platform/refusals.ts'
import { plainDateLabel, today } from '../../platform/time.ts'
import {
  definePage,
  flatten,
  instantAsked,
  numberAsked,
  pages,
  type Reading,
  type Request,
} from '../../platform/web/index.ts'
import { type Charter, getCharter, getPublishedCharter } from '../charters/index.ts'
import { beginAmendment, dropAmendment } from './actions/amend.ts'
import { type Place, startAgreement } from './actions/begin.ts'
import { kindFrom } from './actions/carry.ts'
import { composeText } from './actions/compose.ts'
import { saveDraft } from './actions/draft.ts'
import { terminateAgreement } from './actions/end.ts'
import { offerAgreement, recallOffer } from './actions/offer.ts'
import { releaseAgreement, withdrawRelease } from './actions/release.ts'
import { enterPaperSignature, signAgreement } from './actions/sign.ts'
import { AgreementForm } from './forms/agreed.ts'
import { withModels } from './forms/clauses.ts'
import { DraftForm, limits } from './forms/draft.ts'
import { PaperSignForm, ReasonForm, ReleaseForm, SignForm, StartForm, TerminationForm } from './forms/verbs.ts'
import { findPublished, listAdopted, listMine, listPublished } from './queries/lists.ts'
import { findAgreement, listProposalOf, listSignedVersions, listVersions } from './queries/one.ts'
import { listNameable, listSignatories } from './queries/people.ts'
import {
  canAmendAgreement,
  canEnterPaperSignature,
  canOfferAgreement,
  canRecallOffer,
  canReleaseAgreement,
  canSignAgreement,
  canStartAgreement,
  canTerminateAgreement,
  canWriteAgreement,
  namedParties,
  numberLabel,
  personsIn,
  publishableText,
  unsigned,
} from './rules.ts'
import { type Dossier, type PartyThere, refOf } from './tables.ts'
import { urls } from './urls.ts'
import {
  AmendmentPage,
  AmendmentWithdrawalPage,
  RecallPage,
  ReleasePage,
  TerminationPage,
  WithdrawalPage,
} from './views/confirm.tsx'
import { type CarriedOver, EditAgreementPage } from './views/edit.tsx'
import { AgreementsPage } from './views/list.tsx'
import { type Offering, OfferPage } from './views/offer.tsx'
import { ShowAgreementPage } from './views/show.tsx'
import { PaperSignaturePage, SignaturePage } from './views/sign.tsx'
import { StartAgreementPage } from './views/start.tsx'
import { DifferencePage, VersionsPage } from './views/versions.tsx'

interface About {
  d: Dossier
  charter: Charter
}

/** The agreement of the address with its charter: the one in force while the first text is written, later its own. */
async function about(c: Reading): Promise<(About & { charter_id: string }) | undefined> {
  const d = await findAgreement(c.db, c.actor, c.params.ref!)
  if (!d) return undefined
  if (d.state === 'draft') return { d, charter: c.charter, charter_id: c.charter_id }
  return { d, charter: await getCharter(c.db, d.charter_id), charter_id: d.charter_id }
}

const placeOf = (c: Request, data: { charter: Charter; charter_id: string }): Place => ({ ...data, city: c.city })
const here = (c: Request, one: Parameters<typeof refOf>[0]) => ({ city: c.city.slug, ref: refOf(one) })
const shown = (c: Request, d: Parameters<typeof refOf>[0], flash: string) => ({ to: urls.show(here(c, d)), flash })

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

function moment(at: string | null, id: string | null) {
  const asked = instantAsked(at)
  return asked && id && isId(id) ? { at: asked, id } : undefined
}

export const routes = pages({
  [urls.list.pattern]: definePage({
    who: 'anyone',
    translated: true,
    published: (c) =>
      listPublished(c.db, c.city.id, {
        year: numberAsked(c.query.get('year')),
        after: moment(c.query.get('after'), c.query.get('id')),
      }),
    load: async (c) => ({ mine: await listMine(c.db, c.actor, moment(c.query.get('mine'), c.query.get('mine_id'))) }),
    guest: () => ({ mine: [] }),
    view: AgreementsPage,
  }),

  [urls.new.pattern]: definePage({
    who: (actor, data: { charter: Charter; adopted: Awaited<ReturnType<typeof listAdopted>> }) =>
      data.adopted.length ? true : canStartAgreement(actor, data.charter),
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
        throw new Invalid({ kind: '種類を選んでください。' })
      const acting_for = input.acting_for || null
      const parties = await beginningParties(c, from, acting_for)
      const started = await startAgreement(c, placeOf(c, c), { title, kind: kind!, parties, from, acting_for })
      return { to: urls.edit(here(c, started)), flash: '書き始めました。書きかけのまま、いつでも保存できます。' }
    },
  }),

  [urls.show.pattern]: definePage({
    who: 'anyone',
    published: async (c) => (await findPublished(c.db, c.city.id, c.params.ref!)) ?? null,
    load: async (c) => {
      const found = await about(c)
      if (!found && !c.published) return undefined
      if (!found) return { charter: await getCharter(c.db, c.published!.charter_id), own: null }
      const entries = await entriesOf(c.db, [{ kind: 'agreement', id: found.d.id }])
      const files = await filesOf(c.db, { kind: 'agreement', id: found.d.id }, 'signature')
      return {
        charter: found.charter,
        own: { d: found.d, entries, files, proposals: await listProposalOf(c.db, found.d) },
      }
    },
    guest: async (c) => ({ charter: await getPublishedCharter(c.db, c.city.id, c.published!.charter_id), own: null }),
    view: ShowAgreementPage,
  }),

  [urls.edit.pattern]: definePage({
    who: (actor, { d }) => canWriteAgreement(actor, d),
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
    who: (actor, { d }) => canOfferAgreement(actor, d),
    load: offering,
    view: OfferPage,
    revision: ({ d }) => String(d.revision),
    submit: async (c, _, data) => {
      if (!data.preview) throw new Conflict('文面に書き足すところが残っています。下の一覧をご確認ください。')
      const offered = await offerAgreement(c, data.d, placeOf(c, data), data.preview.agreed)
      return shown(c, offered, 'すべての当事者に署名を求めました。')
    },
  }),

  [urls.signature.pattern]: definePage({
    who: (actor, { d }) => canSignAgreement(actor, d),
    load: about,
    view: SignaturePage,
    form: SignForm,
    submit: async (c, input, { d }) => {
      const { complete } = await signAgreement(c, d, c.city.slug, input)
      return shown(
        c,
        d,
        complete
          ? '署名しました。すべての署名がそろい、効力をもちました。'
          : '署名しました。ほかの当事者の署名を待っています。',
      )
    },
  }),

  [urls.paperSignature.pattern]: definePage({
    who: (actor, { d }) => canEnterPaperSignature(actor, d),
    load: async (c) => {
      const found = await about(c)
      const missing = found?.d.offered ? unsigned(found.d.offered).map(({ party_id }) => party_id) : []
      return found && { ...found, signatories: await listSignatories(c.db, missing, today(c.now)) }
    },
    view: PaperSignaturePage,
    form: PaperSignForm,
    submit: async (c, input, { d }) => {
      const { complete, party } = await enterPaperSignature(c, d, c.city.slug, input)
      return shown(
        c,
        d,
        `「${party}」の署名を記録しました。${complete ? 'すべての署名がそろい、効力をもちました。' : ''}`,
      )
    },
  }),

  [urls.recall.pattern]: definePage({
    who: (actor, { d }) => canRecallOffer(actor, d),
    load: about,
    view: RecallPage,
    form: ReasonForm,
    submit: async (c, input, data) => {
      await recallOffer(c, data.d, placeOf(c, data), input)
      return { to: urls.edit(here(c, data.d)), flash: '文面を案に戻しました。' }
    },
  }),

  [urls.amendment.pattern]: definePage({
    who: (actor, { d }, now) => canAmendAgreement(actor, d, today(now)),
    load: about,
    view: AmendmentPage,
    submit: async (c, _, { d }) => {
      await beginAmendment(c, d, today(c.now))
      return { to: urls.edit(here(c, d)), flash: '変更の案を書き始めました。' }
    },
  }),

  [urls.amendmentWithdrawal.pattern]: definePage({
    who: (actor, { d }) => canWriteAgreement(actor, d),
    load: about,
    view: AmendmentWithdrawalPage,
    submit: async (c, _, { d }) => {
      await dropAmendment(c, d)
      return shown(c, d, '変更の案をやめました。')
    },
  }),

  [urls.termination.pattern]: definePage({
    who: (actor, { d }) => canTerminateAgreement(actor, d),
    load: about,
    view: TerminationPage,
    form: TerminationForm,
    blank: (_, c) => ({ ended_on: plainDateLabel(today(c.now)) }),
    submit: async (c, input, { d }) => {
      await terminateAgreement(c, d, c.city.slug, input)
      return shown(c, d, '取りやめました。')
    },
  }),

  [urls.release.pattern]: definePage({
    who: (actor, { d }) => canReleaseAgreement(actor, d),
    load: async (c) => {
      const found = await about(c)
      if (!found?.d.current) return found && { ...found, words: '', copy: undefined as never }
      const words = c.query.get('withheld') ?? found.d.withheld.join('\n')
      const { text, parties } = found.d.current
      return {
        ...found,
        words,
        copy: publishableText(text, ReleaseForm.parse({ withheld: words.slice(0, 4000) }).withheld, personsIn(parties)),
      }
    },
    view: ReleasePage,
    form: ReleaseForm,
    blank: ({ words }) => ({ withheld: words }),
    submit: async (c, { withheld }, { d }) => {
      await releaseAgreement(c, d, withheld)
      return shown(c, d, '公開しました。')
    },
    acts: {
      preview: {
        form: ReleaseForm,
        repeatable: true,
        submit: async (c, input, data) => {
          const { withheld } = input as { withheld: string[] }
          return urls.release(here(c, (data as About).d), { withheld: withheld.join('\n') })
        },
      },
    },
  }),

  [urls.withdrawal.pattern]: definePage({
    who: (actor, { d }) => canReleaseAgreement(actor, d),
    load: about,
    view: WithdrawalPage,
    submit: async (c, _, { d }) => {
      await withdrawRelease(c, d)
      return shown(c, d, '公開を取りやめました。')
    },
  }),

  [urls.versions.pattern]: definePage({
    who: 'signed-in',
    load: async (c) => {
      const found = await about(c)
      return found && { ...found, versions: await listVersions(c.db, found.d.id) }
    },
    view: VersionsPage,
  }),

  [urls.difference.pattern]: definePage({
    who: 'signed-in',
    load: async (c) => {
      const found = await about(c)
      const number = /^[1-9]\d{0,4}$/.test(c.params.version!) ? Number(c.params.version) : 0
      if (!found || !number) return undefined
      const versions = await listSignedVersions(c.db, found.d.id, [number - 1, number])
      const version = versions.find((one) => one.version === number)
      return version && { ...found, version, before: versions.find((one) => one.version === number - 1) }
    },
    view: DifferencePage,
  }),
})
