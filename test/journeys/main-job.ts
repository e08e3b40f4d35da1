// The main job, step by step; the city's own words are read from its pages.
import { expect } from 'vitest'
import { wordsOf } from './looking.ts'
import type { Town } from './town.ts'
import type { Given, Visitor } from './visitor.ts'

/** A journey: its town, the windows of its people, and the group's part. */
export interface Walk {
  town: Town
  city: string
  given: Given
  group: GroupsPart
  /** The department that the section leaves the work to; without it the first there is. */
  department?: string
  /** Further groups that sign, where a city's agreement has more than two sides. */
  partners?: string[]
}

/** The group's part of the main job besides proposing: at its own screens, or on paper through the section. */
export interface GroupsPart {
  says(walk: Walk, show: string, text: string): Promise<void>
  signs(walk: Walk, show: string): Promise<void>
  /** The person who writes the report. */
  reporter: string
  answers(walk: Walk, page: string, words: string): Promise<void>
  consents(walk: Walk, page: string): Promise<void>
  /** The person who answers for the city, so that nobody writes for both sides. */
  city: string
}

export const nameOf = (city: string, person: string) => `${person}@${city}.example.jp`
export const arrive = ({ town, city, given }: Walk, person: string) =>
  town.as(person === 'nobody' ? 'nobody' : nameOf(city, person), given)

/** The reference in an address: `r8-proposal-0001`. */
export const refOf = (path: string) => path.split('/')[3]!

const there = new WeakMap<Walk, Map<string, Visitor>>()

/** Works as a person at their screen, where they stay signed in for the whole journey. */
export async function visit<T>(walk: Walk, person: string, work: (visitor: Visitor) => Promise<T>): Promise<T> {
  const visitors = there.get(walk) ?? new Map<string, Visitor>()
  there.set(walk, visitors)
  const known = visitors.get(person)
  const visitor = known && !known.page.isClosed() ? known : await arrive(walk, person)
  visitors.set(person, visitor)
  return work(visitor)
}

/** The date in Japan so many days from now. */
export const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000 + 9 * 3_600_000).toISOString().slice(0, 10)

/**
 * The programme to propose through: the first that is always open, else the first that is open now, else one that the city
 * opens; with `open` false, a closed one.
 */
export async function programmeFor(walk: Walk, secretary: Visitor, open = true): Promise<string> {
  await secretary.open(`/${walk.city}/proposals/new`)
  const ways = (await secretary.fields()).filter((one) => one.name === 'to').map((one) => one.options[0]!)
  const always: string[] = []
  const taking: string[] = []
  const closed: string[] = []
  for (const way of ways) {
    const words = await wordsOf(secretary.page.locator(`input[name=to][value="${way}"]`).locator('xpath=..'))
    ;(/いつでも/.test(words) ? always : /受付中/.test(words) ? taking : closed).push(way)
  }
  if (!open && closed[0]) return closed[0]
  const first = always[0] ?? taking[0]
  if (open && first) return first
  if (!open || !closed[0])
    throw new Error(`No ${open ? 'way to propose' : 'closed programme'} is offered in ${walk.city}.`)
  await openProgramme(walk, closed[0])
  await secretary.open(`/${walk.city}/proposals/new`)
  return closed[0]
}

/** The value of a list's entry that has exactly these words. */
export async function valueNamed(visitor: Visitor, field: string, words: string): Promise<string> {
  const value = await visitor.page.locator(`select[name="${field}"]`).evaluate((one, wanted) => {
    const { options } = one as unknown as { options: { text: string; value: string }[] }
    return [...options].find(({ text }) => text.trim() === wanted)?.value
  }, words)
  if (!value) throw new Error(`${field} does not offer ${words} on ${visitor.path}.`)
  return value
}

/** The section opens a programme around today; two calls of a programme cannot begin on one day. */
export async function openProgramme(walk: Walk, way: string, since = -10, note = ''): Promise<void> {
  await visit(walk, 'section', async (section) => {
    await section.open(`/${walk.city}/programmes/${way.split('/')[0]}`)
    await section.follow('受付の日程を決める')
    await section.fill({ opens_on: inDays(since), closes_on: inDays(30), note })
    await section.press('日程を公開する')
    expect(await section.says()).toContain('受付の日程を公開しました')
  })
}

