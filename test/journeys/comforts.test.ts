// Comforts that scripts add, and the same work without them.
import { describe, expect, test } from 'vitest'
import { atTheirScreens } from './groups-part.ts'
import { arrive, programmeFor, type Walk } from './main-job.ts'
import { useTown } from './town.ts'
import type { Given, Visitor } from './visitor.ts'

const MINUTES = 180_000
const town = useTown()
const city = 'iruma'
const walkOf = (given: Given): Walk => ({ town, city, given, group: atTheirScreens })
const withScript = walkOf({ width: 1280, script: true })
const without = walkOf({ width: 320, script: false })

async function beginDraft(walk: Walk): Promise<Visitor> {
  const secretary = await arrive(walk, 'secretary')
  await secretary.fill({ to: await programmeFor(walk, secretary) })
  await secretary.press('書き始める')
  return secretary
}

describe('a date', () => {
  const open = async (walk: Walk) => {
    const section = await arrive(walk, 'section')
    await section.open(`/${city}/proposals/paper`)
    return section
  }

  test(
    'is read back as it will be understood, once it is typed',
    async () => {
      const section = await open(withScript)
      const received = section.page.locator('date-reading').filter({ has: section.page.locator('[name=received_on]') })
      await received.locator('input').fill('Ｒ８．１２．１')
      await received.locator('input').blur()
      await expect
        .poll(() => received.locator('.reading').textContent())
        .toContain('令和8年12月1日(火)と読み取りました')
      await received.locator('input').fill('あした')
      await received.locator('input').blur()
      await expect.poll(() => received.locator('.reading').textContent()).toContain('日付として読み取れません')
      await section.leave()
    },
    MINUTES,
  )

  test(
    'that cannot be read is asked for again by the page itself',
    async () => {
      const section = await open(without)
      await section.fill({ received_on: 'あした' })
      await section.press('下書きをつくって、内容の入力へ進む')
      expect(await section.says()).toContain('届いた日を')
      expect(await section.valueOf('received_on')).toBe('あした')
      await section.leave()
    },
    MINUTES,
  )
})

describe('a long text', () => {
  const open = async (walk: Walk) => {
    const representative = await arrive(walk, 'representative')
    await representative.open(`/${city}/groups`)
    await representative.follow('NPO法人 茶の里ささえあいネット')
    await representative.followCard('/edit')
    return representative
  }

  test(
    'is counted while it is typed, aloud when little is left',
    async () => {
      const representative = await open(withScript)
      const counted = representative.page.locator('char-count').first()
      const most = Number(await counted.getAttribute('data-max'))
      const count = counted.locator('.count')
      await counted.locator('textarea').fill('あ'.repeat(most - 100))
      expect([await count.textContent(), await count.getAttribute('aria-live')]).toEqual([
        expect.stringContaining('あと100字'),
        'off',
      ])
      await counted.locator('textarea').fill('あ'.repeat(most - 5))
      expect([await count.textContent(), await count.getAttribute('aria-live')]).toEqual([
        expect.stringContaining('あと5字'),
        'polite',
      ])
      await representative.leave()
    },
    MINUTES,
  )

  test(
    'has its limit said without script too',
    async () => {
      const representative = await open(without)
      const counted = representative.page.locator('char-count').first()
      const most = Number(await counted.getAttribute('data-max'))
      expect(await counted.locator('.count').textContent()).toContain(`${most.toLocaleString('ja-JP')}字まで`)
      await representative.leave()
    },
    MINUTES,
  )
})

