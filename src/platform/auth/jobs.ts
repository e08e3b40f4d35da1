import { type JobParts, type SendMail, sendHouseMail } from '../jobs/index.ts'
import { type Post, sendSignInLink } from './links.ts'
import { sweepSignIn } from './sessions.ts'

/** What the house does later: its mails, and sweeping up after signing in. `keepMails` is for a demonstration's mailbox. */
export function houseJobs(post: Post, send: SendMail, keepMails: boolean): Pick<JobParts, 'houseJobs' | 'houseTimed'> {
  return {
    houseJobs: {
      'mail.send': sendHouseMail(send, post.box, keepMails),
      'auth.sign-in-link': ({ db, now, payload }) => sendSignInLink(db, post, payload.request!, now),
    },
    houseTimed: { 'sign-in.sweep': { cron: '17 3 * * *', run: ({ db, now }) => sweepSignIn(db, now) } },
  }
}