/** The page of the proposal's title, which differs between the cities' forms. */
export async function titledField(writer: Visitor) {
  const fields = await writer.fields()
  return fields.find((one) => /(^|[._])title$/.test(one.name)) ?? fields[0]!
}

/** The secretary writes, saves, leaves, comes back, submits, and keeps the receipt. */
export async function propose(walk: Walk, title: string): Promise<string> {
  return visit(walk, 'secretary', async (secretary) => {
    const to = await programmeFor(walk, secretary)
    await secretary.fill({ to })
    await secretary.press('書き始める')
    const edit = secretary.path
    const titled = await titledField(secretary)
    await secretary.fill({ [titled.name]: title.slice(0, titled.most) })
    await secretary.press('下書き保存')
    expect(await secretary.says()).toContain('下書きを保存しました')
    await secretary.open(`/${walk.city}`)

    await secretary.open(edit.replace(/\/edit$/, ''))
    await secretary.follow('続きを書く')
    await secretary.fillEverything({ [titled.name]: title.slice(0, titled.most) })
    await secretary.press('保存して、提出前の確認へ進む')
    expect(await secretary.heading()).toBe('提出前の確認')
    await secretary.press('提出する')
    expect(await secretary.heading()).toBe('受付票')
    expect((await secretary.print()).length).toBeGreaterThan(5000)
    return refOf(secretary.path)
  })
}

/** The section accepts, both sides talk, two officers decide and release the proposal, and everyone reads it. */
export async function decide(walk: Walk, ref: string, title: string): Promise<void> {
  const show = `/${walk.city}/proposals/${ref}`
  await visit(walk, 'section', async (section) => {
    await section.open(show)
    await section.follow('受理する')
    const department_id = walk.department && (await valueNamed(section, 'department_id', walk.department))
    await section.fillEverything(department_id ? { department_id } : {})
    await section.press('受理する')
    expect(await section.says()).toContain('提案を受理しました')
    await section.follow('話し合いを始める')
    await section.fill({ text: '一度お会いして、水やりの分担をうかがえますか。' })
    await section.press('話し合いを始める')
  })
  await walk.group.says(walk, show, '来週の火曜に、会の三人でうかがいます。')
  await write(walk, 'section', show, '火曜の10時に、2階の会議室でお待ちしています。')
  await visit(walk, 'section', async (section) => {
    await section.open(show)
    expect(await section.says()).toContain('来週の火曜')
    await section.follow('審査に回す')
    await section.press('審査に回す')
    await section.follow('決定する')
    await section.fill({ decision: 'adopted', reasons: '地域の困りごとに応え、役割がはっきりしているため。' })
    await section.press('通知の案を確かめる')
    await section.press('起案する')
    expect(await section.says()).toContain('起案しました')
  })
  await confirm(walk, title, '決定する', '確認した。この内容で決定する')
  await visit(walk, 'section', async (section) => {
    await section.open(show)
    await section.follow('公表する')
    await section.fill({ summary: '川べりの花壇を、団体と市がいっしょに育てます。' })
    await section.press('起案する')
  })
  await confirm(walk, title, '公表する', '確認した。公表する')
  await visit(walk, 'nobody', async (anyone) => {
    expect(await anyone.open(show)).toBe(200)
    expect(await anyone.heading()).toContain(title)
    const says = await anyone.says()
    expect(says).toContain('地域の困りごとに応え')
    expect(says).not.toContain('来週の火曜')
  })
}

/** Another officer finds the prepared act in their inbox, reads it and confirms it. */
export async function confirm(walk: Walk, title: string, act: '決定する' | '公表する', button: string): Promise<void> {
  await visit(walk, 'clerk', async (second) => {
    await second.open(`/${walk.city}/inbox`)
    await second.followIn(`tr:has-text("「${act}」を確認する")`, title)
    await second.press(button)
    expect(await second.says()).toContain(act.replace('する', 'しました'))
  })
}

/** Writes into the talks; `side` names the party, where the person may write for both. */
export async function write(walk: Walk, person: string, show: string, text: string, side = ''): Promise<void> {
  await visit(walk, person, async (visitor) => {
    await visitor.open(`${show}/messages`)
    await visitor.fill({ text, ...(side && { side }) })
    await visitor.press('送る')
    expect(await visitor.says()).toContain(text)
  })
}

