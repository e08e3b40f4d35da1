import type { Installation } from '../installation.ts'
import type { Module } from '../module.ts'
import type { SendMail } from './mails.ts'

/** What the worker is made of. */
export interface JobParts extends Installation {
  /** The modules whose jobs and reactions are run, and what else of the house has jobs. */
  modules: readonly Pick<Module, 'name' | 'jobs' | 'on'>[]
  sendMail: SendMail
  /** Keeps the text of the house's mails once they are sent: for the demonstration's mailbox, else it is gone with the sending. */
  keepsMails?: boolean
  now(): Date
  /** Hears of a failure: which job, and what was thrown. */
  report?(job: string, error: unknown): void
}
