import { z } from 'zod'
import { type Act, type Actor, actingFor } from '../../../platform/actor.ts'
import { asJson, cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { fields } from '../../../platform/fields/index.ts'
import { about } from '../../../platform/record/event.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { action, made, subject } from '../../../platform/web/action/index.ts'
import { CityPage, Confirmation } from '../../../site/index.ts'
import { type Charter, getCharter, leadsToAgreement, word } from '../../charters/index.ts'
import { isSection, isStaff, listDepartments, mayActFor } from '../../parties/index.ts'
import { leadOn } from '../../proposals/index.ts'
import { type Carried, carryOver, kindFrom } from '../agreement/carried.ts'
import { withModels } from '../agreement/clauses.ts'
import { limits } from '../agreement/draft.ts'
import { partiesIn, partyWords } from '../agreement/parties.ts'
import { started } from '../events.ts'
import { mayBegin, mayStart } from '../may.ts'
import { type Adopted, listAdopted } from '../queries/lists.ts'
import { listNameable } from '../queries/people.ts'
import type { AgreementRow, PartyThere } from '../tables.ts'
import { urls } from '../urls.ts'
import { placeParties } from '../writes.ts'
import { StartAgreementPage } from './start.page.tsx'

/** Where an agreement begins: under a city's charter, from the adopted proposals that this person may begin one from. */
export interface Ground {
  charter: Charter
  charter_id: string
  adopted: readonly Adopted[]
}

type Row = Adopted & { department_name: string }

export const ground = subject<Ground, never, never, Row>({
  kind: 'agreement',
  url: urls.list,
  at: (city) => ({ city }),
  find: async (c): Promise<Ground> => groundOf(c, c),
  page: ({ frame, thing, ...props }) => (
    <CityPage
      frame={frame}
      {...props}
      breadcrumbs={[{ href: urls.list({ city: frame.city.slug }), label: word(thing.charter, 'agreement') }]}
    />
  ),
  confirm: Confirmation,
  waiting,
})

/** The ground in this city, for whoever acts. */
export async function groundOf(
  { db, actor }: Pick<Act, 'db' | 'actor'>,
  { charter, charter_id }: Omit<Ground, 'adopted'>,
): Promise<Ground> {
  return { charter, charter_id, adopted: await listAdopted(db, actor) }
}

const StartForm = z.object({
  /** Left empty, the proposal's own; without a proposal it is asked for. */
  title: fields.optionalText(limits.title),
  kind: fields.optionalText(60),
  acting_for: fields.optionalText(60),
  proposal: fields.optionalText(60),
})

/** Somebody begins to write: from an adopted proposal, or freely. */
export const startAgreement = action(ground, {
  path: 'new',
  who: mayBegin,
  form: StartForm,
  blank: ({ thing: { adopted, charter } }, c) => {
    const from = adopted.find(({ id }) => id === c.query.get('proposal'))
    const { kinds } = charter.agreement
    return { proposal: from?.id, title: from?.title, kind: kinds.length === 1 ? kinds[0]!.key : undefined }
  },
  label: ({ charter }) => `${word(charter, 'agreement')}を書き始める`,
  confirm: '書き始める',
  lead: 'まず題名を決めます。当事者、目標、役割は、次のページで書き、いつでも保存できます。',
  page: StartAgreementPage,
  undo: { by: 'termination' },
  as: (actor, _, { acting_for }) => actingFor(actor, acting_for || null),
  do: async (act, { charter, charter_id, adopted }, input) => {
    const { from, title, kind } = await chosen(act, charter, adopted, input)
    ensure(mayStart.why(act.actor, charter, from))
    if (input.acting_for || !isStaff(act.actor)) ensure(mayActFor.why(act.actor, input.acting_for || null))
    const known = await listNameable(act.tx, act.actor)
    const parties = firstParties(known, from, input.acting_for || null)
    const { draft, carried, left } = await beginning(act.tx, charter, { from, title, kind, parties, known })
    const draftRow = await insertDraft(act, {
      charter_id,
      title,
      kind,
      from,
      draft: asJson(withModels(charter, draft)),
    })
    await placeParties(act.tx, draftRow.id, 0, partiesIn(draft, [...parties, ...known]))
    if (from) await leadOn(act.tx, act, from, { agreement_id: draftRow.id })
    return made(about(started({ title, ...(from ? { carried, left } : {}) }), draftRow), draftRow)
  },
  done: '書き始めました。書きかけのまま、いつでも保存できます。',
  then: ({ city }, { made: begun }) => urls.edit({ city, ref: begun.id }),
  waits: (row, { actor }) => [
    {
      kind: '取り決めを書き始める',
      query: { proposal: row.id },
      since: row.state_since,
      ...(mayActFor(actor, row.party_id)
        ? { who: row.party_name }
        : { of: row.party_name, who: isSection(actor) ? '協働の担当課' : row.department_name }),
    },
  ],
})

/** The adopted proposals that lead to an agreement and have none yet, for whoever may begin it. */
async function waiting({ db, actor }: Act): Promise<Row[]> {
  const adopted = await listAdopted(db, actor)
  const departments = adopted.length > 0 ? await listDepartments(db) : []
  const rows: Row[] = []
  for (const one of adopted) {
    if (!leadsToAgreement(await getCharter(db, one.charter_id), one.programme, one.track)) continue
    const department_name = departments.find(({ id }) => id === one.department_id)?.name ?? '担当課'
    rows.push({ ...one, department_name })
  }
  return rows
}

/** What the text begins from, with its title and its kind, or what is missing of them. */
async function chosen(
  { tx }: { tx: Db },
  charter: Charter,
  adopted: readonly Adopted[],
  input: z.output<typeof StartForm>,
): Promise<{ from: Adopted | undefined; title: string; kind: string }> {
  const from = adopted.find(({ id }) => id === input.proposal)
  if (input.proposal && !from)
    throw new Invalid({ proposal: 'この提案からは、すでに書き始められています。一覧から選び直してください。' })
  const title = input.title || from?.title.slice(0, limits.title)
  if (!title) throw new Invalid({ title: '題名を入力してください。' })
  const kind = input.kind || (from && kindFrom(await getCharter(tx, from.charter_id), charter, from))
  if (!kind || !charter.agreement.kinds.some(({ key }) => key === kind))
    throw new Invalid({
      kind: from ? 'この提案の区分に合う種類が定まっていません。種類を選んでください。' : '種類を選んでください。',
    })
  return { from, title, kind }
}

/** The proposer or the party that begins, and the city where it takes part. */
function firstParties(known: readonly PartyThere[], from: Adopted | undefined, actingFor: string | null): PartyThere[] {
  const city = known.find(({ unit }) => unit === 'city')
  const own = known.find(({ party_id }) => party_id === (from?.party_id ?? actingFor))
  return [own, from || !actingFor ? city : undefined].filter((one) => one !== undefined)
}

/** What the text begins with: the proposal's own words, as far as it has them. */
async function beginning(
  tx: Db,
  charter: Charter,
  begun: { from: Adopted | undefined; title: string; kind: string; parties: PartyThere[]; known: PartyThere[] },
): Promise<Carried> {
  const { from, title, kind, parties, known } = begun
  if (from) return carryOver({ asked: await getCharter(tx, from.charter_id), charter }, from, begun)
  const draft = { title, kind, parties: parties.map((one) => ({ party: partyWords(one, known) })) }
  return { draft, carried: [], left: [] }
}

function insertDraft(
  { tx, actor, now }: { tx: Db; actor: Actor; now: Date },
  values: { charter_id: string; title: string; kind: string; draft: string; from: Adopted | undefined },
): Promise<AgreementRow> {
  const { from, ...columns } = values
  return tx
    .insertInto('agreements')
    .values({
      city_id: cityOf(tx),
      id: newId(),
      state: 'draft',
      ...columns,
      proposal_id: from?.id ?? null,
      department_id: from?.department_id ?? departmentOf(actor),
      revision: 1,
      channel: actor.channel,
      entered_by: actor.entered_by,
      created_at: now,
      saved_at: now,
      state_since: now,
      termination: '',
      withheld: '[]',
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** The department of an officer who begins: it stays in charge of what it began. */
const departmentOf = (actor: Actor) => actor.posts.find(({ role }) => role === 'department')?.department_id ?? null
