import type { Installation } from '../installation.ts'
import type { Reaction } from '../record/event.ts'
import type { AnyJob } from './job.ts'
import type { SendMail } from './mails.ts'

interface Working {
  name: string
  jobs?: readonly AnyJob[]
  on?: readonly Reaction[]
}

export interface JobParts extends Installation {
  modules: readonly Working[]
  sendMail: SendMail
  keepsMails?: boolean
  now(): Date
  report?(job: string, error: unknown): void
}
