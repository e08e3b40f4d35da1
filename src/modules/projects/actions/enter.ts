import type { Act, Actor } from '../../../platform/actor.ts'
import { asJson, atomically, cityOf, type Db, isId, newId } from '../../../platform/db/index.ts'
import { nextNumber } from '../../../platform/numbers/index.ts'
import { record } from '../../../platform/record/index.ts'
import { Conflict, Invalid } from '../../../platform/refusals.ts'
import { ensure, type Ruling } from '../../../platform/ruling.ts'
import { fiscalYearOf, today } from '../../../platform/time/index.ts'
import { lockAgreement } from '../../agreements/index.ts'
import { type Charter, charterInForce, getCharter, termRuling } from '../../charters/index.ts'
import { canNameParty, isStaff, listDepartments, listPartiesById } from '../../parties/index.ts'
import { leadOn } from '../../proposals/index.ts'
import type { ProjectInput } from '../forms.ts'
import { findProjectById, type Inside } from '../queries.ts'
import {
  changeRuling,
  entrantRuling,
  inVoiceOf,
  mayEditProject,
  mayEnterProject,
  mayRenew,
  needsOf,
  partiesRuling,
  placeProblems,
  refOf,
} from '../rules.ts'
import type { Project } from '../tables.ts'
import { changed, settle } from './settle.ts'
import {
  findAgreementOn,
  findDrawnAgreement,
  findDrawnProposal,
  findSourceProposal,
  listProposedTargets,
  withProject,
} from './sources.ts'
import { carryTargets, copyTargets, putTargets } from './targets.ts'
import { chosenAgreement, noteTie, tiedTo } from './tie.ts'

type Named = Awaited<ReturnType<typeof listPartiesById>>[number]
type Row = ProjectInput['parties'][number] & { party: Named }

/** A project comes into the register: from an adopted proposal, an agreement, the project before it, or as it is. */
export async function enterProject({ db, actor, now }: Act, input: ProjectInput): Promise<Inside> {
  return atomically(db, async (tx) => {
    const previous = await previousOf(tx, input)
    const inForce = (await charterInForce(tx, (previous && input.starts_on) || today(now)))!
    const rows = await partiesOf(tx, actor, input, previous?.parties)
    if (previous) ensure(mayRenew.why(actor, previous))
    else ensure(mayEnterProject.why(actor, inForce))
    const parties = rows.map(({ party }) => ({ party_id: party.id, is_city: party.is_city }))
    if (previous) refuse('parties', changeRuling.why(actor, { ...previous, published_at: null }, parties))
    else ensure(entrantRuling.why(actor, parties))
    check(inForce.charter, input, rows)
    await checkDepartment(tx, actor, input, previous && { ...previous, published_at: null })
    const source = await sourceOf(tx, actor, input)
    if (input.agreement_id && !previous) await takeAgreement(tx, input.agreement_id)
    const id = newId()
    const fiscal_year = fiscalYearOf(now)
    const number = await nextNumber(tx, 'project', fiscal_year)
    await tx
      .insertInto('projects')
      .values({
        city_id: cityOf(tx),
        id,
        state: 'planned',
        charter_id: inForce.id,
        fiscal_year,
        number,
        ...columns(inForce.charter, input),
        ...source,
        previous_id: previous?.id ?? null,
        renewals: previous ? previous.renewals + 1 : 0,
        years_before: previous ? previous.years_before + previous.fiscal_years.length : 0,
        programme: source.programme ?? previous?.programme ?? null,
        steps: asJson({}),
        facts: asJson({}),
        decision: null,
        started_on: null,
        finished_on: null,
        decided_on: null,
        decision_reasons: '',
        revision: 1,
        channel: actor.channel,
        entered_by: actor.channel === 'web' ? null : actor.account_id,
        created_at: now,
        saved_at: now,
        state_since: now,
      })
      .execute()
    await putParties(tx, id, rows)
    if (source.agreement_id) await copyTargets(tx, id, source.agreement_id)
    else if (previous) await carryTargets(tx, id, previous)
    else if (source.proposal_id) await putTargets(tx, id, await listProposedTargets(tx, source.proposal_id))
    const voice = inVoiceOf(actor, parties, input.acting_for)
    record(tx, { actor: voice, now }, 'project.entered', { id }, { title: input.title })
    const registered = { ref: refOf({ fiscal_year, number }), title: input.title }
    if (source.agreement_id)
      record(tx, { actor: voice, now }, 'agreement.project-entered', { id: source.agreement_id }, registered)
    else if (source.proposal_id)
      leadOn(tx, { actor: voice, now }, { id: source.proposal_id }, { project: registered.ref })
    if (previous) record(tx, { actor: voice, now }, 'project.renewed', previous, { next: id })
    return settle({ db: tx }, id)
  })
}

/** All who write for the project put its register entry right; parties, zone and forms are looked at anew. */
export async function reviseProject({ db, actor, now }: Act, project: Inside, input: ProjectInput): Promise<Inside> {
  return atomically(db, async (tx) => {
    ensure(mayEditProject.why(actor, project))
    const charter = await getCharter(tx, project.charter_id)
    const rows = await partiesOf(tx, actor, input, project.parties)
    const parties = rows.map(({ party }) => ({ party_id: party.id, is_city: party.is_city }))
    refuse('parties', changeRuling.why(actor, project, parties))
    check(charter, input, rows)
    await checkDepartment(tx, actor, input, project)
    const agreement = await chosenAgreement(tx, actor, project, { ...input, parties })
    const tied = agreement ? await tiedTo(tx, project, agreement) : {}
    const updated = await changed(tx, project, now)
      .set({ ...columns(charter, input), ...tied })
      .executeTakeFirst()
    if (Number(updated.numUpdatedRows) === 0)
      throw new Conflict('ほかの方が先に保存しました。画面を読み込み直してください。')
    await putParties(tx, project.id, rows)
    const voice = inVoiceOf(actor, project.parties, input.acting_for)
    record(tx, { actor: voice, now }, 'project.revised', project, { parties: rows.map(({ party }) => party.name) })
    if (agreement) await noteTie({ db: tx, actor: voice, now }, project, agreement)
    return settle({ db: tx }, project.id)
  })
}

