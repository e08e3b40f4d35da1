import type { Actor } from '../../../platform/actor.ts'
import { cityOf, type Db, isId } from '../../../platform/db/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { fiscalYearEnd, type IsoDate, parseFiscalYear, parseJapaneseDate } from '../../../platform/time/index.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { findAgreementById, listInForce } from '../../agreements/index.ts'
import { getCharter } from '../../charters/index.ts'
import { isStaff, writableParties } from '../../parties/index.ts'
import { sheetOf } from '../../programmes/index.ts'
import { findProposalById, listAdoptedProposals } from '../../proposals/index.ts'
import { type AnswerRow, rowsOf, targetFrom } from '../../questionnaires/index.ts'
import type { Source } from '../project/beginning.ts'
import { limits } from '../project/limits.ts'
import { speaksFor } from '../project/standing.ts'
import type { Aim, Project, SourceAgreement, SourceProposal, Target } from '../tables.ts'
import { findProject } from './one.ts'

/** What this person can make a project of: an adopted proposal or an agreement in force that has no project yet. */
export async function listSources(db: Db, actor: Actor) {
  const proposals = (await listAdoptedProposals(db)).filter((one) => drawsFromProposal(actor, one))
  const agreements = (await listInForce(db)).filter(({ text }) => drawsFromAgreement(actor, text))
  const ids = [...proposals, ...agreements].map(({ id }) => id)
  const used = await withProject(db, ids)
  const agreed = new Set(agreements.map(({ proposal_id }) => proposal_id))
  return {
    // Where a proposal has led to an agreement, the agreement says more.
    proposals: proposals.filter(({ id }) => !used.has(id) && !agreed.has(id)),
    agreements: agreements.filter(({ id }) => !used.has(id)),
  }
}

/** Which of these proposals and agreements have their project already. */
export async function withProject(db: Db, ids: string[]): Promise<Set<string | null>> {
  if (ids.length === 0) return new Set()
  const made = await db
    .selectFrom('projects')
    .select(['proposal_id', 'agreement_id'])
    .where('city_id', '=', cityOf(db))
    .where((eb) => eb.or([eb('proposal_id', 'in', ids), eb('agreement_id', 'in', ids)]))
    .execute()
  return new Set(made.flatMap(({ proposal_id, agreement_id }) => [proposal_id, agreement_id]))
}

const drawsFromProposal = (actor: Actor, { party_id }: { party_id: string }) =>
  isStaff(actor) || writableParties(actor).some((party) => party.party_id === party_id)

/** Whether the person may make a project of an agreement: staff, and whoever speaks for one of its parties. */
export const drawsFromAgreement = (actor: Actor, { parties }: Pick<SourceAgreement['text'], 'parties'>) =>
  isStaff(actor) || parties.some((party) => speaksFor(actor, party))

/** An adopted proposal as the beginning of a project. */
export async function findSourceProposal(db: Db, id: string): Promise<SourceProposal | undefined> {
  const found = isId(id) ? await findProposalById(db, id) : undefined
  const adopted = found?.decision === 'adopted' || found?.decision === 'conditionally_adopted'
  return found?.state === 'decided' && adopted ? found : undefined
}

/** The same, for whoever may make a project of it; to others it is not there. */
async function findDrawnProposal(db: Db, actor: Actor, id: string) {
  const found = await findSourceProposal(db, id)
  return found && drawsFromProposal(actor, found) ? found : undefined
}

/** An agreement in force as the beginning of a project: its signed text says nearly all. */
export async function findSourceAgreement(db: Db, id: string): Promise<SourceAgreement | undefined> {
  const found = isId(id) ? await findAgreementById(db, id) : undefined
  if (found?.state !== 'in_force' || !found.current) return undefined
  const { title, form, proposal_id, current } = found
  return { id, title, form, proposal_id, text: current.text }
}

/** The same, for whoever may make a project of it; to others it is not there. */
async function findDrawnAgreement(db: Db, actor: Actor, id: string) {
  const found = await findSourceAgreement(db, id)
  return found && drawsFromAgreement(actor, found.text) ? found : undefined
}

