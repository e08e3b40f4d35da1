import { Invalid } from '../../platform/refusals.ts'
import { today } from '../../platform/time/index.ts'
import { definePage, flatten, pages, type Reading } from '../../platform/web/index.ts'
import { enterMember, registerParty, reviseParty } from './actions.ts'
import { MemberForm, PartyForm, readGroupFilter } from './forms.ts'
import {
  countGroups,
  findParty,
  findPublishedParty,
  listBodies,
  listGroups,
  listMembers,
  listWorksOf,
} from './queries.ts'
import { kindRuling, mayEditMembers, mayEditParty, mayRegisterParty } from './rules.ts'
import { urls } from './urls.ts'
import { PartyFormPage } from './views/edit.tsx'
import { DepartmentsPage, GroupsPage } from './views/list.tsx'
import { MembersPage, NewMemberPage } from './views/members.tsx'
import { GroupPage } from './views/show.tsx'

const numberOf = (c: Reading) => (/^\d{1,9}$/.test(c.params.number!) ? Number(c.params.number) : 0)

/** The party itself sees its page before everyone does; the others only what is published. */
async function ownParty(c: Reading) {
  const party = await findParty(c.db, numberOf(c))
  return party && mayEditParty(c.actor, party) ? party : null
}

export const routes = pages({
  [urls.list.pattern]: definePage({
    who: 'anyone',
    translated: true,
    published: async (c) => {
      const filter = readGroupFilter(c.query)
      const rows = await listGroups(c.db, c.city.id, filter)
      return { filter, rows, counts: await countGroups(c.db, c.city.id) }
    },
    view: GroupsPage,
  }),
  [urls.departments.pattern]: definePage({
    who: 'anyone',
    translated: true,
    published: (c) => listBodies(c.db, c.city.id),
    view: DepartmentsPage,
  }),
  [urls.new.pattern]: definePage({
    who: mayRegisterParty,
    load: async () => null,
    view: PartyFormPage,
    form: PartyForm,
    submit: async (c, input) => {
      const kind = kindRuling.why(c.actor, c.charter, input.kind)
      if (!kind.allowed) throw new Invalid({ kind: kind.because })
      const party = await registerParty(c, input, 'counter')
      return {
        to: urls.show({ city: c.city.slug, number: String(party.number) }),
        flash: `「${party.name}」を登録しました。`,
      }
    },
  }),
  [urls.show.pattern]: definePage({
    who: 'anyone',
    published: async (c) => {
      const party = await findPublishedParty(c.db, c.city.id, numberOf(c))
      return party ? { party, works: await listWorksOf(c.db, c.city.id, party.id) } : null
    },
    load: async (c) => {
      const own = await ownParty(c)
      if (c.published) return { ...c.published, own }
      return own ? { own, party: own, works: await listWorksOf(c.db, c.city.id, own.id) } : undefined
    },
    guest: (c) => ({ ...c.published!, own: null }),
    view: ({ frame, data }) => <GroupPage frame={frame} {...data} party={data.own ?? data.party} />,
  }),
  [urls.edit.pattern]: definePage({
    who: mayEditParty,
    load: (c) => findParty(c.db, numberOf(c)),
    view: (props) => <PartyFormPage {...props} />,
    form: PartyForm,
    blank: (party) => flatten({ ...party, published: party.published_at ? 'yes' : undefined }),
    revision: (party) => String(party.revision),
    submit: async (c, input, party) => {
      await reviseParty(c, c.charter, party, input)
      return { to: urls.show({ city: c.city.slug, number: String(party.number) }), flash: '登録の内容を保存しました。' }
    },
  }),
  [urls.members.pattern]: definePage({
    who: mayEditMembers,
    load: async (c) => {
      const party = await findParty(c.db, numberOf(c))
      return party && { party, members: await listMembers(c.db, party.id) }
    },
    view: MembersPage,
  }),
  [urls.newMember.pattern]: definePage({
    who: mayEditParty,
    load: (c) => findParty(c.db, numberOf(c)),
    view: NewMemberPage,
    form: MemberForm,
    blank: (_, c) => ({ starts_on: today(c.now) }),
    submit: async (c, input, party) => {
      await enterMember(c, party, input)
      return {
        to: urls.members({ city: c.city.slug, number: String(party.number) }),
        flash: `${input.name}さんを加えました。${input.email ? '使い始めるための案内を、メールでお送りします。' : ''}`,
      }
    },
  }),
})
