import { describe, expect, test } from 'vitest'
import { atTheirScreens } from './groups-part.ts'
import { arrive, inDays, openProgramme, programmeFor, type Walk } from './main-job.ts'
import { useTown } from './town.ts'
import { crossings, type Visitor } from './visitor.ts'

const MINUTES = 300_000
const town = useTown()
const city = 'kawaguchi'

/** A new draft of the first group; the secretary's window shows its form. */
async function beginDraft(walk: Walk): Promise<{ secretary: Visitor; edit: string; title: string }> {
  const secretary = await arrive(walk, 'secretary')
  await secretary.fill({ to: await programmeFor(walk, secretary) })
  await secretary.press('書き始める')
  const title = (await secretary.fields()).find((one) => /(^|[._])title$/.test(one.name))!.name
  return { secretary, edit: secretary.path, title }
}

describe.each(crossings[0]!)('%s', (_, given) => {
  const walk: Walk = { town, city, given, group: atTheirScreens }

  test(
    'two people write the same proposal: the later one sees both texts and loses nothing',
    async () => {
      const { secretary, edit, title } = await beginDraft(walk)
      const representative = await arrive(walk, 'representative')
      await representative.open(edit)
      await secretary.fill({ [title]: '事務担当の題名' })
      await secretary.press('下書き保存')
      await representative.fill({ [title]: '代表の題名' })
      await representative.press('下書き保存')
      const says = await representative.says()
      expect(says).toContain('ほかの方の保存と、あなたの入力を見比べてください')
      expect([says.includes('事務担当の題名'), says.includes('代表の題名')]).toEqual([true, true])
      expect(await representative.valueOf(title)).toBe('代表の題名')
      await representative.fill({ [title]: '二人で決めた題名' })
      await representative.press('下書き保存')
      await secretary.open(edit)
      expect(await secretary.valueOf(title)).toBe('二人で決めた題名')
      await Promise.all([secretary.leave(), representative.leave()])
    },
    MINUTES,
  )

  test(
    'the session ends while somebody writes: after signing in again the words are there',
    async () => {
      const { secretary, edit, title } = await beginDraft(walk)
      await secretary.fill({ [title]: '消えてはこまる題名' })
      await secretary.endSessionElsewhere()
      await secretary.press('下書き保存')
      expect(secretary.path).toBe('/sign-in')
      await secretary.choosePerson(`secretary@${city}.example.jp`)
      expect(secretary.path).toBe(edit)
      expect(await secretary.valueOf(title)).toBe('消えてはこまる題名')
      await secretary.press('下書き保存')
      expect(await secretary.says()).toContain('下書きを保存しました')
      await secretary.leave()
    },
    MINUTES,
  )
})

describe.each(crossings[1]!)('%s', (_, given) => {
  const walk: Walk = { town, city, given, group: atTheirScreens }

  test(
    'a double click begins one draft and hands in one proposal',
    async () => {
      const secretary = await arrive(walk, 'secretary')
      const to = await programmeFor(walk, secretary)
      const drafts = async () => {
        await secretary.open(`/${city}/proposals`)
        return secretary.cards('/proposals/')
      }
      const before = await drafts()
      await secretary.open(`/${city}/proposals/new`)
      await secretary.fill({ to })
      await secretary.pressTwice('書き始める')
      const edit = secretary.path
      expect(edit).toMatch(/\/edit$/)
      await secretary.fillEverything()
      await secretary.press('保存して、提出前の確認へ進む')
      await secretary.pressTwice('提出する')
      expect(await secretary.heading()).toBe('受付票')
      expect(await drafts()).toBe(before + 1)
      await secretary.leave()
    },
    MINUTES,
  )

  test(
    'who comes outside the call keeps the draft and reads a clear sentence',
    async () => {
      const secretary = await arrive(walk, 'secretary')
      const to = await programmeFor(walk, secretary, false)
      const note = `遅れて届く提案のための受付（${given.width}）`
      await openProgramme(walk, to, given.script ? -8 : -9, note)
      await secretary.open(`/${city}/proposals/new`)
      await secretary.fill({ to })
      await secretary.press('書き始める')
      const draft = secretary.path.replace(/\/edit$/, '')
      await secretary.fillEverything()
      await secretary.press('保存して、提出前の確認へ進む')
      await moveCall(walk, to, note, given.script ? 20 : 21)
      await secretary.press('提出する')
      const says = await secretary.says()
      expect(says).toMatch(/提出できません|受付/)
      expect(says).toContain('書いた内容は下書きとして残っています')
      await secretary.open(draft)
      expect(await secretary.says()).toContain('下書き')
      expect(await secretary.offers('続きを書く')).toBe(true)
      await secretary.leave()
    },
    MINUTES,
  )
})

/** The city moves the call to later, while a person still sees the button. */
async function moveCall(walk: Walk, way: string, note: string, days: number): Promise<void> {
  const section = await arrive(walk, 'section')
  await section.open(`/${walk.city}/programmes/${way.split('/')[0]}`)
  await section.followIn('tr', note)
  await section.fill({ opens_on: inDays(days), closes_on: inDays(40) })
  await section.press('日程を変える')
  expect(await section.says()).toContain('受付の日程を変えました')
  await section.leave()
}
