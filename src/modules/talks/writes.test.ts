import { expect, test } from 'vitest'
import { type CityWorld, useWorld } from '../../../test/world.ts'
import { type Db, newId } from '../../platform/db/index.ts'
import { Invalid } from '../../platform/refusals.ts'
import { findSubjectOfMessage, listMessages, listTalks } from './queries.ts'
import { putMessage } from './writes.ts'

const w = useWorld()
const inCity = (work: (c: CityWorld, db: Db) => Promise<void>) => () =>
  w.inCity('kawaguchi', (c) => c.run((db) => work(c, db)))

const aWord = {
  audience: 'parties',
  side: 'city',
  kind: 'message',
  text: '一度お会いしましょう。',
  met_on: null,
  files: [],
  written_by: '髙橋 美咲',
  stands_for: '協働推進課',
} as const
const aThread = () => ({ kind: 'proposal', id: newId() })
const scan = { sha256: 'a'.repeat(64), name: '地図.pdf', type: 'application/pdf', bytes: 1200 }

test(
  'nobody notes down a meeting of a day to come',
  inCity(async (c, db) => {
    const act = await c.act(db, 'section')
    const about = aThread()
    const meeting = { ...aWord, kind: 'meeting' as const, met_on: '2026-11-26' }
    await expect(putMessage(act, about, meeting)).rejects.toThrow(Invalid)
    expect(await listMessages(db, about, ['parties'])).toEqual([])
  }),
)

test(
  'a word is read by its audience alone, and in the thread that it was said in',
  inCity(async (c, db) => {
    const act = await c.act(db, 'section')
    const [about, other] = [aThread(), aThread()]
    await putMessage(act, about, aWord)
    await putMessage(act, about, { ...aWord, audience: 'office', text: '担当課へ申し送ること。' })
    await putMessage(act, other, { ...aWord, text: 'ほかの話。' })
    const texts = async (...audiences: Parameters<typeof listMessages>[2]) =>
      (await listMessages(db, about, audiences)).map(({ text }) => text)
    expect(await texts('parties')).toEqual([aWord.text])
    expect(await texts('everyone')).toEqual([])
    expect(await texts('parties', 'office')).toEqual([aWord.text, '担当課へ申し送ること。'])
    expect(await listTalks(db, about)).toEqual([{ side: 'city', on: '2026-11-25' }])
  }),
)

test(
  'a meeting is a talk of the day it was held on; its files come with it, and lead back to what it is about',
  inCity(async (c, db) => {
    const about = aThread()
    const meeting = { ...aWord, kind: 'meeting' as const, met_on: '2026-11-20', files: [scan] }
    const id = await putMessage(await c.act(db, 'section'), about, meeting)
    expect(await listTalks(db, about)).toEqual([{ side: 'city', on: '2026-11-20' }])
    const [message] = await listMessages(db, about, ['parties'])
    expect(message?.files.map(({ name }) => name)).toEqual(['地図.pdf'])
    expect(await findSubjectOfMessage(db, 'proposal', id)).toBe(about.id)
    expect(await findSubjectOfMessage(db, 'project', id)).toBeUndefined()
  }),
)