function refuse(field: string, ruling: Ruling): void {
  if (!ruling.allowed) throw new Invalid({ [field]: ruling.because })
}

function check(charter: Charter, input: ProjectInput, rows: Row[]): void {
  const kinds = rows.map(({ party }) => ({ kind: party.kind, party_id: party.id }))
  refuse('parties', partiesRuling.why(charter, kinds))
  const problems = placeProblems(charter, input)
  if (Object.keys(problems).length > 0) throw new Invalid(problems)
  if (input.starts_on && (input.ends_on || needsOf(charter, input.forms).includes('term')))
    refuse('ends_on', termRuling.why(charter, { starts_on: input.starts_on, ends_on: input.ends_on }))
  const choices = [
    ['start_type', charter.startTypes, input.start_type ? [input.start_type] : []],
    ['fields', charter.fields, input.fields],
    ['wards', charter.territory.units, input.wards],
  ] as const
  for (const [field, list, chosen] of choices)
    if (chosen.some((key) => !list.some((one) => one.key === key)))
      throw new Invalid({ [field]: '一覧にあるものから選び直してください。' })
}

/** The department in charge is one of the city's; once everyone reads it, the city says which. */
async function checkDepartment(tx: Db, actor: Actor, { department_id }: ProjectInput, before?: Inside): Promise<void> {
  if (!department_id || department_id === before?.department_id) return
  if (!(await listDepartments(tx)).some(({ id }) => id === department_id))
    throw new Invalid({ department_id: '市の担当課を、一覧から選んでください。' })
  if (before?.published_at && !isStaff(actor))
    throw new Invalid({ department_id: '公開している事業の担当課は、市が決めます。担当課にご連絡ください。' })
}

/** Whoever is in it already stays; otherwise only whom this person may name at all. */
async function partiesOf(tx: Db, actor: Actor, input: ProjectInput, before: Inside['parties'] = []): Promise<Row[]> {
  const ids = input.parties.map(({ party_id }) => party_id).filter((id) => isId(id))
  const found = (await listPartiesById(tx, [...new Set(ids)])).filter(
    (party) => canNameParty(actor, party) || before.some(({ party_id }) => party_id === party.id),
  )
  return input.parties.map((row, index) => {
    const party = found.find(({ id }) => id === row.party_id)
    if (!party) throw new Invalid({ [`parties.${index}.party_id`]: '取り組む団体を一覧から選んでください。' })
    return { ...row, party }
  })
}

function columns(charter: Charter, input: ProjectInput) {
  const { acting_for: _, parties: __, previous_id: ___, proposal_id: ____, agreement_id: _____, ...rest } = input
  return {
    ...rest,
    zone: charter.zones.length > 0 ? input.zone : null,
    sunset_on: input.sunset_on ?? (charter.timeLimit ? input.ends_on : null),
    particulars: asJson(input.particulars),
  }
}

async function previousOf(tx: Db, input: ProjectInput): Promise<Inside | undefined> {
  if (!input.previous_id) return undefined
  const previous = await findProjectById(tx, input.previous_id)
  if (!previous) throw new Invalid({ '': 'もとになる前の年度の事業が見つかりませんでした。' })
  if (!input.starts_on) throw new Invalid({ starts_on: '新しい年度の、始まりの日を入力してください。' })
  return previous
}

/** One agreement leads to one project, however many people register it at the same moment. */
async function takeAgreement(tx: Db, agreement_id: string): Promise<void> {
  await lockAgreement(tx, { id: agreement_id })
  if ((await withProject(tx, [agreement_id])).has(agreement_id))
    throw new Invalid({ '': 'この取り決めからは、すでに事業が登録されています。一覧から、その事業をご覧ください。' })
}

/** Where it comes from; a proposal brings its agreement along when there is one. */
async function sourceOf(
  tx: Db,
  actor: Actor,
  input: ProjectInput,
): Promise<Pick<Project, 'proposal_id' | 'agreement_id' | 'programme'>> {
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
  const theirs = proposal && !agreement ? await findAgreementOn(tx, proposal.id) : undefined
  return {
    proposal_id: proposal?.id ?? null,
    agreement_id: agreement?.id ?? theirs ?? null,
    programme: proposal?.programme ?? null,
  }
}

async function putParties(tx: Db, project_id: string, rows: Row[]): Promise<void> {
  const city_id = cityOf(tx)
  await tx.deleteFrom('project_parties').where('city_id', '=', city_id).where('project_id', '=', project_id).execute()
  await tx
    .insertInto('project_parties')
    .values(
      rows.map(({ party, role, does, brings, money_yen }, position) => ({
        city_id,
        id: newId(),
        project_id,
        position,
        party_id: party.id,
        name: party.name,
        kind: party.kind,
        unit: party.unit,
        is_city: party.is_city,
        role,
        does,
        brings,
        money_yen,
      })),
    )
    .execute()
}
