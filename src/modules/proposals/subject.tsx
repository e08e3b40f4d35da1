import type { Act, Actor } from '../../platform/actor.ts'
import { everyInRecord } from '../../platform/record/index.ts'
import { type SubjectPage, subject, type Waits } from '../../platform/web/action/index.ts'
import type { Frame, Url } from '../../platform/web/index.ts'
import { CityPage, Confirmation } from '../../site/index.ts'
import { type Charter, word } from '../charters/index.ts'
import { isOfCity, isSection } from '../parties/index.ts'
import { dismissed, prepared, voided } from './events.ts'
import { lifecycle, type ProposalState, type ProposalVerb } from './lifecycle.ts'
import { concernedBy, entersFor, eyebrowOf, isProposer, titleOf, wrongMoment } from './proposal/proposal.ts'
import { findAddressed, findProposalById, listProposalsById, lockProposal } from './queries/one.ts'
import { listWaiting, type WaitingProposal } from './queries/waiting.ts'
import { type Proposal, refOf } from './tables.ts'
import { urls } from './urls.ts'

export const proposal = subject<Proposal, ProposalState, ProposalVerb, WaitingProposal>({
  kind: 'proposal',
  lifecycle,
  url: urls.show,
  at: (city, one) => ({ city, ref: refOf(one) }),
  find: findAddressed,
  every: ({ db }) => everyInRecord(db, 'proposal', findProposalById),
  concerns: concernedBy,
  lock: lockProposal,
  state: ({ state }) => state,
  refused: wrongMoment,
  back: '提案のページへ戻る',
  revision: ({ revision }) => String(revision),
  fourEyes: {
    isOfficer: isOfCity,
    prepared,
    dismissed,
    voided,
    byIds: listProposalsById,
    title: titleOf,
    seen: ({ revision, state }) => ({ revision, state }),
  },
  page: AboutProposal,
  confirm: Confirmation,
  waiting: ({ db, actor }) => listWaiting(db, actor),
  waits,
})

/** The charter under which a proposal begins; a draft moves to each new charter in force. */
export interface Ground {
  charter: Charter
  charter_id: string
}

export const ground = subject<Ground, never, never>({
  kind: 'proposal',
  url: urls.list,
  at: (city) => ({ city }),
  find: async ({ charter, charter_id }) => ({ charter, charter_id }),
  page: ({ thing: _, ...props }) => <CityPage {...props} breadcrumbs={crumbs(props.frame)} />,
  confirm: Confirmation,
})

export function crumbs(frame: Frame) {
  return [{ href: urls.list({ city: frame.city.slug }), label: word(frame.charter, 'proposal', frame.lang) }]
}

function AboutProposal({ thing, ...props }: SubjectPage<Proposal>) {
  const { frame } = props
  return (
    <CityPage
      {...props}
      eyebrow={`${eyebrowOf(thing)}　${titleOf(thing)}`}
      breadcrumbs={[
        ...crumbs(frame),
        { href: urls.show({ city: frame.city.slug, ref: refOf(thing) }), label: titleOf(thing) },
      ]}
    />
  )
}

/** Returns as whom a person does what waits: a party, or an office with the proposer's name. */
export function asWhom(row: WaitingProposal, actor: Actor): Pick<Waits, 'who' | 'of'> {
  if (isProposer(actor, row)) return { who: row.party_name }
  return { who: isSection(actor) ? '協働の担当課' : (row.department_name ?? '担当課'), of: row.party_name }
}

/** Only writing and the choice between accepting and returning wait here; verbs declare the rest. */
function waits(row: WaitingProposal, { actor }: Act): (Waits & { kind: string; url?: Url })[] {
  const { state, state_since, return_by } = row
  const whom = asWhom(row, actor)
  if (isProposer(actor, row) || entersFor(actor, row)) {
    const writer = whom.of ? { ...whom, of: `${whom.of}に代わって入力` } : whom
    if (state === 'draft') return [{ kind: '下書きの続きを書く', url: urls.edit, since: row.saved_at, ...writer }]
    if (state === 'returned')
      return [{ kind: '補正する', url: urls.edit, since: state_since, due: return_by ?? undefined, ...writer }]
  }
  return state === 'submitted' && isSection(actor) && !isProposer(actor, row)
    ? [{ kind: '受理するか、補正を求める', since: state_since, ...whom }]
    : []
}
