import { writesFor } from '../../src/modules/agreements/agreement/agreement.ts'
import {
  type Agreement,
  beginAmendment,
  endAgreement,
  enterSignature,
  findAgreementById,
  groundOf,
  offerAgreement,
  releaseAgreement,
  saveDraft,
  signAgreement,
  startAgreement,
  terminateAgreement,
} from '../../src/modules/agreements/index.ts'
import { listAdopted } from '../../src/modules/agreements/queries/ground.ts'
import { listNameable } from '../../src/modules/agreements/queries/people.ts'
import { programme as programmeOf } from '../../src/modules/charters/index.ts'
import {
  clausesOf,
  type Draft,
  partyWords,
  type RegisteredParty,
  type Resource,
} from '../../src/modules/texts/index.ts'
import { system } from '../../src/platform/actor.ts'
import { addDays } from '../../src/platform/time/index.ts'
import type { AgreementStory } from '../story.ts'
import { type Acting, partyIdOf, personOf, secondOf, type Telling } from './telling.ts'

/** The agreement's way: written, offered, signed by every party, changed, released, ended. */
export function tellAgreement(t: Telling, told: AgreementStory): void {
  const { add, city } = t
  const find = async ({ db }: Acting) => (await findAgreementById(db, t.ids.agreement!))!
  const offer = async (acting: Acting) => {
    const act = await writing(t, told, acting)
    await offerAgreement(act, await find(act))
  }

  add(told.begunOn, told.writtenBy, 'begin the agreement', async (acting) => {
    const act = await writing(t, told, acting)
    const known = await listNameable(act.db, act.actor)
    const parties = told.parties.map((key) => known.find((one) => one.party_id === partyIdOf(city, key))!)
    const from = (await listAdopted(act.db, act.actor)).find(({ id }) => id === t.ids.proposal)
    const own = act.actor.parties.find(
      (one) => !one.is_city && parties.some(({ party_id }) => party_id === one.party_id),
    )
    const title = told.title ?? t.story.title
    const kind = kindOf(t)
    const ground = await groundOf(act, { charter: t.charter, charter_id: city.charter_id })
    const input = { title, kind, acting_for: own?.party_id ?? '', proposal: from?.id ?? '' }
    t.ids.agreement = (await startAgreement(act, ground, input)).made.id
    await saveDraft(act, await find(act), draftOf(t, told, title, kind, parties), known)
  })
  add(told.offeredOn, told.writtenBy, 'offer it', offer)
  sign(t, told.signatures ?? [], find)
  const { amended, terminated } = told
  if (amended) {
    add(amended.on, told.writtenBy, 'begin an amendment', async (act) =>
      beginAmendment(await writing(t, told, act), await find(act)),
    )
    add(amended.on, told.writtenBy, 'offer the amendment', async (acting) => {
      const act = await writing(t, told, acting)
      const d = await find(act)
      const known = await listNameable(act.db, act.actor)
      const changes = { note: amended.reason, ...changesOf(amended) }
      await saveDraft(act, d, { ...d.draft, ...changes }, known)
      await offer(act)
    })
    sign(t, amended.signatures ?? [], find)
  }
  add(told.releasedOn, 'section', 'release it', async (act) => releaseAgreement(act, await find(act), { withheld: [] }))
  if (terminated)
    add(terminated.on, told.writtenBy, 'terminate it', async (act) => {
      const other = await secondOf(act)
      return terminateAgreement.byTwo(await writing(t, told, act), other, await find(act), {
        reason: terminated.reason,
        public_reason: terminated.told ?? '',
        ended_on: terminated.on,
      })
    })
  // An agreement that was given up, or goes on by an amendment, does not end on this day.
  add(addDays(told.ends_on, 1), 'section', 'see the term end', async (act) => {
    const [one, actor] = [await find(act), system(city.cityId)]
    if (endAgreement.may(actor, one, act.now)) await endAgreement({ ...act, actor }, one)
  })
}

