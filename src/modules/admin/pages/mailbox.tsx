import { dateTimeLabel } from '../../../platform/time/index.ts'
import { definePage, type Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { EmptyState, Section } from '../../../ui/index.ts'
import { urls as account } from '../../accounts/urls.ts'
import { maySeeMailbox } from '../may.ts'
import { listMails } from '../queries.ts'

function MailboxPage({ frame, data }: Views<undefined, Awaited<ReturnType<typeof listMails>>>) {
  return (
    <CityPage
      frame={frame}
      title="送られるはずのメール"
      lead="体験版ではメールは送られません。本番なら届くはずのメールを、ここで読めます。"
    >
      <p>
        <a href={account.mailbox()}>サインインや登録の案内のメールは、こちらで読めます。</a>
      </p>
      {data.length === 0 && <EmptyState>メールはまだありません。</EmptyState>}
      {data.map((mail) => (
        <Section heading={mail.subject} level={2}>
          <p class="small">
            {dateTimeLabel(mail.queued_at)}　あて先 {mail.to_address}
          </p>
          <pre class="letter">{mail.body}</pre>
        </Section>
      ))}
    </CityPage>
  )
}

export const mailboxPage = definePage({
  who: maySeeMailbox,
  load: async (c) => (c.demonstration ? listMails(c.db) : undefined),
  view: MailboxPage,
})
