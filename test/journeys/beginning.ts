// A city begins: by command from nothing, then its first people at their screens, each invited by one who is there already.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { NewTown } from './empty.ts'
import { inDays, nameOf, valueNamed, visit, type Walk } from './main-job.ts'
import { accept } from './signing-in.ts'
import { letter } from './visitor.ts'

export const city = 'minatono'
const cityItself = 'みなと野市'

/** Long enough ago for a renaming last year. */
const FOUNDED = '令和2年4月1日'

const departments = [
  { name: '縁づくり課', kana: 'えんづくりか', phone: '0999-12-0001', purpose: '縁むすびの窓口です。' },
  { name: '浜の課', kana: 'はまのか', phone: '0999-12-0002', purpose: '浜と海の仕事です。' },
  { name: '港の課', kana: 'みなとのか', phone: '0999-12-0004', purpose: '港の仕事です。' },
  { name: '東浦支所', kana: 'ひがしうらししょ', phone: '0999-12-0005', purpose: '東浦の窓口です。', ward: 'east' },
]

export const staff = {
  clerk: { name: '根岸 しるす', role: 'section', department: '縁づくり課' },
  officer: { name: '浜口 なぎ', role: 'department', department: '浜の課' },
  pilot: { name: '水先 わたる', role: 'department', department: '港の課' },
}

const groups = [
  {
    name: '第三八幡丸',
    kana: 'だいさんはちまんまる',
    kind: 'boat',
    person: 'secretary',
    personName: '波野 うみ',
  },
  { name: '丘の畑の会', kana: 'おかのはたけのかい', kind: 'hill', person: 'neighbour', personName: '岡田 つち' },
]

/** Empty tables, the city's charter, its first administrator, and the service. */
export async function beginByCommand(town: NewTown): Promise<void> {
  const folder = charterOfTheCity()
  try {
    expect(await town.tomoni('migrate')).toContain('適用しました')
    expect(await town.tomoni('charter', 'check', folder)).toContain('✓')
    expect(await town.tomoni('charter', 'apply', folder)).toContain(`${cityItself}に、版1を適用しました`)
  } finally {
    rmSync(folder, { recursive: true })
  }
  const said = await town.tomoni('administrator', city, nameOf(city, 'administrator'), '市川 花子')
  expect(said).toContain('招待のメールが届きます')
  await town.serve()
}

/** The charter of the sixth city with its telephone, every act under four eyes that may be, and groups on the hill. */
function charterOfTheCity(): string {
  const folder = mkdtempSync(join(tmpdir(), 'minatono-'))
  cpSync(join(import.meta.dirname, '../sixth-city'), folder, { recursive: true })
  const file = join(folder, 'city.yaml')
  const all = 'proposal.decision, proposal.release, project.decision, evaluation.release, agreement.termination'
  const text = readFileSync(file, 'utf8')
    .replace(', as: person', '')
    .replace('[agreement.termination]', `[${all}]`)
    .replace('{ section: 縁づくり課 }', "{ section: 縁づくり課, telephone: '0999-12-3456' }")
  writeFileSync(file, text)
  return folder
}

/** Accepts the invitation that came by mail, and stays signed in. */
async function comeIn(walk: Walk, person: string, name: string, own: string, confirms = true): Promise<void> {
  const town = walk.town as NewTown
  const email = nameOf(city, person)
  const link = await town.postbox.linkTo(email, 'invitations')
  await visit(walk, person, (visitor) => accept(visitor, { link, name, own: `/${city}/${own}`, confirms }))
}

/** Takes on a further role, with the account that is there already. */
async function takeOn(walk: Walk, person: string): Promise<void> {
  const link = await (walk.town as NewTown).postbox.linkTo(nameOf(city, person), 'invitations')
  await visit(walk, person, async (visitor) => {
    await visitor.open(link)
    await visitor.press('引き受ける')
  })
}

/** The first administrator, and by them the first officer of the section, while there is no department yet. */
export async function firstPeople(walk: Walk): Promise<void> {
  await comeIn(walk, 'administrator', '市川 花子', 'admin/people')
  await invite(walk, 'section', { name: '里見 むすび', role: 'section' })
  await comeIn(walk, 'section', '里見 むすび', 'inbox')
}

interface Invitation {
  name: string
  role: string
  department?: string
}

async function invite(walk: Walk, person: string, { name, role, department }: Invitation): Promise<void> {
  await visit(walk, 'administrator', async (administrator) => {
    await administrator.open(`/${city}/admin`)
    await administrator.follow('職員と役割')
    await administrator.follow('職員を招く')
    const id = department ? await valueNamed(administrator, 'department', department) : ''
    await administrator.fill({ name, email: nameOf(city, person), role, department: id })
    await administrator.press('招く')
    expect(await administrator.says()).toContain(name)
  })
}