/** The agreement in force on a proposal. */
async function findAgreementOn(db: Db, proposalId: string): Promise<string | undefined> {
  return (await listInForce(db, proposalId))[0]?.id
}

/** What a proposal says is to be reached; a figure with its unit where there is one, at least so much unless it says otherwise. */
export async function listProposedTargets(db: Db, proposalId: string): Promise<Aim[]> {
  const proposal = await findProposalById(db, proposalId)
  if (!proposal) return []
  const { charter_id, programme, track, contents } = proposal
  const sheet = sheetOf(await getCharter(db, charter_id), programme, track)
  const rows = rowsOf(sheet, contents, 'targets').map(({ row }) => row)
  return rows.filter(({ indicator }) => indicator).map(aimOf)
}

function aimOf(row: AnswerRow): Aim {
  const { indicator, value, unit, direction, by } = targetFrom(row)
  const whole = unit.length <= limits.unit ? { value, unit } : { value: row.value ?? '', unit: '' }
  return { indicator, ...whole, direction, by_on: parseJapaneseDate(by) ?? yearEndOf(by) }
}

/** 「令和9年度末」 and 「令和9年度中」 are the last day of that year. */
function yearEndOf(words: string): IsoDate | null {
  const year = /年度/.test(words) ? parseFiscalYear(words.replace(/(末|中|末まで|中に)$/, '')) : undefined
  return year === undefined ? null : fiscalYearEnd(year)
}

/** Whether the targets are still those of the proposal, with nothing reached yet: nobody has made them the project's own. */
export async function areAsProposed(
  db: Db,
  { proposal_id, targets }: { proposal_id: string | null; targets: readonly Target[] },
): Promise<boolean> {
  const proposed = proposal_id ? await listProposedTargets(db, proposal_id) : []
  const plain = ({ indicator, value, unit, direction, by_on }: Aim) => [indicator, value, unit, direction, by_on].join()
  return (
    targets.length === proposed.length &&
    targets.every((target, at) => target.result === null && plain(target) === plain(proposed[at]!))
  )
}

/** What a new project is made of, from the address: an agreement, a proposal, the project of the year before. */
export async function findSource({ db, actor, query }: Reading): Promise<Source> {
  const [agreementId, proposalId, previousRef] = ['agreement', 'proposal', 'previous'].map((key) => query.get(key))
  const previous = previousRef ? await findProject(db, actor, previousRef) : undefined
  const agreement = agreementId ? await findDrawnAgreement(db, actor, agreementId) : undefined
  const proposal = agreement?.proposal_id
    ? await findSourceProposal(db, agreement.proposal_id)
    : proposalId
      ? await findDrawnProposal(db, actor, proposalId)
      : undefined
  const alone = proposal && !previous && !agreement && !(await findAgreementOn(db, proposal.id))
  const proposed = alone ? (await listProposedTargets(db, proposal.id)).length : 0
  return { previous, agreement, proposal, proposed }
}

/** What a project keeps of its beginning. */
export type Origin = Pick<Project, 'proposal_id' | 'agreement_id' | 'programme'>

/** Where an entry comes from; a proposal brings its agreement along when there is one. */
export async function findOrigin(
  tx: Db,
  actor: Actor,
  input: { agreement_id: string | null; proposal_id: string | null },
): Promise<Origin> {
  const agreement = input.agreement_id ? await findDrawnAgreement(tx, actor, input.agreement_id) : undefined
  if (input.agreement_id && !agreement) throw new Invalid({ '': 'もとになる取り決めに、いま効力がありません。' })
  const proposalId = input.proposal_id ?? agreement?.proposal_id ?? null
  const brought = proposalId && proposalId === agreement?.proposal_id
  const proposal = brought
    ? await findSourceProposal(tx, proposalId)
    : proposalId
      ? await findDrawnProposal(tx, actor, proposalId)
      : undefined
  if (input.proposal_id && !proposal) throw new Invalid({ '': 'もとになる提案が、採択されていません。' })
  const ofProposal = proposal && !agreement ? await findAgreementOn(tx, proposal.id) : undefined
  return {
    proposal_id: proposal?.id ?? null,
    agreement_id: agreement?.id ?? ofProposal ?? null,
    programme: proposal?.programme ?? null,
  }
}
