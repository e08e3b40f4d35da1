import { modules } from '../modules.ts'
import type { Database } from '../platform/db/index.ts'
import type { Env } from '../platform/env.ts'
import { transportOf } from '../platform/mail/index.ts'

/** What runs later, gathered from the doors of the modules. */
export function workerParts(env: Env, database: Database) {
  return {
    database,
    jobs: Object.assign({}, ...modules.map((module) => module.jobs ?? {})),
    reactions: modules.flatMap((module) => Object.entries(module.on ?? {})),
    transport: transportOf(env),
  }
}