/** The section writes down the city's organisation. */
export async function enterDepartments(walk: Walk): Promise<void> {
  for (const one of departments) await addDepartment(walk, one)
  await visit(walk, 'nobody', async (anyone) => {
    await anyone.open(`/${city}/departments`)
    const says = await anyone.says()
    for (const { name, phone } of departments)
      expect([says.includes(name), says.includes(phone)]).toEqual([true, false])
  })
}

type Entered = Partial<(typeof departments)[number]> & { name: string; kana: string }

export async function addDepartment(walk: Walk, { ward = '', ...words }: Entered, starts_on = FOUNDED): Promise<void> {
  await visit(walk, 'section', async (section) => {
    await section.open(`/${city}/departments`)
    await section.follow('部署を加える')
    await section.fill({ ...words, ward, starts_on })
    await section.press('加える')
    expect(await section.says()).toContain(`「${words.name}」を加えました`)
  })
}

/** The officers of each department; who was there before the departments gets theirs. */
export async function enterStaff(walk: Walk): Promise<void> {
  await visit(walk, 'administrator', async (administrator) => {
    await administrator.open(`/${city}/admin/people`)
    await administrator.page
      .getByRole('row')
      .filter({ hasText: '里見 むすび' })
      .getByRole('link', { name: /訂正/ })
      .click()
    const department = await valueNamed(administrator, 'department', '縁づくり課')
    await administrator.fill({ department, reason: '部署の登録が済んだため' })
    await administrator.press('訂正する')
    expect(await administrator.says()).toContain('里見 むすびさんの役割の登録を訂正しました')
  })
  for (const [person, one] of Object.entries(staff)) await invite(walk, person, one)
  await Promise.all(Object.entries(staff).map(([person, { name }]) => comeIn(walk, person, name, 'inbox')))
}

/** Who signs for the city. */
export async function enterSignatory(walk: Walk): Promise<void> {
  await enterMember(walk, cityItself, 'departments', { person: 'signatory', name: '港 市子', role: 'signatory' })
  await comeIn(walk, 'signatory', '港 市子', 'inbox')
}

interface Member {
  person: string
  name: string
  role: string
}

async function enterMember(walk: Walk, party: string, list: string, { person, name, role }: Member): Promise<void> {
  await visit(walk, 'section', async (section) => {
    await section.open(`/${city}/${list}`)
    await section.follow(party)
    await section.follow('構成員と役割')
    await section.follow('構成員を加える')
    const scan = list === 'groups' && { scan: letter('届け書') }
    await section.fill({ name, email: nameOf(city, person), role, starts_on: inDays(0), ...scan })
    await section.press('加える')
    expect(await section.says()).toContain('案内を、メールでお送りします')
  })
}

/** Two groups come to the counter; each has one person who writes and signs for it. */
export async function enterGroups(walk: Walk): Promise<void> {
  for (const { name, kana, kind, person, personName } of groups) {
    await visit(walk, 'section', async (section) => {
      await section.open(`/${city}/groups`)
      await section.follow('団体を登録する')
      await section.fill({ name, kana, kind, purpose: '海とともに暮らす', published: 'yes' })
      await section.press('登録する')
      expect(await section.says()).toContain(`「${name}」を登録しました`)
    })
    await enterMember(walk, name, 'groups', { person, name: personName, role: 'secretary' })
  }
  await Promise.all(groups.map(({ person, personName }) => comeIn(walk, person, personName, 'proposals/new', false)))
  for (const { name, person, personName } of groups)
    await enterMember(walk, name, 'groups', { person, name: personName, role: 'signatory' })
  await Promise.all(groups.map(({ person }) => takeOn(walk, person)))
}

/** Whom the group may call, as the letters of its proposal say: the section, and the department with its name of that day. */
export async function readTelephones(walk: Walk, page: string): Promise<void> {
  await visit(walk, 'secretary', async (secretary) => {
    await secretary.open(page)
    const links = secretary.page.locator('main').getByRole('link', { name: /について.*（PDF）/ })
    const letters = []
    for (const link of await links.all()) letters.push(await secretary.paper((await link.getAttribute('href'))!))
    expect(letters.length).toBeGreaterThan(1)
    for (const words of ['0999-12-3456', '浜の課', '0999-12-0002']) expect(letters.join()).toContain(words)
  })
}
