import type { Act, Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db/index.ts'
import { attachFiles } from '../../../platform/files/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { ensure, rule } from '../../../platform/ruling.ts'
import { today } from '../../../platform/time/index.ts'
import { action, made, subject } from '../../../platform/web/action/index.ts'
import { changedWords } from '../../../platform/web/index.ts'
import { CityPage, Confirmation } from '../../../site/index.ts'
import { type Charter, word } from '../../charters/index.ts'
import { isStaff } from '../../parties/index.ts'
import { urls as register } from '../../register/urls.ts'
import { mayChangeParties, mayEnterFor, mayEnterProject, mayRenew } from '../may.ts'
import { actingForChosen } from '../project/acting.ts'
import { nextYear, type Source } from '../project/beginning.ts'
import { ProjectForm, type ProjectInput } from '../project/entry.ts'
import { refuse } from '../project/placement.ts'
import { type Inside, refOf } from '../project/project.ts'
import { entryValues, entryWording, namesIn } from '../project/wording.ts'
import { findEntering, getCharterOn } from '../queries/entering.ts'
import { findProjectById, lockProject } from '../queries/one.ts'
import { findOrigin, findSource } from '../queries/sources.ts'
import { listToEnter, type WaitingEntry } from '../queries/waiting.ts'
import { asWhom } from '../subject.tsx'
import { urls } from '../urls.ts'
import { type EnteredParty, kindsOf, partiesOf, putParties } from '../writes/entry.ts'
import { enteredEntry } from '../writes/first-entry.ts'
import { holdFreeAgreement, insertProject, ledTo, putFirstTargets } from '../writes/new.ts'
import { refreshCopies } from '../writes/row.ts'
import { EnterPage } from './enter.page.tsx'

/** The ground of a new project: the charter, and the source that the address names. */
export interface Ground {
  charter: Charter
  source: Source
}

export const ground = subject<Ground, never, never, WaitingEntry>({
  kind: 'project',
  url: register.projects,
  at: (city) => ({ city }),
  find: async (c): Promise<Ground> => {
    const source = await findSource(c)
    const next = source.previous && nextYear(source.previous)
    return { charter: next ? (await getCharterOn(c.db, next.starts_on)).charter : c.charter, source }
  },
  page: ({ frame, thing, ...props }) => (
    <CityPage
      frame={frame}
      {...props}
      breadcrumbs={[{ href: register.projects({ city: frame.city.slug }), label: word(frame.charter, 'register') }]}
    />
  ),
  confirm: Confirmation,
  waiting: ({ db, actor, now }) => listToEnter(db, actor, today(now)),
})

/** Returns the ground in this city on the day of the act, without a source. */
export async function entryGround({ db, now }: Pick<Act, 'db' | 'now'>): Promise<Ground> {
  const { charter } = await getCharterOn(db, today(now))
  return { charter, source: { previous: undefined, agreement: undefined, proposal: undefined, proposed: 0 } }
}

/** Enters a project into the register: from a proposal, an agreement, the previous year, or freely. */
export const enterProject = action(ground, {
  path: 'new',
  who: rule((actor: Actor, { charter, source: { previous } }: Ground) =>
    previous ? mayRenew.why(actor, previous) : mayEnterProject.why(actor, { charter }),
  ),
  load: findEntering,
  form: ProjectForm,
  blank: ({ extra }) => extra.begun,
  label: ({ charter, source }) =>
    source.previous ? '次の年度の事業をつくる' : `${word(charter, 'collaborationProject')}を登録する`,
  confirm: '登録する',
  page: EnterPage,
  undo: { by: 'stop' },
  as: asPartyOfEntry,
  do: async (act, _, input) => {
    const { tx, actor, now } = act
    const previous = await previousOf(tx, input)
    const inForce = await getCharterOn(tx, (previous && input.starts_on) || today(now))
    const rows = await partiesOf(tx, actor, input, previous?.parties)
    ensureEntrant(actor, inForce.charter, rows, previous)
    const origin = await findOrigin(tx, actor, input)
    if (input.agreement_id && !previous) await holdFreeAgreement(tx, input.agreement_id)
    const entry = await enteredEntry(act, inForce.charter, { input, rows, origin, previous })
    const row = await insertProject(act, { charter_id: inForce.id, previous, origin, ...entry.columns })
    await putParties(tx, row.id, entry.rows)
    await attachFiles(tx, act, { kind: 'project', id: row.id, purpose: 'share' }, isStaff(actor) ? input.scan : [])
    await putFirstTargets(tx, row.id, origin, previous)
    const project = await refreshCopies(tx, row.id)
    return made(await ledTo(act, { ...row, changes: firstWords(project) }, origin, previous), project)
  },
  done: ({ made: { title } }) => `「${title}」を登録しました。`,
  then: ({ city }, { made: one }) => urls.show({ city, ref: refOf(one) }),
  waits: (row, { actor }) => [
    {
      ...(row.previous
        ? { kind: '次の年度の事業をつくる', query: { previous: refOf(row.previous) } }
        : { kind: '事業を登録する', query: { agreement: row.agreement ?? undefined } }),
      since: row.since,
      ...asWhom(actor, row),
    },
  ],
})

/** What each party does and pays, as it was first entered. */
function firstWords(project: Inside) {
  const shares = Object.entries(entryValues(project)).filter(([name]) => name.startsWith('share.'))
  return changedWords(entryWording(project.charter, namesIn(project)), {}, Object.fromEntries(shares))
}

/** The person acts only for a party of the entry that they belong to. */
function asPartyOfEntry(actor: Actor, _: Ground, { parties, acting_for }: ProjectInput): Actor {
  const own = parties.map(({ party_id }) => {
    const is_city = actor.parties.some((party) => party.party_id === party_id && party.is_city)
    return { party_id, is_city }
  })
  return actingForChosen(actor, own, acting_for)
}

async function previousOf(tx: Db, { previous_id, starts_on }: ProjectInput): Promise<Inside | undefined> {
  if (!previous_id) return undefined
  const found = await findProjectById(tx, previous_id)
  if (!found) throw new Invalid({ '': 'もとになる前の年度の事業が見つかりませんでした。' })
  const previous = await lockProject(tx, found)
  if (!starts_on) throw new Invalid({ starts_on: '新しい年度の、始まりの日を入力してください。' })
  return { ...previous, published_at: null }
}

/** Checks the new parties; for the next year, as a change of the previous parties. */
function ensureEntrant(actor: Actor, charter: Charter, rows: readonly EnteredParty[], previous?: Inside): void {
  ensure(previous ? mayRenew.why(actor, previous) : mayEnterProject.why(actor, { charter }))
  const parties = kindsOf(rows)
  if (previous) refuse('parties', mayChangeParties.why(actor, previous, parties))
  else ensure(mayEnterFor.why(actor, parties))
}
