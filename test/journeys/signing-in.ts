import { TOTP } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { atTheirScreens } from './groups-part.ts'
import { wordsOf } from './looking.ts'
import { arrive, inDays, type Walk } from './main-job.ts'
import { useTown } from './town.ts'
import { crossings, letter, type Visitor } from './visitor.ts'

const MINUTES = 300_000
const city = 'iruma'
const cityItself = '入間市'
const PASSWORD = 'かわべりの花 と みみずく 2026'
const NEW_PASSWORD = 'あたらしい朝 の ひばり 2027'
const manners = crossings.flat()

/** Each role, the person who gives it, and a page of its own. */
const members = [
  { is: 'the secretary of a group', party: 'NPO法人 茶の里ささえあいネット', role: 'secretary', own: 'proposals/new' },
  { is: 'the representative of a group', party: '加治丘陵を歩く会', role: 'representative', own: 'proposals/new' },
  { is: 'who signs for the city', party: cityItself, role: 'signatory', own: 'inbox' },
]
const staff = [
  { is: 'an officer of the section', role: 'section', department: '市民生活部 自治文化課', own: 'proposals/paper' },
  { is: 'an officer of a department', role: 'department', department: '福祉部 高齢者支援課', own: 'inbox' },
  { is: 'an administrator', role: 'administrator', department: '', own: 'admin/people' },
]
const invited = {
  members: members.map((one) => ({ ...one, invite: (walk: Walk, email: string) => enterMember(walk, email, one) })),
  staff: staff.map((one) => ({ ...one, invite: (walk: Walk, email: string) => inviteStaff(walk, email, one) })),
}

/** Call once in a file: for members of groups, or for staff; together they use every way to sign in. */
export function signInInEveryWay(who: keyof typeof invited, first: number): void {
  const town = useTown()
  const roles = invited[who].map((one, at) => {
    const [manner, given] = manners[(first + at) % manners.length]!
    return { ...one, manner, given }
  })
  describe.each(roles)('$is, $manner,', ({ own, invite, given, role, ...one }) => {
    const confirms = 'department' in one || ('party' in one && one.party === cityItself)
    test(
      'is invited, chooses a password, comes again, forgets it, and is in again',
      async () => {
        const walk: Walk = { town, city, given, group: atTheirScreens }
        const email = `new-${role}@${city}.example.jp`
        await invite(walk, email)
        const app = await acceptInvitation(walk, email, own, confirms)
        await signInAgain(walk, email, own, app)
        await forgetPassword(walk, email, own, app)
      },
      MINUTES,
    )
  })
}

/** The administrator gives a person a post. */
async function inviteStaff(walk: Walk, email: string, { role, department }: (typeof staff)[number]): Promise<void> {
  const administrator = await arrive(walk, 'administrator')
  await administrator.open(`/${city}/admin`)
  await administrator.follow('職員と役割')
  await administrator.follow('職員を招く')
  const options = administrator.page.locator('select[name=department] option')
  const id = department && (await options.filter({ hasText: department }).getAttribute('value'))
  await administrator.fill({ name: '新井 あらた', email, role, department: id ?? '', starts_on: inDays(-1) })
  await administrator.press('招く')
  await administrator.leave()
}

/** The section enters a person into a group, or into the city as a party. */
async function enterMember(walk: Walk, email: string, { party, role }: (typeof members)[number]): Promise<void> {
  const section = await arrive(walk, 'section')
  await section.open(`/${city}/${party === cityItself ? 'departments' : 'groups'}`)
  await section.follow(party)
  await section.follow('構成員と役割')
  await section.follow('構成員を加える')
  const entered = { name: '新井 あらた', email, role, starts_on: inDays(-1) }
  await section.fill(party === cityItself ? entered : { ...entered, scan: letter('届け書') })
  await section.press('加える')
  expect(await section.says()).toContain('案内を、メールでお送りします')
  await section.leave()
}

/** The second factor of a person: the app's secret, and a code on paper. */
interface Factor {
  app: TOTP
  paper: string
}

/** From the invitation to the first view of one's own page, and signing out. */
async function acceptInvitation(walk: Walk, email: string, own: string, confirms: boolean) {
  const visitor = await arrive(walk, 'nobody')
  const link = await linkFor(visitor, email, 'invitations')
  const factor = await accept(visitor, { link, name: '新井 あらた', own: `/${city}/${own}`, confirms })
  await visitor.signOut()
  await visitor.leave()
  return factor
}

