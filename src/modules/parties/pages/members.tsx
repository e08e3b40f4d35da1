import type { Actor } from '../../../platform/actor.ts'
import { type Entry, entriesOf } from '../../../platform/record/index.ts'
import { dateLabel } from '../../../platform/time/index.ts'
import { definePage, type Views } from '../../../platform/web/index.ts'
import { ActList, VerbButtons } from '../../../site/index.ts'
import { ButtonRow, DataTable } from '../../../ui/index.ts'
import { enterMember } from '../actions/index.ts'
import { events } from '../events.ts'
import { mayEditParty, maySeeActs } from '../may.ts'
import { roleLabels } from '../party/labels.ts'
import { listMembers } from '../queries/people.ts'
import { findAddressed, PartyPage, type Registered, party as subject } from '../subject.tsx'

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
          {
            label: '期間',
            cell: (one) => `${dateLabel(one.starts_on)}から${one.ends_on ? `${dateLabel(one.ends_on)}まで` : ''}`,
          },
        ]}
      />
      <ButtonRow>
        <VerbButtons frame={frame} thing={party} verbs={[enterMember]} first="primary" />
      </ButtonRow>
      <ActList subject={subject.url(subject.at(frame.city.slug, party))} entries={entries} events={events} />
    </PartyPage>
  )
}

/** Only the party itself and the section see its members. */
export const membersPage = definePage({
  who: (actor: Actor, { party }: Members) => mayEditParty.why(actor, party),
  load: async (c): Promise<Members | undefined> => {
    const party = await findAddressed(c)
    if (!party) return undefined
    const entries = maySeeActs(c.actor, party) ? await entriesOf(c.db, [{ kind: 'party', id: party.id }]) : []
    return { party, members: await listMembers(c.db, party.id), entries }
  },
  view: MembersPage,
})
