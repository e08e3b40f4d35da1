import { Invalid } from '../../platform/refusals.ts'
import { today } from '../../platform/time.ts'
import { definePage, flatten, pages, type Reading } from '../../platform/web/index.ts'
import { enterMember, registerParty, reviseParty } from './actions.ts'
import { MemberForm, PartyForm } from './forms.ts'
import { findParty, findPublishedParty, listMembers, listPublishedParties } from './queries.ts'
import { canEditMembers, canEditParty, canRegisterParty, kindRuling } from './rules.ts'
import { urls } from './urls.ts'
import { GroupPage, GroupsPage, MembersPage, NewMemberPage, PartyFormPage } from './views.tsx'

const numberOf = (c: Reading) => (/^\d{1,9}$/.test(c.params.number!) ? Number(c.params.number) : 0)

/** The party itself sees its page before everyone does; the others only what is published. */
async function ownParty(c: Reading) {
  const party = await findParty(c.db, numberOf(c))
  return party && canEditParty(c.actor, party) === true ? party : null
}

export const routes = pages({
  [urls.list.pattern]: definePage({
    who: 'anyone',
    published: (c) =>
      listPublishedParties(c.db, c.city.id, {
        after: Number(c.query.get('after')) || undefined,
        kind: c.query.get('kind') ?? undefined,
      }),
    view: GroupsPage,
  }),
  [urls.new.pattern]: definePage({
    who: canRegisterParty,
    load: async () => null,
    view: PartyFormPage,
    form: PartyForm,
    submit: async (c, input) => {
      const kind = kindRuling(c.actor, c.charter, input.kind)
      if (kind !== true) throw new Invalid({ kind: kind.because })
      const party = await registerParty(c, input, 'counter')
      return {
        to: urls.show({ city: c.city.slug, number: String(party.number) }),
        flash: `「${party.name}」を登録しました。`,
      }
    },
  }),
  [urls.show.pattern]: definePage({
    who: 'anyone',
    published: async (c) => (await findPublishedParty(c.db, c.city.id, numberOf(c))) ?? null,
    load: async (c) => {
      const own = await ownParty(c)
      return own || c.published ? { own, party: own ?? c.published! } : undefined
    },
    guest: (c) => ({ own: null, party: c.published! }),
    view: ({ data, ...props }) => <GroupPage {...props} data={data.own} />,
  }),
  [urls.edit.pattern]: definePage({
    who: canEditParty,
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
    who: canEditMembers,
    load: async (c) => {
      const party = await findParty(c.db, numberOf(c))
      return party && { party, members: await listMembers(c.db, party.id) }
    },
    view: MembersPage,
  }),
  [urls.newMember.pattern]: definePage({
    who: canEditParty,
    load: (c) => findParty(c.db, numberOf(c)),
    view: NewMemberPage,
    form: MemberForm,
    blank: (_, c) => ({ starts_on: today(c.now) }),
    submit: async (c, input, party) => {
      await enterMember(c, party, input)
      return {
        to: urls.members({ city: c.city.slug, number: String(party.number) }),
        flash: `${input.name}さんを加えました。`,
      }
    },
  }),
})
