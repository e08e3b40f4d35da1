import './tables.ts'

export { strike } from './clock.ts'
export {
  houseMailLater,
  listHouseMails,
  type MailDraft,
  mailLater,
  type OutgoingMail,
  type SendMail,
  sendCityMail,
  sendHouseMail,
} from './mails.ts'
export { laterInHouse, listFailedJobs, listFailedJobsOfHouse, retryJob } from './outbox.ts'
export { type JobParts, slowJob } from './parts.ts'
export { work } from './run.ts'
export { telling } from './telling.ts'
export { startWorker, type Worker } from './worker.ts'
