// The end of the main job: both sides answer blind, read the answers together, talk, publish and decide.
import { expect } from 'vitest'
import { inDays, visit, type Walk } from './main-job.ts'
import type { Visitor } from './visitor.ts'

const GROUP_WORDS = '水やりの当番表が役に立ちました。'
const CITY_WORDS = '用具の貸し出しが遅れました。'

/** Runs the whole evaluation, up to the decision on the project. */
export async function evaluate(walk: Walk, ref: string, title: string): Promise<void> {
  const page = await visit(walk, 'section', async (section) => {
    await section.open(`/${walk.city}/projects/${ref}`)
    await section.follow(/を始める$/)
    await section.press('始める')
    return section.path
  })
  await walk.group.answers(walk, page, GROUP_WORDS)
  await visit(walk, 'section', async (section) => {
    await section.open(page)
    expect(await section.says()).not.toContain(GROUP_WORDS)
  })
  await answer(walk, walk.group.city, page, 2, CITY_WORDS)
  await visit(walk, 'section', async (section) => {
    await section.open(page)
    if (await section.offers('締め切って開く')) {
      await section.follow('締め切って開く')
      await section.press('締め切って開く')
    }
    const says = await section.says()
    expect([says.includes(GROUP_WORDS), says.includes(CITY_WORDS)]).toEqual([true, true])
    await section.follow(/を記録する$/)
    await section.fill({ talked_on: inDays(0), people: '会の三人と担当課の二人', agreed: '用具は前の日に借りる。' })
    await section.press('保存する')
  })
  await conclude(walk, page, `/${walk.city}/projects/${ref}`, title)
}

/** Answers for the person's own side. */
export async function answer(walk: Walk, person: string, page: string, grade: number, words: string): Promise<void> {
  await visit(walk, person, async (side) => {
    await side.open(page)
    await side.follow('回答する')
    await side.fill(await answersOf(side, grade, words))
    await side.press('回答を送る')
    expect(await side.says()).toContain('回答を受け付けました')
  })
}

/** One mark for every question, or the next worse one, and the same words for all. */
export async function answersOf(side: Visitor, grade: number, words: string): Promise<Record<string, string>> {
  const fields = await side.fields()
  const values: Record<string, string> = {}
  for (const { name, type } of fields.filter((one) => one.name.startsWith('answers.'))) {
    const marks = fields.filter((one) => one.name === name).map((one) => one.options[0]!)
    values[name] = type === 'radio' ? marks[Math.min(grade, marks.length - 1)]! : words
  }
  return values
}

/** The representative of a side agrees to publication, where the city asks for that. */
export async function consent(walk: Walk, person: string, page: string): Promise<void> {
  await visit(walk, person, async (side) => {
    await side.open(page)
    if (!(await side.offers('公表に同意する'))) return
    await side.follow('公表に同意する')
    await side.press('公表に同意する')
  })
}

/** Presses a button; where the city asks for two officers, the other one confirms it from their inbox. */
async function pressByTwo(walk: Walk, first: Visitor, words: string): Promise<void> {
  if (!(await first.offers('起案する'))) return first.press(words)
  await first.press('起案する')
  const { path } = first
  await visit(walk, 'clerk', async (second) => {
    await second.open(`/${walk.city}/inbox`)
    await second.followCard(path)
    await second.press(`確認した。${words}`)
  })
}

async function conclude(walk: Walk, page: string, project: string, title: string): Promise<void> {
  await walk.group.consents(walk, page)
  await consent(walk, walk.group.city, page)
  await visit(walk, 'section', async (section) => {
    await section.open(page)
    await section.follow('公表する')
    await pressByTwo(walk, section, '公表する')
    await section.open(page)
    await section.follow('これからを決める')
    const first = (await section.fields()).find((one) => one.name === 'decision')!
    const values = { decision: first.options[0]!, reasons: '続けてほしいという声が多いため。', decided_on: inDays(0) }
    await section.fillEverything({ ...values, ...((await section.has('committee_on')) && { committee_on: inDays(0) }) })
    await section.press('通知の案を確かめる')
    expect(await section.says()).toContain('案（番号は、決裁のあとに付きます）')
    await pressByTwo(walk, section, '決定を記録する')
    await section.open(project)
    expect(await section.offers(/通知）（PDF）$/)).toBe(true)
  })
  await visit(walk, 'nobody', async (anyone) => {
    expect(await anyone.open(project)).toBe(200)
    expect(await anyone.says()).toContain('続けてほしいという声が多いため。')
    expect(await anyone.open(page)).toBe(200)
    await anyone.open(`/${walk.city}/projects?q=${encodeURIComponent(title)}`)
    expect(await anyone.cards(project)).toBeGreaterThan(0)
  })
}
