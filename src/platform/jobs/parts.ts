import type { Installation } from '../installation.ts'
import type { Reaction } from '../record/event.ts'
import type { AnyJob } from './job.ts'
import type { SendMail } from './mails.ts'

/** The part of a module's manifest that the worker runs. */
interface Working {
  name: string
  jobs?: readonly AnyJob[]
  on?: readonly Reaction[]
}

/** The worker's dependencies. */
export interface JobParts extends Installation {
  /** The modules, and other parts of the house that have jobs. */
  modules: readonly Working[]
  sendMail: SendMail
  /** Keeps the text of the house's sent mails, for the demonstration's mailbox. */
  keepsMails?: boolean
  now(): Date
  /** Called on each failure with the job's name and the error. */
  report?(job: string, error: unknown): void
}
