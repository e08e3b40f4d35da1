// A city lives through April: one department is renamed, one split, one abolished, while work is open.
import { expect } from 'vitest'
import { addDepartment, city } from './beginning.ts'
import { namedIn } from './groups-part.ts'
import { confirm, inDays, openProgramme, refOf, titledField, valueNamed, visit, type Walk } from './main-job.ts'
import { letter } from './visitor.ts'

/** What a group brought on paper last year is in its talks with the department of that time. */
export async function talkOnPaper(walk: Walk, title: string, department: string): Promise<string> {
  return visit(walk, 'section', async (section) => {
    await section.open(`/${city}/proposals/paper`)
    const party_id = await namedIn(section, 'party_id', '第三八幡丸')
    const to = (await section.fields()).find((one) => one.name === 'to')!.options[0]!
    await section.fill({ to, party_id, channel: 'paper', received_on: inDays(-300), scan: letter('縁願い') })
    await section.press('下書きをつくって、内容の入力へ進む')
    await section.fillEverything({ [(await titledField(section)).name]: title })
    await section.press('保存して、提出前の確認へ進む')
    await section.press('受け付ける')
    expect(await section.heading(), await section.says()).toBe('受付票')
    const show = `/${city}/proposals/${refOf(section.path)}`
    await section.open(show)
    await section.follow('受理する')
    await section.fillEverything({ department_id: await valueNamed(section, 'department_id', department) })
    await section.press('受理する')
    await section.follow('話し合いを始める')
    await section.fill({ text: '窓口でうかがったことを、書き留めました。' })
    await section.press('話し合いを始める')
    return show
  })
}

/** Two officers write down what was decided last year. */
export async function decideLastYear(walk: Walk, show: string, title: string): Promise<void> {
  await visit(walk, 'section', async (section) => {
    await section.open(show)
    await section.follow('審査に回す')
    await section.press('審査に回す')
    await section.follow('決定する')
    await section.fill({ decision: 'adopted', reasons: '縁にかなうため。', decided_on: inDays(-250) })
    await section.press('通知の案を確かめる')
    await section.press('起案する')
    expect(await section.says()).toContain('起案しました')
  })
  await confirm(walk, title, '決定する', '確認した。この内容で決定する')
}

/** The petitions are open since last year. */
export const openPetitions = (walk: Walk) => openProgramme(walk, 'petitions/shore', -400)

/** The address of a department's page. */
async function pageOf(walk: Walk, department: string): Promise<string> {
  return visit(walk, 'section', async (section) => {
    await section.open(`/${city}/departments`)
    await section.follow(department)
    return section.path
  })
}

/** From a day of last year on the department has another name; it is told only now. */
export async function rename(walk: Walk, from: string, to: { name: string; kana: string }): Promise<void> {
  const page = await pageOf(walk, from)
  await visit(walk, 'section', async (section) => {
    await section.open(`${page}/rename`)
    await section.fill({ ...to, on_day: inDays(-200) })
    await section.press('改称を登録する')
    expect(await section.says()).toContain('改称を登録しました')
    expect(await section.heading()).toBe(to.name)
    expect(await section.says()).toContain(from)
  })
}

/** The department's last day was yesterday; its work goes on at the first of those that follow it. */
export async function end(walk: Walk, department: string, [first, ...others]: string[]): Promise<void> {
  const page = await pageOf(walk, department)
  await visit(walk, 'section', async (section) => {
    await section.open(`${page}/end`)
    const to = await valueNamed(section, 'to', first!)
    const also = []
    for (const one of others) also.push(await valueNamed(section, 'to', one))
    await section.fill({ ends_on: inDays(-1), to, ...(also.length && { also }) })
    await section.press('廃止を登録する')
    expect(await section.says()).toContain('廃止を登録しました')
    for (const one of [first!, ...others]) expect(await section.says()).toContain(one)
  })
}

/** Two new departments take over from one. */
export async function split(walk: Walk, department: string, into: { name: string; kana: string }[]): Promise<void> {
  for (const one of into) await addDepartment(walk, one, inDays(-100))
  await end(
    walk,
    department,
    into.map(({ name }) => name),
  )
}

/** A person reads these words on a page, and none of those; what follows the act of another is done a moment later. */
export async function reads(walk: Walk, person: string, page: string, words: string[], not: string[] = []) {
  await visit(walk, person, async (visitor) => {
    const missing = async () => {
      expect([page, await visitor.open(page)]).toEqual([page, 200])
      const says = await visitor.says()
      return [...words.filter((one) => !says.includes(one)), ...not.filter((one) => says.includes(one))]
    }
    await expect.poll(missing, { message: page, interval: 250, timeout: 20_000 }).toEqual([])
  })
}
