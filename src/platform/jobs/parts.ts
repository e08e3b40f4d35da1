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

/** What the worker is made of. */
export interface JobParts extends Installation {
  /** The modules whose jobs and reactions are run, and what else of the house has jobs. */
  modules: readonly Working[]
  sendMail: SendMail
  /** Keeps the text of the house's mails once they are sent: for the demonstration's mailbox, else it is gone with the sending. */
  keepsMails?: boolean
  now(): Date
  /** Hears of a failure: which job, and what was thrown. */
  report?(job: string, error: unknown): void
}
