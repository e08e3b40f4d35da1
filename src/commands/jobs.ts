import { jobWords, reasonWords } from '../modules/admin/index.ts'
import { listCities } from '../modules/cities/index.ts'
import { modules } from '../modules.ts'
import type { Doors } from '../platform/db/index.ts'
import { readEnv } from '../platform/env.ts'
import { listFailedJobs, listFailedJobsOfHouse, retryJob } from '../platform/jobs/index.ts'
import { recordInHouse } from '../platform/record/index.ts'
import { dateTimeLabel } from '../platform/time/index.ts'
import { openInstallation } from './installation.ts'

/** Failed jobs of the house (mail for signing in, invitations), which no city's administrator sees. */
export async function run(args: string[]): Promise<number> {
  const id = args[0] === '--again' ? args[1] : undefined
  if (args.length > 0 && !id) {
    process.stderr.write('使い方: tomoni jobs、または tomoni jobs --again <番号>（すべてなら --again all）\n')
    return 2
  }
  const database = await openInstallation(readEnv('command'))
  try {
    const count = id ? await tryAgain(database, id, new Date()) : undefined
    if (count !== undefined) process.stdout.write(`${againWords(count)}\n`)
    else for (const line of await stoppedJobs(database)) process.stdout.write(`${line}\n`)
    return count === 0 ? 1 : 0
  } finally {
    await database.close()
  }
}

const againWords = (count: number) =>
  count === 0
    ? 'その番号の止まっている作業はありません。tomoni jobs で番号を確かめてください。'
    : `${count}件を、もう一度試します。サービスが動いていれば、まもなく始まります。`

export async function stoppedJobs(doors: Doors): Promise<string[]> {
  const own = await doors.house.run(listFailedJobsOfHouse)
  const lines = own.flatMap(({ id, job, about, failed_at, error }) => [
    `✗ ${jobWords(job, modules)}${about && `　${about}`}`,
    `    ${dateTimeLabel(failed_at)}に止まりました。${reasonWords(error)}`,
    `    番号　${id}`,
    `    記録　${job}　${error}`,
  ])
  const cities = await doors.house.run(listCities)
  for (const { id, slug } of cities) {
    const { length } = await doors.city(id).run(listFailedJobs)
    if (length > 0)
      lines.push(`・ ${slug}: ${length}件。この市の「管理」の「止まっている作業」から、もう一度試せます。`)
  }
  if (own.length > 0)
    lines.push('もう一度試すときは、tomoni jobs --again <番号>（すべてなら --again all）を実行してください。')
  return lines.length > 0 ? lines : ['✓ 止まっている作業はありません。']
}

export async function tryAgain(doors: Doors, id: string, now: Date): Promise<number> {
  return doors.house.run(async (db) => {
    const chosen = (await listFailedJobs(db)).filter((one) => id === 'all' || one.id === id)
    for (const one of chosen) {
      await retryJob(db, one.id, now)
      recordInHouse(db, { account_id: null, now }, { kind: 'job.retried', subject: one, payload: { job: one.job } })
    }
    return chosen.length
  })
}
