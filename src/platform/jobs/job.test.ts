import { expect, test } from 'vitest'
import type { Db } from '../db/index.ts'
import { houseJob, houseTimed, job, later, timed } from './index.ts'

const renderLetter = job<{ letter: string }>('letter.render', async () => {})
const nightly = timed('nightly', '0 3 * * *', async () => {})

test('a job of the clock has a name of its own in the outbox, and each job says in which outbox it stands', () => {
  const all = [
    renderLetter,
    nightly,
    houseJob('mail.send', async () => {}),
    houseTimed('tidy', '0 4 * * *', async () => {}),
  ]
  expect(all.map(({ name, where, cron }) => [name, where, cron])).toEqual([
    ['letter.render', 'city', undefined],
    ['timed nightly', 'city', '0 3 * * *'],
    ['mail.send', 'house', undefined],
    ['timed tidy', 'house', '0 4 * * *'],
  ])
})

test('what a job does not know cannot be put off with it: the compiler refuses it', () => {
  const wrong = (tx: Db, now: Date) => [
    // @ts-expect-error a payload without what the job needs
    later(tx, renderLetter, {}, now),
    // @ts-expect-error another payload
    later(tx, renderLetter, { mail: 'x' }, now),
    // @ts-expect-error a payload where none is wanted
    later(tx, nightly, { letter: 'x' }, now),
    // @ts-expect-error a job that is only a name
    later(tx, 'letter.render', { letter: 'x' }, now),
  ]
  expect(wrong).toBeTypeOf('function')
})