describe('a draft', () => {
  test(
    'saves itself a moment after the last key, and is there when the page is opened anew',
    async () => {
      const secretary = await beginDraft(withScript)
      const { path } = secretary
      const title = await titleOf(secretary)
      await secretary.fill({ [title]: 'ひとりでに残る題名' })
      const state = secretary.page.locator('form-guard .save-state')
      await expect.poll(() => state.textContent()).toMatch(/下書きを保存しました/)
      await secretary.open(path)
      expect(await secretary.valueOf(title)).toBe('ひとりでに残る題名')
      await secretary.leave()
    },
    MINUTES,
  )

  test(
    'is saved with the last breath when somebody types and is gone at once, and nobody is asked anything',
    async () => {
      const secretary = await beginDraft(withScript)
      const { path } = secretary
      const title = await titleOf(secretary)
      const asked: string[] = []
      secretary.page.on('dialog', (dialog) => {
        asked.push(dialog.type())
        void dialog.accept()
      })
      await secretary.page.locator(`main [name="${title}"]`).click()
      await secretary.page.keyboard.insertText('さいごの息で残る題名')
      await secretary.page.locator('header a').first().click()
      await secretary.page.waitForLoadState('load')
      const kept = async () => {
        await secretary.open(path)
        return secretary.valueOf(title)
      }
      await expect.poll(kept).toBe('さいごの息で残る題名')
      expect(asked).toEqual([])
      await secretary.leave()
    },
    MINUTES,
  )

  test(
    'asks before it is left with words that could not be saved',
    async () => {
      const secretary = await beginDraft(withScript)
      const title = await titleOf(secretary)
      await secretary.endSessionElsewhere()
      await secretary.page.locator(`main [name="${title}"]`).click()
      await secretary.page.keyboard.type('a')
      const state = secretary.page.locator('form-guard .save-state')
      await expect.poll(() => state.textContent()).toContain('自動では保存できませんでした')
      const asked = new Promise<string>((resolve) => {
        secretary.page.once('dialog', (dialog) => {
          resolve(dialog.type())
          void dialog.accept()
        })
      })
      await secretary.open(`/${city}`)
      expect(await asked).toBe('beforeunload')
      await secretary.leave()
    },
    MINUTES,
  )

  test(
    'says so when it cannot save itself, and keeps the words',
    async () => {
      const secretary = await beginDraft(withScript)
      const title = await titleOf(secretary)
      await secretary.endSessionElsewhere()
      await secretary.fill({ [title]: '消えない題名' })
      const state = secretary.page.locator('form-guard .save-state')
      await expect.poll(() => state.textContent()).toContain('自動では保存できませんでした')
      expect(await secretary.valueOf(title)).toBe('消えない題名')
      await secretary.leave()
    },
    MINUTES,
  )
})

const titleOf = async (visitor: Visitor) =>
  (await visitor.fields()).find((one) => /(^|[._])title$/.test(one.name))!.name

describe('the list of projects', () => {
  const found = (visitor: Visitor) => visitor.page.locator('main [role=status]').first().textContent()

  test(
    'follows each condition at once, with the choice in the address',
    async () => {
      const anyone = await arrive(withScript, 'nobody')
      await anyone.open(`/${city}/projects`)
      const before = await found(anyone)
      const choices = anyone.page.locator('live-filter input[type=checkbox]')
      // In a wide window the filters are unfolded.
      const fold = anyone.page.locator('live-filter summary').first()
      if (await fold.isVisible()) await fold.click()
      const choice = choices.first()
      const [name, value] = [await choice.getAttribute('name'), await choice.getAttribute('value')]
      await choice.check({ force: true })
      await expect.poll(() => anyone.search).toContain(`${name}=${encodeURIComponent(value!)}`)
      await expect.poll(() => found(anyone)).not.toBe(before)
      expect(await anyone.page.locator('live-filter .chosen li').count()).toBe(1)
      expect(await choice.evaluate((one) => one.matches(':focus'))).toBe(true)
      const narrowed = await found(anyone)
      await anyone.open(`/${city}/projects${anyone.search}`)
      expect(await found(anyone)).toBe(narrowed)
      await anyone.leave()
    },
    MINUTES,
  )

  test(
    'is narrowed with a button without script',
    async () => {
      const anyone = await arrive(without, 'nobody')
      await anyone.open(`/${city}/projects`)
      const before = await found(anyone)
      await anyone.page.locator('form.filter summary').first().click()
      await anyone.page.locator('form.filter input[type=checkbox]').first().check({ force: true })
      await anyone.press('この条件で見る')
      expect(await found(anyone)).not.toBe(before)
      expect(await anyone.page.locator('form.filter .chosen li').count()).toBe(1)
      await anyone.leave()
    },
    MINUTES,
  )
})

describe('a passkey', () => {
  test(
    'is made on one’s own page and opens the door the next time',
    async () => {
      const secretary = await arrive(withScript, 'secretary')
      const line = await secretary.context.newCDPSession(secretary.page)
      await line.send('WebAuthn.enable')
      await line.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
        },
      })
      await secretary.open('/me/passkeys')
      await secretary.fill({ name: '職場のパソコン' })
      await secretary.press('パスキーを加える')
      expect(await secretary.says()).toContain('職場のパソコン')
      await secretary.signOut()
      await secretary.open('/sign-in/passkey')
      await secretary.press('サインインする')
      expect([await secretary.open('/me'), secretary.path]).toEqual([200, '/me'])
      await secretary.leave()
    },
    MINUTES,
  )

  test(
    'is not asked for where it cannot be: the other ways are named',
    async () => {
      const anyone = await arrive(without, 'nobody')
      await anyone.open('/sign-in/passkey')
      expect(await anyone.says()).toContain('パスワードか、メールのリンクをお使いください')
      expect(await anyone.offers('サインインする')).toBe(false)
      await anyone.leave()
    },
    MINUTES,
  )
})
