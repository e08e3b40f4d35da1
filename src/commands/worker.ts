import { modules } from '../modules.ts'
import { anchorHeads } from '../platform/anchors/index.ts'
import { boxWith } from '../platform/box.ts'
import type { Database } from '../platform/db/index.ts'
import type { Env } from '../platform/env.ts'
import { fileStoreOf, forgetStagings, sweepFiles } from '../platform/files/index.ts'
import { type AnyJob, type JobParts, type SendMail, startWorker, type Worker, work } from '../platform/jobs/index.ts'
import { letters } from '../platform/letters/index.ts'
import { log } from '../platform/log.ts'
import { MailFailed, mailTransport } from '../platform/mail/index.ts'
import { forgetSendings } from '../platform/web/sendings.ts'

export function startWork(env: Env, database: Database): Promise<Worker> {
  return startWorker({ ...partsOf(env, database), connection: database.connection })
}

export function workOff(env: Env, database: Database): Promise<void> {
  return work(partsOf(env, database))
}

/** In a demonstration, mails stay in its mailbox. */
function partsOf(env: Env, database: Database): JobParts {
  const now = () => new Date()
  const box = boxWith(env.SECRET, env.SECRET_BEFORE)
  const sendMail: SendMail = env.DEMONSTRATION && !env.SMTP_URL ? async () => {} : mailTransport(env)
  return {
    doors: database,
    box,
    publicUrl: env.PUBLIC_URL,
    modules: [
      ...modules,
      letters,
      { name: 'files', jobs: [sweepFiles(database.house, fileStoreOf(env)), forgetStagings] },
      { name: 'sendings', jobs: [forgetSendings] },
      { name: 'anchors', jobs: anchorJobs(env) },
    ],
    sendMail,
    keepsMails: env.DEMONSTRATION,
    now,
    report: reportFailure,
  }
}

/** A demonstration is made anew from its beginning, so its heads are worth nothing. */
function anchorJobs({ ANCHORS_FILE: file, ANCHORS_TO: to, DEMONSTRATION }: Env): AnyJob[] {
  return file && !DEMONSTRATION ? [anchorHeads({ file, to })] : []
}

/** A mail that was not sent is no bug: logs the operator's remedy, without a stack. */
export function reportFailure(job: string, error: unknown): void {
  if (error instanceof MailFailed) log.error('mail not sent', { job, reason: error.message, sentence: error.sentence })
  else log.error('job failed', { job, error })
}