interface Invited {
  link: string
  name: string
  /** A page of theirs, which they see at the end. */
  own: string
  confirms: boolean
}

/** Chooses a password, sets up the second factor where one is asked, and comes to their own page. */
export async function accept(visitor: Visitor, { link, name, own, confirms }: Invited): Promise<Factor | undefined> {
  await visitor.open(link)
  await visitor.fill({ name, password: PASSWORD, again: PASSWORD })
  await visitor.press('使いはじめる')
  const factor = confirms ? await setUpApp(visitor, own) : undefined
  await entered(visitor, own)
  expect([await visitor.open(own), visitor.path]).toEqual([200, own])
  return factor
}

/** The city's books follow a moment behind the acceptance. */
async function entered(visitor: Visitor, own: string): Promise<void> {
  for (let waited = 0; waited < 60; waited++) {
    if ((await visitor.open(own)) === 200) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** Staff get no further without a second factor. */
async function setUpApp(visitor: Visitor, own: string): Promise<Factor> {
  await visitor.open(own)
  expect(visitor.path).toBe('/sign-in/second-factor')
  await visitor.follow('確認コードを登録する')
  const [secret, paper] = await Promise.all(
    ['p code', 'li code'].map((where) => wordsOf(visitor.page.locator(`main ${where}`).first())),
  )
  const app = new TOTP({ secret: secret!.replaceAll(' ', '') })
  await visitor.fill({ code: app.generate() })
  await visitor.press('コードを控えたので、登録する')
  return { app, paper: paper! }
}

/** Signs in by password; a code is valid once, so the app's next one is used. */
async function signInAgain(walk: Walk, email: string, own: string, factor: Factor | undefined): Promise<void> {
  const visitor = await arrive(walk, 'nobody')
  await giveAway(visitor, email, 'まちがった言葉 まちがった言葉')
  expect(await visitor.says()).toContain('組み合わせが確かめられませんでした')
  await giveAway(visitor, email, PASSWORD)
  if (factor) {
    expect(visitor.path).toBe('/sign-in/second-factor')
    await visitor.fill({ code: factor.app.generate({ timestamp: Date.now() + 30_000 }) })
    await visitor.press('確かめる')
  }
  expect([await visitor.open(`/${city}/${own}`), visitor.path]).toEqual([200, `/${city}/${own}`])
  await visitor.signOut()
  await visitor.leave()
}

async function giveAway(visitor: Visitor, email: string, password: string): Promise<void> {
  await visitor.open('/sign-in')
  await visitor.fill({ email, password })
  await visitor.press('サインインする')
}

/** Signs in by a mailed link and, where the telephone is lost too, a code on paper; then sets a new password. */
async function forgetPassword(walk: Walk, email: string, own: string, factor: Factor | undefined): Promise<void> {
  const visitor = await arrive(walk, 'nobody')
  await visitor.open('/sign-in')
  await visitor.follow('メールで届くリンクでサインインする（パスワードを忘れたときもこちら）')
  await visitor.fill({ email })
  await visitor.press('リンクを送ってもらう')
  await visitor.open(await linkFor(visitor, email, 'sign-in/link'))
  await visitor.press('サインインする')
  if (factor) {
    expect([await visitor.open(`/${city}/${own}`), visitor.path]).toEqual([200, '/sign-in/second-factor'])
    await visitor.follow('アプリが使えないとき（控えのコードを使う）')
    await visitor.fill({ code: factor.paper })
    await visitor.press('確かめる')
  }
  await visitor.open('/me/password')
  await visitor.fill({ password: NEW_PASSWORD, again: NEW_PASSWORD })
  await visitor.press('パスワードを変える')
  expect([await visitor.open(`/${city}/${own}`), visitor.path]).toEqual([200, `/${city}/${own}`])
  await visitor.signOut()
  await giveAway(visitor, email, PASSWORD)
  expect(visitor.path).toBe('/sign-in')
  await giveAway(visitor, email, NEW_PASSWORD)
  expect(visitor.path).not.toBe('/sign-in')
  await visitor.leave()
}

/** The mail reaches the demonstration's mailbox a moment after it was written. */
async function linkFor(visitor: Visitor, email: string, kind: string): Promise<string> {
  const link = visitor.page.locator('main article').filter({ hasText: email }).locator(`a[href*="/${kind}/"]`)
  for (let waited = 0; waited < 240; waited++) {
    await visitor.open('/sign-in/mailbox')
    if (await link.count()) return (await link.first().getAttribute('href'))!
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error(`No mail with such a link (${kind}) came to ${email}.`)
}
