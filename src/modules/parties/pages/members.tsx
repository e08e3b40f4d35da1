import type { Actor } from '../../../platform/actor.ts'
import { type Entry, entriesOf } from '../../../platform/record/index.ts'
import { today } from '../../../platform/time/index.ts'
import { definePage, type Frame, type Views } from '../../../platform/web/index.ts'
import { ActList, VerbButtons, verbLinks } from '../../../site/index.ts'
import { ButtonRow, DataTable } from '../../../ui/index.ts'
import { enterMember, ofMembers } from '../actions/index.ts'
import { events } from '../events.ts'
import { mayEditParty, maySeeActs } from '../may.ts'
import { roleLabels } from '../party/labels.ts'
import { presenceOn, termLabel } from '../party/term.ts'
import { listMembers } from '../queries/people.ts'
import { findAddressed, type Membership, PartyPage, type Registered, party as subject } from '../subject.tsx'

interface Members {
  party: Registered
  members: Awaited<ReturnType<typeof listMembers>>
  /** Entries of the party, for the section only. */
  entries: Entry[]
}

function MembersPage({ frame, data: { party, members, entries } }: Views<undefined, Members>) {
  return (
    <PartyPage frame={frame} party={party} title="構成員と役割">
      <DataTable
        caption="役割を持つ方"
        rows={members}
        columns={[
          { label: 'お名前', heading: true, cell: (one) => one.name },
          { label: '役割', cell: (one) => roleLabels[one.role] },
          { label: '期間', cell: (one) => <Presence frame={frame} member={{ ...one, party }} /> },
          { label: '手続き', cell: (one) => <MemberVerbs frame={frame} member={{ ...one, party }} /> },
        ]}
      />
      <ButtonRow>
        <VerbButtons frame={frame} thing={party} verbs={[enterMember]} first="primary" />
      </ButtonRow>
      <ActList subject={subject.url(subject.at(frame.city.slug, party))} entries={entries} events={events} />
    </PartyPage>
  )
}

function Presence({ frame, member }: { frame: Frame; member: Membership & { on_staff: boolean } }) {
  const presence = presenceOn(member, today(frame.now))
  return (
    <>
      {termLabel(member)}
      {presence === 'left' && '（終わりました）'}
      {presence === 'coming' && '（まだ始まっていません）'}
      {member.on_staff && !member.party.is_city && (
        <>
          <br />
          市の職員のため、団体の手続きはできません。
        </>
      )}
    </>
  )
}

function MemberVerbs({ frame, member }: { frame: Frame; member: Membership }) {
  return (
    <>
      {verbLinks(frame, ofMembers, () => [member]).map(({ href, label }) => (
        <>
          <a href={href} aria-label={`${member.name}さんの役割を${label}`}>
            {label}
          </a>{' '}
        </>
      ))}
    </>
  )
}

/** Only the party itself and the section see its members. */
export const membersPage = definePage({
  who: (actor: Actor, { party }: Members) => mayEditParty.why(actor, party),
  load: async (c): Promise<Members | undefined> => {
    const party = await findAddressed(c)
    if (!party) return undefined
    const entries = maySeeActs(c.actor, party) ? await entriesOf(c.db, [{ kind: 'party', id: party.id }]) : []
    return { party, members: await listMembers(c.db, party.id, c.now), entries }
  },
  view: MembersPage,
})
