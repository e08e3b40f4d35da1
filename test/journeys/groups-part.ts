// The group's part of the main job: at its own screens, or on paper that the section enters.
import { expect } from 'vitest'
import { settings } from '../../demo/cast.ts'
import { answer, answersOf, consent } from './evaluation.ts'
import { type GroupsPart, inDays, sign, visit, write } from './main-job.ts'
import { letter, type Visitor } from './visitor.ts'

export const atTheirScreens: GroupsPart = {
  says: (walk, show, text) => write(walk, 'secretary', show, text),
  signs: (walk, show) => sign(walk, 'secretary', show),
  reporter: 'secretary',
  answers: (walk, page, words) => answer(walk, 'secretary', page, 0, words),
  consents: (walk, page) => consent(walk, 'secretary', page),
  city: 'section',
}

/** The elder has no account and no mail: the section hands out sheets and enters them. */
export const onPaper: GroupsPart = {
  says: (walk, show, text) => write(walk, 'section', show, text, 'proposer'),
  signs: (walk, show) =>
    visit(walk, 'section', async (section) => {
      await section.open(show)
      const sheet = await section.paper(`${show}/agreement.pdf`)
      await section.follow('用紙の署名を記録する')
      const signer = (await section.fields()).find((one) => one.name === 'signer')!
      const elder = signer.options.find(Boolean)!
      const code = /([0-9a-f]{8})/.exec(sheet)![1]!
      await section.fill({ signer: elder, signed_on: inDays(0), code, scan: letter('署名した用紙') })
      await section.press('署名を記録する')
      expect(await section.says()).toContain('用紙')
    }),
  reporter: 'section',
  answers: (walk, page, words) =>
    visit(walk, 'section', async (section) => {
      await section.open(page)
      expect(await section.paper(`${page}/sheet.pdf`)).toContain('記入した方のお名前')
      await section.follow('紙や電話で届いた回答を入力する')
      const seat = await namedIn(section, 'seat', thirdGroup(walk.city).name)
      await section.fill({ seat, scan: letter('評価票'), ...(await answersOf(section, 0, words)) })
      await section.press('回答として受け付ける')
      expect(await section.says()).toContain('届いた回答を受け付けました')
    }),
  consents: (walk, page) =>
    visit(walk, 'section', async (section) => {
      await section.open(page)
      await section.follow('紙で届いた同意を入力する')
      const seat = await namedIn(section, 'seat', thirdGroup(walk.city).name)
      await section.fill({ seat, channel: 'paper', consented_on: inDays(0), scan: letter('同意書') })
      await section.press('同意を記録する')
    }),
  city: 'clerk',
}

/** The group that gets its mail on paper. */
export const thirdGroup = (city: string) =>
  settings.find((one) => one.slug === city)!.groups.find((one) => one.key === 'third')!

/** The value of a list's entry, by its words. */
export async function namedIn(visitor: Visitor, name: string, words: string): Promise<string> {
  const entry = visitor.page.locator(`select[name="${name}"] option`).filter({ hasText: words }).first()
  return (await entry.getAttribute('value'))!
}
