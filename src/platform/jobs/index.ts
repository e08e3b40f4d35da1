import './tables.ts'

export { enqueueTimed } from './clock.ts'
export { type EventMails, eventMails, type MailContext } from './event-mails.ts'
export { type AnyJob, houseJob, houseTimed, job, slow, timed } from './job.ts'
export {
  houseMailLater,
  listHouseMails,
  type MailDraft,
  mailJobs,
  mailLater,
  type OutgoingMail,
  type SendMail,
} from './mails.ts'
export { later, listFailedJobs, listFailedJobsOfHouse, retryJob } from './outbox.ts'
export type { JobParts } from './parts.ts'
export { reactionJobs } from './reactions.ts'
export { work } from './run.ts'
export { startWorker, type Worker } from './worker.ts'
