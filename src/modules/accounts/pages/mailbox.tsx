import { listHouseMails, type OutgoingMail } from '../../../platform/jobs/index.ts'
import { definePage, safeReturn, type Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import { Original } from '../../../ui/index.ts'
import { isDemonstration } from '../queries/accounts.ts'
import { words } from '../words/index.ts'

/** Shows the demonstration's mails, which are never sent, with working links. */
function MailboxPage({ frame, data: mails }: Views<undefined, readonly OutgoingMail[]>) {
  const say = words[frame.lang]
  return (
    <CityPage frame={frame} title={say.mailboxTitle} lead={say.mailboxLead}>
      {mails.length === 0 && <p>{say.mailboxEmpty}</p>}
      {mails.map((mail) => (
        <article class="flow section" id={mail.id}>
          <h2>
            <Written>{mail.subject}</Written>
          </h2>
          <p class="quiet">{mail.to}</p>
          {mail.body
            .split('\n')
            .filter(Boolean)
            .map((line) => (
              <p>
                {URL.canParse(line) ? (
                  <a href={safeReturn(new URL(line).pathname)}>{line}</a>
                ) : (
                  <Written>{line}</Written>
                )}
              </p>
            ))}
        </article>
      ))}
    </CityPage>
  )
}

/** A letter is in the language of its account. */
function Written({ children }: { children: string }) {
  return /\p{Script=Hiragana}/u.test(children) ? <Original>{children}</Original> : <span lang="en">{children}</span>
}

export const mailboxPage = definePage({
  door: 'house',
  who: 'anyone',
  translated: true,
  load: async (c) => ((await isDemonstration(c)) ? listHouseMails(c.db, c.installation.box) : undefined),
  view: MailboxPage,
})
