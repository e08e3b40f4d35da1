import { z } from 'zod'
import { retryJob } from '../../../platform/jobs/index.ts'
import { about } from '../../../platform/record/event.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { jobRetried } from '../events.ts'
import { mayAdminister } from '../may.ts'
import { stopped } from '../subject.tsx'
import { jobWords } from '../words.ts'
import { StoppedJobs } from './retry.page.tsx'

export const retryStopped = action(stopped, {
  path: '',
  who: mayAdminister,
  form: z.object({ job: z.union([z.uuid(), z.literal('all')], 'もう一度試す作業を選んでください。') }),
  label: 'もう一度試す',
  title: '止まっている作業',
  lead: 'メールの送信など、あとで行う作業のうち、時間をおいて10回試しても終わらなかったものです。もとの手続きはすべて済んでいて、失われたものはありません。',
  undo: { never: '試し直して送られたメールは、取り戻せません。' },
  page: StoppedJobs,
  do: async ({ tx, now }, { jobs, modules }, { job }) => {
    const chosen = job === 'all' ? jobs : jobs.filter(({ id }) => id === job)
    if (!chosen.length) throw new Conflict('この作業は、すでに済んだか、もう一度試されています。')
    for (const { id } of chosen) await retryJob(tx, id, now)
    const happened = chosen.map((one) => about(jobRetried({ job: one.job, called: jobWords(one.job, modules) }), one))
    return made(happened, chosen.length)
  },
  done: ({ made: count }) => `${count}件を、もう一度試します。終わらなければ、またここに出ます。`,
})
