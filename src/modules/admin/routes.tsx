import { today } from '../../platform/time.ts'
import { definePage, pages } from '../../platform/web/index.ts'
import { listDepartments, listPosts } from '../parties/index.ts'
import { invitePerson } from './actions.ts'
import { InvitationForm } from './forms.ts'
import { listMails, listRecord } from './queries.ts'
import { canAdminister, canSeeMailbox } from './rules.ts'
import { urls } from './urls.ts'
import { AdminPage, InvitePage, MailboxPage, PeoplePage, RecordPage } from './views.tsx'

export const routes = pages({
  [urls.home.pattern]: definePage({ who: canAdminister, view: AdminPage }),
  [urls.people.pattern]: definePage({ who: canAdminister, load: (c) => listPosts(c.db), view: PeoplePage }),
  [urls.invite.pattern]: definePage({
    who: canAdminister,
    load: (c) => listDepartments(c.db),
    view: InvitePage,
    form: InvitationForm,
    blank: (_, c) => ({ starts_on: today(c.now) }),
    submit: async (c, input) => {
      await invitePerson(c, input)
      return { to: urls.people({ city: c.city.slug }), flash: `${input.name}さんに、登録の案内をお送りします。` }
    },
  }),
  [urls.record.pattern]: definePage({
    who: canAdminister,
    load: (c) => listRecord(c.db, Number(c.query.get('before')) || undefined),
    view: RecordPage,
  }),
  [urls.mailbox.pattern]: definePage({
    who: canSeeMailbox,
    load: async (c) => (c.demonstration ? listMails(c.db) : undefined),
    view: MailboxPage,
  }),
})