function sign(
  t: Telling,
  signatures: NonNullable<AgreementStory['signatures']>,
  find: (act: Acting) => Promise<Agreement>,
) {
  const { add, city } = t
  for (const { on, party, by, paper } of signatures) {
    const party_id = partyIdOf(city, party)
    if (paper)
      add(on, 'clerk', 'enter a signature on paper', async (act) => {
        const d = await find(act)
        const person = personOf(city, by)
        const code = d.offered!.digest.slice(0, 8)
        const lines = [
          '署名の用紙（写し・見本）',
          d.title,
          '',
          `照合番号　${code}`,
          `署名　${city.parties[party]!.name}　${person.name}`,
        ]
        const scan = [t.papers.sheet('署名の用紙', lines)]
        await enterSignature(act, d, { signer: `${party_id}:${person.id}`, signed_on: on, code, scan })
      })
    else
      add(on, by, 'sign', async (act) => {
        const d = await find(act)
        await signAgreement(act, d, { party_id, digest: d.offered!.digest, agree: 'yes' })
      })
  }
}

/** Whoever the story says, if they may write it; a department that is no party of it leaves the writing to the section. */
async function writing({ city, story }: Telling, { parties }: AgreementStory, act: Acting): Promise<Acting> {
  const theirs = parties.map((key) => city.parties[key]!).map(({ id, is_city }) => ({ party_id: id, is_city }))
  const writes = theirs.some((one) => writesFor(act.actor, one))
  const begins = act.actor.posts.length > 0 || !theirs.some(({ is_city }) => is_city) || story.proposal !== undefined
  return writes && begins ? act : { ...act, actor: await act.person('section') }
}

/** The kind of agreement in which the charter's form is agreed on. */
function kindOf(t: Telling): string {
  const form = formOf(t)
  const { kinds } = t.charter.agreement
  return (
    kinds.find(({ forms }) => form && forms.includes(form)) ??
    kinds.find(({ forms }) => !forms.length) ??
    kinds[0]!
  ).key
}

function formOf({ story, charter }: Telling): string | undefined {
  const { proposal, project } = story
  if (project)
    return (
      project.forms.find((form) => charter.agreement.kinds.some(({ forms }) => forms.includes(form))) ??
      project.forms[0]
    )
  const tracks = proposal ? programmeOf(charter, proposal.programme)?.tracks : undefined
  return tracks?.find(({ key }) => !proposal!.track || key === proposal!.track)?.forms[0]
}

function draftOf(t: Telling, told: AgreementStory, title: string, kind: string, parties: RegisteredParty[]): Draft {
  const id = (key: string) => (key === 'all' ? 'all' : partyIdOf(t.city, key))
  return {
    title,
    kind,
    form: formOf(t),
    parties: parties.map((party) => ({ party: partyWords(party) })),
    purpose: told.purpose,
    targets: told.targets,
    roles: told.roles.map(({ party, does, brings }) => ({
      party: id(party),
      does,
      brings,
      kind: brings ? resourceIn(brings) : '',
    })),
    money: told.money?.map((row) => ({ party: id(row.party), yen: String(row.yen), for: row.for })),
    starts_on: told.starts_on,
    ends_on: told.ends_on,
    sunset_on: told.sunset_on,
    clauses: Object.fromEntries(
      clausesOf(t.charter.agreement.clauses).map(({ key, text }) => [key, { use: text ? 'yes' : undefined, text }]),
    ),
    free: told.clauses,
    note: '',
  }
}

function changesOf({ purpose, targets }: NonNullable<AgreementStory['amended']>): Draft {
  return { ...(purpose ? { purpose } : {}), ...(targets ? { targets } : {}) }
}

// Stories say what a party brings in plain words; the form asks for its kind beside them.
const kinds: [Resource, RegExp][] = [
  ['place', /場所|会場|敷地|集会|部屋|室|広場|土地/],
  ['things', /物品|道具|機材|苗|袋|器|資材|軍手|用具|車|冊子|材料|備品|もの/],
  ['money', /補助金|助成|負担金|委託料|会費|費|お金|円|資金/],
  ['knowledge', /知識|経験|専門|助言|ノウハウ|知恵|技術|情報|つながり/],
]
const resourceIn = (words: string): Resource => kinds.find(([, pattern]) => pattern.test(words))?.[0] ?? 'people'