/** Writes an agreement from the adopted proposal, offers it and signs it for both sides. */
export async function agree(walk: Walk, title: string): Promise<string> {
  const show = await visit(walk, 'section', async (section) => {
    await section.open(`/${walk.city}/agreements/new`)
    const from = await section.page.locator('select[name=proposal] option', { hasText: title }).getAttribute('value')
    const kind = (await section.fields()).find((one) => one.name === 'kind')!
    await section.fill({ proposal: from!, title: `${title}の取り決め`, kind: kind.options[0]! })
    await section.press('書き始める')
    await writeText(section, walk.partners)
    await section.press('内容を確かめて、次へ進む')
    await section.press('この文面で署名を求める')
    expect(await section.says()).toContain('すべての当事者に署名を求めました')
    return section.path
  })
  await walk.group.signs(walk, show)
  await sign(walk, 'signatory', show)
  await visit(walk, 'section', async (section) => {
    await section.open(show)
    await section.follow('公開する')
    await section.press('写しを公開する')
  })
  return refOf(show)
}

/** The form has the proposal's answers; the results of the talks are added, whichever fields the city has. */
async function writeText(writer: Visitor, partners: string[] = []): Promise<void> {
  for (const _ of partners) await writer.addRow(/^当事者を加える/)
  const fields = await writer.fields()
  const owed = fields.some(({ name, filled }) => name === 'money.0.yen' && filled)
  const second = fields.some(({ name }) => name === 'roles.1.does')
  const values = {
    purpose: '川べりを歩く人みんなが、花の咲く土手を楽しめるようにする。',
    'targets.0.indicator': '手入れに加わった人の数',
    'targets.0.value': '240',
    'targets.0.unit': '人',
    'targets.0.by': '令和9年3月31日',
    'roles.0.party': 'all',
    'roles.0.does': '週に一度、持ち場の水やりと草取りをする。',
    'roles.0.kind': 'place',
    'roles.0.brings': '土手の花壇',
    ...(second && {
      'roles.1.party': 'all',
      'roles.1.does': '苗を植える日に、用具をそろえる。',
      'roles.1.kind': 'things',
      'roles.1.brings': '苗と用具',
    }),
    starts_on: inDays(0),
    ends_on: '令和9年3月31日',
    ...Object.fromEntries(partners.map((name, at) => [`parties.${2 + at}.party`, name])),
  }
  await writer.fillEverything(values, owed ? /^(?!money\.0\.party$)/ : /./)
}

export async function sign(walk: Walk, person: string, show: string): Promise<void> {
  await visit(walk, person, async (signer) => {
    await signer.open(show)
    await signer.follow('文面を読んで署名する')
    await signer.fill({ agree: 'yes' })
    await signer.press('署名する')
    expect(await signer.says()).toContain('署名しました')
  })
}

/** Makes a project from the agreement; it starts, reports, is released and ends. */
export async function carryOut(walk: Walk, title: string): Promise<string> {
  const show = await visit(walk, 'section', async (section) => {
    await section.open(`/${walk.city}/projects/new`)
    await section.follow(`${title}の取り決め`)
    if (section.search.includes('agreement=') && (await section.cards('zone='))) await section.followCard('zone=')
    const department_id = walk.department && (await valueNamed(section, 'department_id', walk.department))
    await section.fillEverything({ title: `${title}の事業`, ...(department_id && { department_id }) }, /^parties\./)
    await section.press('登録する')
    expect(await section.says()).toContain('を登録しました')
    const project = section.path
    while (await section.offers(STEP)) {
      await section.follow(STEP)
      await section.fill({ done_on: inDays(0) })
      await section.press('保存する')
    }
    await section.follow('事業を始める')
    await section.press('始める')
    return project
  })
  await visit(walk, walk.group.reporter, async (reporter) => {
    await reporter.open(show)
    await reporter.follow('活動を報告する')
    await reporter.fillEverything({ kind: 'activity', title: '苗を植えた日', held_on: inDays(0) }, /^(photos|withheld)/)
    await reporter.press('報告する')
    expect(await reporter.says()).toContain('苗を植えた日')
  })
  await visit(walk, 'section', async (section) => {
    await section.open(show)
    await section.follow('ページを公開する')
    await section.press('公開する')
    await section.follow('活動を終えて評価に進む')
    await section.press('活動を終える')
  })
  await visit(walk, 'nobody', async (anyone) => {
    expect(await anyone.open(show)).toBe(200)
    expect(await anyone.says()).toContain('苗を植えた日')
  })
  return refOf(show)
}

const STEP = /を行った日を書く$/
