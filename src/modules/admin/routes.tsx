import { entriesOf } from '../../platform/record/index.ts'
import { Forbidden } from '../../platform/refusals.ts'
import { today } from '../../platform/time/index.ts'
import { definePage, numberAsked, pages } from '../../platform/web/index.ts'
import { isFresh } from '../accounts/index.ts'
import { listDepartments, listPosts } from '../parties/index.ts'
import { askForReset, closePost, invitePerson, retryStopped } from './actions.ts'
import { EndOfPostForm, InvitationForm, ResetForm, RetryForm } from './forms.ts'
import { findHolder, findPost, listMails, listRecord, listStopped } from './queries.ts'
import { mayAdminister, mayEndPost, maySeeMailbox } from './rules.ts'
import { urls } from './urls.ts'
import { AdminPage } from './views/home.tsx'
import { JobsPage } from './views/jobs.tsx'
import { MailboxPage } from './views/mailbox.tsx'
import { EndOfPostPage, InvitePage, PeoplePage, SecondFactorPage } from './views/people.tsx'
import { RecordPage } from './views/record.tsx'

export const routes = pages({
  [urls.home.pattern]: definePage({ who: mayAdminister, view: AdminPage }),
  [urls.people.pattern]: definePage({ who: mayAdminister, load: (c) => listPosts(c.db), view: PeoplePage }),
  [urls.invite.pattern]: definePage({
    who: mayAdminister,
    load: (c) => listDepartments(c.db),
    view: InvitePage,
    form: InvitationForm,
    blank: (_, c) => ({ starts_on: today(c.now) }),
    submit: async (c, input) => {
      await invitePerson(c, input)
      return { to: urls.people({ city: c.city.slug }), flash: `${input.name}さんに、登録の案内をお送りします。` }
    },
  }),
  [urls.secondFactor.pattern]: definePage({
    who: mayAdminister,
    load: async (c) => {
      const person = await findHolder(c.db, c.params.person!)
      return person && { person, entries: await entriesOf(c.db, [{ kind: 'person', id: person.id }]) }
    },
    view: (props) => <SecondFactorPage {...props} />,
    form: ResetForm,
    submit: async (c, input, { person }) => {
      if (!isFresh(c.session, c.now))
        throw new Forbidden('サインインから時間がたっています。もう一度サインインしてから、手続きをしてください。')
      await askForReset(c, person, input)
      return {
        to: urls.secondFactor({ city: c.city.slug, person: person.id }),
        flash: '手続きを始めました。すぐに済み、結果はこのページに出ます。',
      }
    },
  }),
  [urls.endOfPost.pattern]: definePage({
    who: mayEndPost,
    load: (c) => findPost(c.db, c.params.post!),
    view: (props) => <EndOfPostPage {...props} />,
    form: EndOfPostForm,
    blank: (_, c) => ({ ends_on: today(c.now) }),
    submit: async (c, input, post) => {
      await closePost(c, post, input)
      return { to: urls.people({ city: c.city.slug }), flash: `${post.name}さんの役割の終わりを登録しました。` }
    },
  }),
  [urls.jobs.pattern]: definePage({
    who: mayAdminister,
    load: (c) => listStopped(c.db),
    view: JobsPage,
    form: RetryForm,
    submit: async (c, input) => {
      const count = await retryStopped(c, input.job)
      return {
        to: urls.jobs({ city: c.city.slug }),
        flash: `${count}件を、もう一度試します。終わらなければ、またここに出ます。`,
      }
    },
  }),
  [urls.record.pattern]: definePage({
    who: mayAdminister,
    load: (c) => listRecord(c.db, numberAsked(c.query.get('before'))),
    view: RecordPage,
  }),
  [urls.mailbox.pattern]: definePage({
    who: maySeeMailbox,
    load: async (c) => (c.demonstration ? listMails(c.db) : undefined),
    view: MailboxPage,
  }),
})
